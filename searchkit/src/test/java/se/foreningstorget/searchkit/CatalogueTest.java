package se.foreningstorget.searchkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Putting, taking away, filtering, ordering. */
class CatalogueTest {
    static final Fields FIELDS =
            Fields.none()
                    .text("name", 10)
                    .facet("day")
                    .facet("district")
                    .sortable("name")
                    .number("begins");

    @TempDir Path folder;
    Catalogue catalogue;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder, FIELDS, Refused::new);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void whatWasPutIsFoundAtOnce() {
        put("1", "Schackklubben");
        assertThat(find(Query.of("schack"))).containsExactly("1");
        put("2", "Schacksällskapet");
        assertThat(find(Query.of("schack"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void puttingAgainReplaces() {
        put("1", "Schackklubben");
        put("1", "Bridgeklubben");
        assertThat(find(Query.of("schack"))).isEmpty();
        assertThat(find(Query.of("bridge"))).containsExactly("1");
        assertThat(catalogue.size()).isEqualTo(1);
    }

    @Test
    void whatWasRemovedIsGone() {
        put("1", "Schackklubben");
        catalogue.remove("1");
        catalogue.remove("never there");
        assertThat(find(Query.everything())).isEmpty();
        assertThat(catalogue.get("1")).isEmpty();
    }

    @Test
    void thePayloadComesBackAsItWas() {
        catalogue.put(Entry.of("1").payload("{\"å\":1}".getBytes(StandardCharsets.UTF_8)).build());
        var hit = catalogue.search(Query.everything()).items().getFirst();
        assertThat(hit.payload()).asString(StandardCharsets.UTF_8).isEqualTo("{\"å\":1}");
        assertThat(catalogue.get("1").orElseThrow()).isEqualTo(hit.payload());
    }

    @Test
    void anEmptyCatalogueAnswersEverythingWithNothing() {
        assertThat(find(Query.of("kammarmusikföreningen"))).isEmpty();
        assertThat(find(Query.everything().orderedBy(Order.alphabetical("name")))).isEmpty();
        assertThat(find(Query.everything().orderedBy(Order.descending("begins")))).isEmpty();
    }

    @Test
    void openingWipesTheFolder() throws Exception {
        put("1", "Schackklubben");
        catalogue.close();
        Files.createDirectories(folder.resolve("left/over"));
        catalogue = Catalogue.open(folder, FIELDS, Refused::new);
        assertThat(catalogue.size()).isZero();
        assertThat(folder.resolve("left")).doesNotExist();
    }

    @Test
    void filtersTakeAnyValueWithinAFacetAndAllFacets() {
        fillWeek();
        assertThat(find(Query.everything().where("day", List.of("tue", "thu"))))
                .containsExactlyInAnyOrder("tue-råå", "thu-råå", "thu-söder");
        assertThat(find(Query.everything().where("day", "thu").where("district", "Råå")))
                .containsExactly("thu-råå");
        assertThat(find(Query.everything().except("day", List.of("mon", "tue"))))
                .containsExactlyInAnyOrder("thu-råå", "thu-söder");
        assertThat(find(Query.everything().where("day", "sun"))).isEmpty();
        assertThat(find(Query.everything().where("day", List.of()))).hasSize(5);
    }

    @Test
    void aFacetIsCountedAsIfItsOwnFilterWereOff() {
        fillWeek();
        var counts = catalogue.search(Query.of("kör").where("day", "thu")).counts();
        assertThat(counts.get("day"))
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of("mon", 2L, "thu", 2L, "tue", 1L));
        assertThat(counts.get("district"))
                .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("Råå", 1L, "Söder", 1L));
        var all = catalogue.search(Query.everything());
        assertThat(all.counts().get("district").keySet()).containsExactly("Råå", "Söder");
        assertThat(all.counts().get("district")).containsEntry("Råå", 3L);
    }

    @Test
    void countsFollowWhatIsPutAndRemoved() {
        fillWeek();
        catalogue.search(Query.everything());
        catalogue.remove("thu-råå");
        catalogue.put(Entry.of("new").facet("day", "sun").facet("day", "mon").build());
        assertThat(catalogue.search(Query.everything()).counts().get("day"))
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of("mon", 3L, "thu", 1L, "tue", 1L, "sun", 1L));
    }

    @Test
    void expungedIsGoneFromTheFilesToo() throws IOException {
        fillWeek();
        catalogue.put(Entry.of("secret").text("name", "Hemlighetsförbundet").build());
        catalogue.size();
        assertThat(filesHold("hemlighetsförbundet")).isTrue();
        catalogue.remove("secret");
        catalogue.expunge();
        assertThat(filesHold("hemlighetsförbundet")).isFalse();
        assertThat(catalogue.size()).isEqualTo(5);
    }

    private boolean filesHold(String word) throws IOException {
        var sought = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void aRangeIncludesItsStartAndNotItsEnd() {
        for (long hour = 1; hour <= 5; hour++) {
            catalogue.put(Entry.of("at" + hour).number("begins", hour).build());
        }
        catalogue.put(Entry.of("never").build());
        assertThat(find(Query.everything().between("begins", 2L, 4L)))
                .containsExactlyInAnyOrder("at2", "at3");
        assertThat(find(Query.everything().between("begins", 4L, null)))
                .containsExactlyInAnyOrder("at4", "at5");
        assertThat(find(Query.everything().between("begins", null, 2L))).containsExactly("at1");
        assertThat(find(Query.everything().between("begins", 4L, 4L))).isEmpty();
        assertThat(find(Query.everything().between("begins", null, null))).hasSize(5);
    }

    @Test
    void namesSortInSwedishOrderWordByWord() {
        var sorted =
                List.of(
                        "Akvarieföreningen",
                        "ATSU",
                        "Café Äpplet",
                        "cafeterian",
                        "Råå IF",
                        "Råå museiförening",
                        "Zonta",
                        "Åkarna",
                        "ÄLGARNA",
                        "Ödlan",
                        "ögat");
        IntStream.range(0, sorted.size())
                .map(i -> (i * 7) % sorted.size())
                .mapToObj(sorted::get)
                .forEach(name -> catalogue.put(Entry.of(name).sortable("name", name).build()));
        catalogue.put(Entry.of("nameless").build());
        assertThat(find(Query.everything().orderedBy(Order.alphabetical("name"))))
                .startsWith(sorted.toArray(String[]::new))
                .endsWith("nameless");
    }

    @Test
    void numbersSortBothWaysWithTheNumberlessLast() {
        catalogue.put(Entry.of("none").build());
        catalogue.put(Entry.of("2").number("begins", 2L).build());
        catalogue.put(Entry.of("-1").number("begins", -1L).build());
        catalogue.put(Entry.of("10").number("begins", 10L).build());
        assertThat(find(Query.everything().orderedBy(Order.ascending("begins"))))
                .containsExactly("-1", "2", "10", "none");
        assertThat(find(Query.everything().orderedBy(Order.descending("begins"))))
                .containsExactly("10", "2", "-1", "none");
    }

    @Test
    void undeclaredFieldsAndLimitsOutOfBoundsAreRefused() {
        var refused = IllegalArgumentException.class;
        assertThatThrownBy(() -> catalogue.put(Entry.of("1").text("title", "x").build()))
                .isInstanceOf(refused);
        assertThatThrownBy(() -> find(Query.everything().where("colour", "red")))
                .isInstanceOf(refused);
        assertThatThrownBy(() -> find(Query.everything().orderedBy(Order.ascending("name"))))
                .isInstanceOf(refused);
        assertThatThrownBy(() -> Query.everything().limit(201)).isInstanceOf(refused);
        assertThatThrownBy(() -> Query.everything().limit(0)).isInstanceOf(refused);
    }

    @Test
    void aFilterLeftEmptyIsNone() {
        fillWeek();
        assertThat(find(Query.everything().where("day", List.of("", "tue")))).hasSize(1);
        assertThat(find(Query.everything().where("day", " "))).hasSize(5);
        assertThat(find(Query.everything().where("day", (List<String>) null))).hasSize(5);
    }

    @Test
    void aWordIsFoundWithoutItsRingsTooAndAfterTheExactOne() {
        put("ringless", "Raa hembygdsförening");
        assertThat(find(Query.of("råå"))).containsExactly("ringless");
        assertThat(find(Query.of("råå hembygdsförening"))).containsExactly("ringless");
        put("ringed", "Råå hembygdsförening");
        assertThat(find(Query.of("råå"))).containsExactly("ringed", "ringless");
        assertThat(find(Query.of("raa"))).containsExactly("ringless", "ringed");
    }

    @Test
    void aWordThatIsThereIsNotTakenForAnotherWithoutRings() {
        for (var i : List.of("1", "2", "3")) {
            put("support" + i, "Stöd " + i);
        }
        put("stood", "Vi stod");
        assertThat(find(Query.of("stöd"))).doesNotContain("stood").hasSize(3);
    }

    @Test
    void everyThreadFindsWhatItPutWhileOthersPut() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found =
                    threads.invokeAll(
                            IntStream.range(0, 8)
                                    .<Callable<Boolean>>mapToObj(this::putter)
                                    .toList());
            for (var each : found) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(catalogue.search(Query.of("körerna").limit(1)).total()).isEqualTo(8 * 50);
    }

    private Callable<Boolean> putter(int thread) {
        return () -> {
            for (int i = 0; i < 50; i++) {
                var name = "Kör t" + thread + "n" + i;
                put(name, name);
                if (!find(Query.of(name)).getFirst().equals(name)) {
                    return false;
                }
            }
            return true;
        };
    }

    private void fillWeek() {
        for (var place : List.of("mon-Råå", "mon-Söder", "tue-Råå", "thu-Råå", "thu-Söder")) {
            var parts = place.split("-");
            catalogue.put(
                    Entry.of(place.toLowerCase(java.util.Locale.ROOT))
                            .text("name", "Kör " + place)
                            .facet("day", parts[0])
                            .facet("district", parts[1])
                            .build());
        }
    }

    private void put(String id, String name) {
        catalogue.put(Entry.of(id).text("name", name).build());
    }

    private List<String> find(Query query) {
        return City.ids(catalogue.search(query));
    }
}
