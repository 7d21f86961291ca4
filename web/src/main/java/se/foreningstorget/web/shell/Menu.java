package se.foreningstorget.web.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main menu: what everybody finds, and what this visitor's work is. */
public final class Menu {
    private Menu() {}

    /**
     * A row of it.
     *
     * @param here whether the page stands under it, and under no row more closely
     */
    public record Entry(String href, String key, boolean here) {}

    private record Row(String href, String key, String area) {
        Row(String href, String key) {
            this(href, key, href);
        }
    }

    public static List<Entry> of(Page page) {
        var rows = rows(page);
        @Nullable Row nearest =
                rows.stream()
                        .filter(row -> page.isUnder(row.area()))
                        .max(Comparator.comparingInt(row -> row.area().length()))
                        .orElse(null);
        return rows.stream()
                .map(row -> new Entry(row.href(), row.key(), row.equals(nearest)))
                .toList();
    }

    private static List<Row> rows(Page page) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("/associations", "nav.associations"));
        rows.add(new Row("/leads/new", "nav.lead", "/leads"));
        rows.add(new Row("/events", "nav.events"));
        rows.add(new Row("/venues", "nav.venues"));
        rows.add(new Row("/newsletter", "nav.newsletter"));
        var mine = page.visitor().editorOf();
        if (!mine.isEmpty()) {
            rows.add(new Row("/my-association", "nav.mine"));
        }
        if (mine.size() == 1) {
            // who speaks for several chooses among them first
            var leads = Address.of("/my-association/{id}/leads", mine.getFirst()).toString();
            rows.add(new Row(leads, "nav.mine.leads"));
        }
        if (page.visitor().isVolunteerCentre()) {
            rows.add(new Row("/volunteer-centre", "nav.volunteers"));
        }
        if (page.visitor().isStaff()) {
            rows.add(new Row("/newsletter/compose", "nav.compose"));
        }
        return rows;
    }
}
