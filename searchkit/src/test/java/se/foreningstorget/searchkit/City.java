package se.foreningstorget.searchkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The associations the tests search: real names of a published list, and made-up ones. */
final class City {
    static final Fields FIELDS =
            Fields.none()
                    .text("name", 10)
                    .text("activity", 4)
                    .text("description", 1)
                    .facet("activity")
                    .facet("district")
                    .sortable("name")
                    .number("members");

    private static final List<String> DISTRICTS = List.of("Råå", "Söder", "Tågaborg", "Ödåkra");

    private City() {}

    static List<Entry> associations() {
        return WordFile.lines("associations.txt").stream().map(City::association).toList();
    }

    static Catalogue open(Path folder) {
        var catalogue = Catalogue.open(folder, FIELDS, Refused::new);
        associations().forEach(catalogue::put);
        return catalogue;
    }

    static List<String> ids(Page page) {
        return page.items().stream().map(Hit::id).toList();
    }

    /** An association's id is its name, so that tests read well. */
    private static Entry association(String line) {
        var parts = line.split("\\|", -1);
        var name = parts[0].strip();
        var tags = Arrays.asList(parts.length > 1 ? parts[1].strip().split(" ") : new String[0]);
        return Entry.of(name)
                .text("name", name)
                .texts("activity", tags)
                .text("description", parts.length > 2 ? parts[2].strip() : null)
                .facets("activity", tags)
                .facet("district", DISTRICTS.get(name.length() % DISTRICTS.size()))
                .sortable("name", name)
                .number("members", (long) name.length())
                .payload(name.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
