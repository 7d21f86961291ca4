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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in every language. */
class TextsTest {
    private static final Pattern USED = Pattern.compile("page\\.t\\(\\s*\"([a-zA-Z0-9.-]+)\"[,)]");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        var swedish = texts("/web-texts.properties");
        var english = texts("/web-texts_en.properties");
        assertThat(english.stringPropertyNames())
                .hasSizeGreaterThan(200)
                .isEqualTo(swedish.stringPropertyNames());
        // an apostrophe would start a quotation in a text with arguments
        assertThat(swedish.values()).noneSatisfy(it -> assertThat(it.toString()).contains("'"));
        assertThat(english.values()).noneSatisfy(it -> assertThat(it.toString()).contains("'"));
    }

    /** Helsingborg's own word, in texts, templates and code alike. */
    @Test
    void theVolunteerCentreHasOneName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("(?i)volontärcentr(um|al)");
            }
        }
        assertThat(texts("/web-texts.properties").getProperty("nav.volunteers"))
                .isEqualTo("Volontärcenter");
    }

    @Test
    void everyTextAPageNamesExists() throws IOException {
        var used = new TreeSet<String>();
        for (var root : new String[] {"src/main/jte", "src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var matcher = USED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(150);
        assertThat(texts("/web-texts.properties").stringPropertyNames()).containsAll(used);
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
