package se.foreningstorget.searchkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for every query whatsoever. */
class AnyQueryTest {
    static Catalogue catalogue;

    @BeforeContainer
    static void fill() throws IOException {
        var folder = Files.createTempDirectory("any-query");
        folder.toFile().deleteOnExit();
        catalogue = City.open(folder);
    }

    @AfterContainer
    static void close() {
        catalogue.close();
    }

    @Property(tries = 500)
    void noTextThrowsAndEveryHitHasAReason(@ForAll @StringLength(max = 60) String text) {
        assertHitsHaveReasons(text);
    }

    @Property(tries = 500)
    void noMixOfWordsAndSyntaxThrows(@ForAll("typed") String text) {
        assertHitsHaveReasons(text);
    }

    @Example
    void oddTextsAreOnlyTexts() {
        for (var text :
                List.of(
                        "*",
                        "?",
                        "\"",
                        "name:",
                        "+kör -",
                        "kör AND OR NOT",
                        "[a TO b]",
                        "~~~",
                        "\\",
                        "\u0000\u0001",
                        "\ud800",
                        "kör\ud83d",
                        "🎵",
                        "...,;:-–—",
                        "/.*/",
                        "^2",
                        "{}",
                        "%00",
                        "x".repeat(10_000),
                        "kör ".repeat(2_500),
                        "å".repeat(10_000),
                        "𝔎ö𝔯".repeat(3_000))) {
            assertHitsHaveReasons(text);
        }
        assertThat(catalogue.search(Query.of("  \t ")).total()).isEqualTo(catalogue.size());
        assertThat(catalogue.search(Query.of("?!")).total()).isZero();
        assertThat(catalogue.search(Query.of("kör*")).total())
                .isEqualTo(catalogue.search(Query.of("kör")).total());
    }

    @Property(tries = 200)
    void cursorsWalkTheWholeAnswerOnce(
            @ForAll("typed") String text,
            @ForAll("orders") Order order,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        var query = Query.of(text).orderedBy(order);
        var whole = City.ids(catalogue.search(query.limit(200)));
        var walked = new ArrayList<String>();
        var page = catalogue.search(query.limit(limit));
        long total = page.total();
        walked.addAll(City.ids(page));
        while (page.next() != null) {
            page = catalogue.search(query.limit(limit).after(page.next()));
            assertThat(page.total()).isEqualTo(total);
            assertThat(page.items()).isNotEmpty();
            walked.addAll(City.ids(page));
        }
        assertThat(walked).isEqualTo(whole).hasSize((int) total).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void aMadeUpCursorIsRefused(@ForAll byte[] bytes, @ForAll("orders") Order order) {
        var cursor = Base64.getUrlEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> catalogue.search(Query.of("kör").orderedBy(order).after(cursor)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("bad-cursor");
    }

    @Example
    void aCursorOfAnotherOrderOrCutOffIsRefused() {
        var query = Query.of("helsingborg").limit(2);
        var next = catalogue.search(query).next();
        assertThat(next).isNotNull().matches("[A-Za-z0-9_-]+");
        for (var bad :
                List.of(
                        "",
                        "å",
                        "not a cursor",
                        next.substring(4),
                        next + "AAAA",
                        next.substring(0, next.length() - 4),
                        "A".repeat(99_999))) {
            assertThatThrownBy(() -> catalogue.search(query.after(bad)))
                    .as(bad)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("bad-cursor");
        }
        var sorted = query.orderedBy(Order.alphabetical("name"));
        assertThatThrownBy(() -> catalogue.search(sorted.after(next)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("bad-cursor");
    }

    @Provide
    Arbitrary<String> typed() {
        var piece =
                Arbitraries.of(
                        "kör",
                        "museiförening",
                        "helsingborg",
                        "förening",
                        "i",
                        "jag",
                        "råå",
                        "raa",
                        "hö",
                        "kararte",
                        "sjunga",
                        "barnkör",
                        "hör",
                        "och",
                        "häpna",
                        "s04",
                        "-",
                        "*",
                        "\"",
                        "~2",
                        "",
                        " ",
                        "music",
                        "sport",
                        "\u0007",
                        "(",
                        "inva-sam",
                        "schackförening",
                        "friluftsliv");
        return piece.list().ofMaxSize(6).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<Order> orders() {
        return Arbitraries.of(
                Order.RELEVANCE,
                Order.alphabetical("name"),
                Order.ascending("members"),
                Order.descending("members"));
    }

    private static void assertHitsHaveReasons(String text) {
        var page = catalogue.search(Query.of(text).limit(200));
        if (!text.isBlank()) {
            assertThat(page.items())
                    .allSatisfy(hit -> {
                        assertThat(hit.reasons()).isNotEmpty();
                        assertThat(hit.reasons())
                                .allSatisfy(reason ->
                                        assertThat(reason.fragment()).contains(reason.words()));
                    });
        }
    }
}
