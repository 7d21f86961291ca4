package se.foreningstorget.register.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in fields of a shape. */
class ShapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org",
                "HTTP://example.org:8080/a?b=c#d",
                "https://kören.example.org/"
            })
    void homepages(String text) {
        assertThat(text).matches(Shapes.HOMEPAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "example.org",
                "ftp://example.org",
                "https://",
                "https://user:secret@example.org",
                "https://example.org/\"onclick=",
                "https://example.org/ x",
                "https://example.org\nhttps://other.example.org"
            })
    void noHomepages(String text) {
        assertThat(text).doesNotMatch(Shapes.HOMEPAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alma@example.org", "alma+kor@sub.example.org", "åsa@example.org"})
    void addresses(String text) {
        assertThat(text).matches(Shapes.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alma",
                "alma@example",
                "Alma <alma@example.org>",
                "a@example.org,b@example.org",
                "alma@example.org\nBcc: b@example.org"
            })
    void noAddresses(String text) {
        assertThat(text).doesNotMatch(Shapes.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "042-10 50 00", "+46 70 123 45 67", "10500 (vardagar 9-12)"})
    void telephones(String text) {
        assertThat(text).matches(Shapes.PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring mig", "1234", "042-105000\n<b>"})
    void noTelephones(String text) {
        assertThat(text).doesNotMatch(Shapes.PHONE);
    }
}
