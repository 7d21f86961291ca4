package se.foreningstorget.web.mine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;

/** An association's facts as a form, and back. */
final class AssociationForm {
    private static final List<String> TEXTS =
            List.of("name", "kind", "description", "descriptionEn", "area", "meets", "howToJoin");
    private static final List<String> CONTACT =
            List.of("name", "role", "email", "phone", "visibility");

    static final Fields FIELDS =
            Fields.none()
                    .line("name", "field.name", 200)
                    .line("id", "new.id", 64)
                    .lines("description", "field.description", 10_000)
                    .lines("descriptionEn", "field.descriptionEn", 10_000)
                    .choice("tags", "field.tags")
                    .line("area", "field.area", 200)
                    .line("meets", "field.meets", 500)
                    .choice("beginnersWelcome", "field.beginnersWelcome")
                    .choice("openToMembers", "field.openToMembers")
                    .lines("howToJoin", "field.howToJoin", 2_000)
                    .web("homepage", "field.homepage")
                    .rows("contacts", "mine.contact")
                    .line("contacts[].name", "mine.contact.name", 200)
                    .line("contacts[].role", "mine.contact.role", 200)
                    .email("contacts[].email", "lead.email")
                    .phone("contacts[].phone", "lead.phone")
                    .choice("contacts[].visibility", "mine.contact.visibility");

    /** More contacts than the register takes. */
    private static final int MOST = 25;

    private AssociationForm() {}

    static Form of(AssociationView known, @Nullable String etag) {
        var form =
                Form.empty()
                        .with("etag", etag)
                        .with("name", known.name())
                        .with("kind", known.kind())
                        .with("description", known.description())
                        .with("descriptionEn", known.descriptionEn())
                        .with("area", known.area())
                        .with("meets", known.meets())
                        .with("beginnersWelcome", known.beginnersWelcome())
                        .with("openToMembers", known.openToMembers())
                        .with("howToJoin", known.howToJoin())
                        .with("homepage", known.homepage());
        known.tags().forEach(tag -> form.with("tags", tag));
        for (int i = 0; i < known.contacts().size(); i++) {
            var contact = known.contacts().get(i);
            var row = "contacts[" + i + "].";
            form.with(row + "name", contact.name())
                    .with(row + "role", contact.role())
                    .with(row + "email", contact.email())
                    .with(row + "phone", contact.phone())
                    .with(row + "visibility", contact.visibility());
        }
        return form;
    }

    /** How many contacts the form holds; the page offers one more. */
    static int contacts(Form form) {
        int count = 0;
        for (int row = 0; row < MOST; row++) {
            count = isSaid(contact(form, row)) ? row + 1 : count;
        }
        return count;
    }

    /** Whether anything of it was typed; who may see it always has a value. */
    private static boolean isSaid(Map<String, String> contact) {
        return contact.keySet().stream().anyMatch(name -> !name.equals("visibility"));
    }

    static Call fill(Call call, Form form) {
        call.header(HttpHeaders.IF_MATCH, form.text("etag"));
        TEXTS.forEach(name -> call.field(name, form.text(name)));
        var contacts = new ArrayList<Map<String, String>>();
        for (int row = 0; row < MOST; row++) {
            var contact = contact(form, row);
            if (isSaid(contact)) {
                contacts.add(contact);
            }
        }
        return call.field("homepage", form.text("homepage"))
                .field("beginnersWelcome", form.yesNo("beginnersWelcome"))
                .field("openToMembers", form.yesNo("openToMembers"))
                .field("tags", form.values("tags"))
                .field("contacts", contacts);
    }

    private static Map<String, String> contact(Form form, int row) {
        var contact = new LinkedHashMap<String, String>();
        for (var name : CONTACT) {
            @Nullable String value = form.text("contacts[" + row + "]." + name);
            if (value != null) {
                contact.put(name, value);
            }
        }
        return contact;
    }
}
