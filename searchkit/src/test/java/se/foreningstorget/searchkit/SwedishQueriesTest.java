package se.foreningstorget.searchkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they should find. */
class SwedishQueriesTest {
    @TempDir static Path folder;
    static Catalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = City.open(folder);
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    /** A query, then hits that must be among the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SwedishQueries.FINDS)
    void aQueryFinds(String query, String expected) {
        assertThat(find(query)).containsAll(list(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SwedishQueries.FIRST)
    void aQueryFindsFirst(String query, String expected) {
        assertThat(find(query)).startsWith(list(expected).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SwedishQueries.NOT)
    void aQueryDoesNotFind(String query, String unexpected) {
        assertThat(find(query)).doesNotContainAnyElementsOf(list(unexpected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jag",
                "vill",
                "i",
                "för en",
                "jag vill i en",
                "och",
                "på till av",
                "the of"
            })
    void fillerWordsAloneFindNothing(String filler) {
        assertThat(find(filler)).isEmpty();
    }

    @Test
    void aNameIsFoundFirstByItself() {
        for (var association : City.associations()) {
            assertThat(find(association.id())).as(association.id()).startsWith(association.id());
        }
    }

    private static List<String> find(String query) {
        return City.ids(catalogue.search(Query.of(query).limit(100)));
    }

    private static List<String> list(String names) {
        return Arrays.stream(names.split(";")).map(String::strip).toList();
    }
}
