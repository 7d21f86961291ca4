package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type of problem the API names is a page that explains it. */
class ProblemPagesTest {
    private static final Pattern CODE = Pattern.compile("(?m)^problem\\.([a-z-]+)=");

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyProblemHasAPageInEveryLanguage() throws IOException {
        for (var code : known().stringPropertyNames()) {
            for (var language : new String[] {"sv", "en"}) {
                var reply = site.get("/problems/" + code, "Cookie", "lang=" + language);
                assertThat(reply.statusCode()).as(code).isEqualTo(200);
                assertThat(reply.body())
                        .contains("<html lang=\"" + language, "<code>" + code + "</code>")
                        .contains("href=\"mailto:")
                        .contains("<dd>" + known().getProperty(code) + "</dd>");
            }
        }
        assertThat(site.get("/problems/slot-taken").body())
                .contains("Det stämmer inte med hur det är nu", "Någon annan har bokat");
    }

    @Test
    void anUnknownProblemIsNotFound() {
        assertThat(site.get("/problems/none-of-ours").statusCode()).isEqualTo(404);
        assertThat(site.get("/problems/..%2Fweb").statusCode()).isBetween(400, 499);
    }

    /** The texts of the other modules, read as files: the pages depend on none of them. */
    @Test
    void everyCodeTheServicesHaveATextForIsKnown() throws IOException {
        var codes = new TreeSet<String>();
        try (var modules = Files.newDirectoryStream(Path.of(".."))) {
            for (var module : modules) {
                var resources = module.resolve("src/main/resources");
                if (!Files.isDirectory(resources)) {
                    continue;
                }
                try (var texts = Files.newDirectoryStream(resources, "*-texts.properties")) {
                    for (var file : texts) {
                        CODE.matcher(Files.readString(file))
                                .results()
                                .forEach(it -> codes.add(it.group(1)));
                    }
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(known().stringPropertyNames()).as("problem-codes.properties").containsAll(codes);
    }

    private static Properties known() throws IOException {
        var codes = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                ProblemPagesTest.class.getResourceAsStream(
                                        "/problem-codes.properties")),
                        StandardCharsets.UTF_8)) {
            codes.load(in);
        }
        return codes;
    }
}
