package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Mails that could only fail are not begun with. */
class SmtpSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "from, square",
        "from, square@",
        "from, 'Square <square@example.org>, b@example.org'",
        "from, 'a b@example.org'",
        "reply-to, nobody",
        "reply-to, 'a@example.org, b@example.org'"
    })
    void whatIsNoAddressIsToldWithItsName(String property, String value) {
        assertThatThrownBy(() -> bound(property, value))
                .rootCause()
                .hasMessage(
                        "foreningstorget.smtp." + property + " is not an e-mail address: " + value);
    }

    @Test
    void oneThatIsLeftEmptyIsNone() {
        assertThat(bound("reply-to", " ").replyTo()).isNull();
        assertThat(bound("reply-to", "a@example.org").replyTo()).isEqualTo("a@example.org");
        assertThat(bound("port", "2525").from()).contains("@");
    }

    private static SmtpSettings bound(String property, String value) {
        var source =
                new MapConfigurationPropertySource(
                        Map.of("foreningstorget.smtp." + property, value));
        return new Binder(source).bindOrCreate("foreningstorget.smtp", SmtpSettings.class);
    }
}
