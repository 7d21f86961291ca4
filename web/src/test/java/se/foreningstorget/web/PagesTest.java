package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in every language, is whole. */
class PagesTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void forget() {
        site.api.forget();
    }

    static Stream<Arguments> pagesAndLanguages() {
        return EveryPage.ALL.stream()
                .flatMap(page -> Stream.of("sv", "en").map(it -> Arguments.of(page, it)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesAndLanguages")
    void aPageIsWhole(EveryPage page, String language) {
        var reply = site.get(page.path(), "Cookie", page.cookies(language));
        var html = reply.body();

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(html)
                .contains("<html lang=\"" + language + "\"")
                .contains("href=\"#main\"")
                .contains("id=\"main\"")
                .doesNotContain("??")
                .doesNotContain("style=")
                .doesNotContain("<script")
                .doesNotContain("null");
        assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
        assertThat(html)
                .containsPattern(Pattern.compile("<title>[^<]{3,} – Föreningstorget</title>"));
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(site.api.asked())
                .isNotNull()
                .allSatisfy(asked ->
                        assertThat(asked.headers().get("Accept-language")).isEqualTo(language));
    }

    @Test
    void whatOthersWroteIsText() {
        assertThat(site.get("/associations/skript").body())
                .contains("&lt;script&gt;alert('hej')&lt;/script&gt;")
                .doesNotContain("<script>")
                .doesNotContain("<img src=x")
                .doesNotContain("<b>x</b>")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void theMatchingWordsAreMarked() {
        assertThat(site.get("/associations?q=k").body())
                .contains("<mark>sjunger</mark> visor")
                .contains("från mötesanteckningarna 2016, inte bekräftat");
    }

    @Test
    void theLanguageIsWhatTheBrowserAsksForUntilSomebodyChooses() {
        assertThat(site.get("/", "Accept-Language", "en-GB,en;q=0.8").body())
                .contains("<html lang=\"en\"");
        assertThat(site.get("/", "Accept-Language", "fi").body()).contains("<html lang=\"sv\"");
        var chosen = site.get("/?lang=en", "Accept-Language", "sv");
        assertThat(chosen.body()).contains("<html lang=\"en\"");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anySatisfy(it ->
                        assertThat(it).startsWith("lang=en").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void theTokenIsPassedOnAndAnOldOneIsNot() {
        var unused = site.get("/volunteer-centre", "Cookie", "token=" + Site.STAFF);
        assertThat(site.api.last("GET").headers().get("Authorization"))
                .isEqualTo("Bearer " + Site.STAFF);
        var old = Site.token("{\"sub\":\"kim\",\"exp\":1000}");
        var reply = site.get("/associations", "Cookie", "token=" + old);
        assertThat(reply.body()).doesNotContain("Inloggad");
        assertThat(site.api.last("GET").headers()).doesNotContainKey("Authorization");
    }

    @Test
    void theStyleSheetIsKeptForAYearUnderAnAddressOfItsOwn() {
        var matcher =
                Pattern.compile("href=\"(/assets/site-[0-9a-f]{32}\\.css)\"")
                        .matcher(site.get("/").body());
        assertThat(matcher.find()).isTrue();
        var sheet = site.get(matcher.group(1));
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable");
    }

    @Test
    void whatIsPersonalIsNotKept() {
        var page = EveryPage.ALL.stream().filter(it -> it.name().equals("lead-receipt")).findAny();
        var headers = site.get(page.orElseThrow().path()).headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }
}
