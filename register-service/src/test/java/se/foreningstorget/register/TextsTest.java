package se.foreningstorget.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.foreningstorget.eventkit.Rejection;

/** Every text stands in every language, and every refusal has one. */
public class TextsTest {

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        var swedish = read("/register-service-texts.properties");
        var english = read("/register-service-texts_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        assertThat(Stream.of(swedish, english).flatMap(texts -> texts.values().stream()))
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    /** For the rooms' own tests, which alone see the refusals. */
    public static void haveTexts(Rejection... refusals) throws IOException {
        var texts = read("/register-service-texts.properties");
        texts.putAll(read("/eventkit-texts.properties"));
        assertThat(texts.stringPropertyNames())
                .containsAll(Arrays.stream(refusals).map(it -> "problem." + it.code()).toList());
    }

    private static Properties read(String file) throws IOException {
        var texts = new Properties();
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(TextsTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
