package se.foreningstorget.web.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Listing;
import se.foreningstorget.web.api.Occurrence;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.register.Found.Choice;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Page;

/** Finding an association, and its page. */
@Controller
class AssociationsController {
    private static final int MOST_CHOICES = 14;

    private final Vocabulary vocabulary;

    AssociationsController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping("/associations")
    ModelAndView find(
            Page page,
            Api api,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "tag", defaultValue = "") List<String> tags,
            @RequestParam(name = "kind", defaultValue = "") List<String> kinds,
            @RequestParam(required = false) @Nullable String cursor) {
        var here = new Wish(q, said(tags), said(kinds));
        var list =
                api.list(
                        Call.to("/api/register/v1/associations")
                                .with("q", q)
                                .withEach("tag", here.tags())
                                .withEach("kind", here.kinds())
                                .with("cursor", cursor),
                        AssociationView.class);
        var found =
                new Found(
                        list,
                        q,
                        here.tags(),
                        here.kinds(),
                        choices(
                                list,
                                "tag",
                                here.tags(),
                                id -> vocabulary.name(api, id, page.locale()),
                                here),
                        choices(
                                list,
                                "kind",
                                here.kinds(),
                                id -> page.textOr("kind." + id, id),
                                here),
                        new Wish(q, List.of(), List.of()).address().toString(),
                        cursor == null ? null : here.address().toString(),
                        list.next() == null
                                ? null
                                : here.address().with("cursor", list.next()).toString());
        return page.view("register/find", Map.of("found", found));
    }

    /** Without those that an empty field in an address brings. */
    private static List<String> said(List<String> values) {
        return values.stream().filter(it -> !it.isBlank()).toList();
    }

    @GetMapping("/associations/{id}")
    ModelAndView one(Page page, Api api, @PathVariable String id) {
        var association =
                api.get(Call.to("/api/register/v1/associations/{id}", id), AssociationView.class);
        var tags =
                association.tags().stream()
                        .map(tag -> vocabulary.name(api, tag, page.locale()))
                        .toList();
        return page.view(
                "register/association",
                Map.of("association", association, "tags", tags, "coming", coming(api, id)));
    }

    /** What it does soon; its page stands without the calendar too. */
    private static List<Occurrence> coming(Api api, String id) {
        try {
            return api.list(
                            Call.to("/api/calendar/v1/occurrences")
                                    .with("organizer", id)
                                    .with("limit", 10),
                            Occurrence.class)
                    .items();
        } catch (Refused refused) {
            return List.of();
        }
    }

    /** What is looked for, and its address with something more or less. */
    private record Wish(String q, List<String> tags, List<String> kinds) {
        Address address() {
            return Address.of("/associations")
                    .with("q", q)
                    .withEach("tag", tags)
                    .withEach("kind", kinds);
        }

        String with(String filter, String value) {
            return filter.equals("tag")
                    ? new Wish(q, toggled(tags, value), kinds).address().toString()
                    : new Wish(q, tags, toggled(kinds, value)).address().toString();
        }

        private static List<String> toggled(List<String> values, String value) {
            var changed = new ArrayList<>(values);
            if (!changed.remove(value)) {
                changed.add(value);
            }
            return changed;
        }
    }

    private static List<Choice> choices(
            Listing<AssociationView> list,
            String filter,
            List<String> chosen,
            java.util.function.UnaryOperator<String> name,
            Wish here) {
        var counts = list.counts().getOrDefault(filter, Map.of());
        var most =
                counts.entrySet().stream()
                        .filter(count -> !chosen.contains(count.getKey()))
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_CHOICES)
                        .map(Map.Entry::getKey);
        return Stream.concat(chosen.stream(), most)
                .map(value ->
                        new Choice(
                                name.apply(value),
                                counts.getOrDefault(value, 0L),
                                here.with(filter, value),
                                chosen.contains(value)))
                .sorted(Comparator.comparing(Choice::chosen).reversed())
                .toList();
    }
}
