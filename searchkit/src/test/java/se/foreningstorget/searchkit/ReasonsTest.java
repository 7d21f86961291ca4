package se.foreningstorget.searchkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hit says why it was found, in the words of the entry. */
class ReasonsTest {
    @TempDir static Path folder;
    static Catalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = City.open(folder);
        catalogue.put(
                Entry.of("long")
                        .text(
                                "description",
                                "Ord ".repeat(200) + "om luftballonger. " + "Mer ".repeat(200))
                        .build());
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    @Test
    void aCompoundIsShownWholeWhenAPartMatched() {
        assertThat(reasons("kammarmusik", "Helsingborgs kammarmusikförening"))
                .containsExactly(
                        new Reason(
                                "name",
                                "Helsingborgs kammarmusikförening",
                                List.of("kammarmusikförening")));
    }

    @Test
    void anInflectedWordIsShownAsItStands() {
        assertThat(reasons("museum", "Råå museiförening").getFirst().words())
                .containsExactly("museiförening");
    }

    @Test
    void aSynonymIsShownByTheWordThatMatched() {
        assertThat(reasons("sjunga", "Kullabygdens manskör"))
                .contains(new Reason("name", "Kullabygdens manskör", List.of("manskör")))
                .contains(
                        new Reason(
                                "description",
                                "Fyrstämmig sång i klassisk stil.",
                                List.of("sång")));
    }

    @Test
    void aTypingErrorIsShownByWhatWasMeant() {
        assertThat(reasons("kararte", "Helsingborgs karateklubb").getFirst().words())
                .containsExactly("karateklubb");
    }

    @Test
    void aWordWithoutItsDotsIsShownWithThem() {
        assertThat(reasons("odakra", "Ödåkra brevduveförening").getFirst().words())
                .containsExactly("Ödåkra");
    }

    @Test
    void theHeavierFieldComesFirst() {
        assertThat(reasons("dans", "Dansföreningen Polskan"))
                .extracting(Reason::field)
                .containsExactly("name", "description");
    }

    @Test
    void aLongTextIsCutAroundTheMatch() {
        var reason = reasons("luftballong", "long").getFirst();
        assertThat(reason.fragment()).startsWith("… Ord").endsWith("Mer …").hasSizeLessThan(180);
        assertThat(reason.fragment()).contains(reason.words());
        assertThat(reason.words()).containsExactly("luftballonger");
    }

    @Test
    void everythingNeedsNoReason() {
        assertThat(catalogue.search(Query.everything()).items())
                .allSatisfy(hit -> assertThat(hit.reasons()).isEmpty());
    }

    private static List<Reason> reasons(String text, String id) {
        return catalogue.search(Query.of(text).limit(100)).items().stream()
                .filter(hit -> hit.id().equals(id))
                .findFirst()
                .orElseThrow()
                .reasons();
    }
}
