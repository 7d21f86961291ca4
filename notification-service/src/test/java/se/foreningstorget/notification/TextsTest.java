package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, with the same gaps to fill. */
class TextsTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        var swedish = texts("");
        var english = texts("_en");
        assertThat(english.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        for (var name : swedish.stringPropertyNames()) {
            assertThat(gaps(english, name)).as(name).isEqualTo(gaps(swedish, name));
            // MessageFormat would swallow it.
            assertThat(english.getProperty(name)).doesNotContain("'");
            assertThat(swedish.getProperty(name)).doesNotContain("'");
        }
    }

    private static java.util.List<String> gaps(Properties texts, String name) {
        return GAP.matcher(texts.getProperty(name))
                .results()
                .map(it -> it.group())
                .sorted()
                .toList();
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                Objects.requireNonNull(
                        TextsTest.class.getResourceAsStream(
                                "/notification-service-texts" + language + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
