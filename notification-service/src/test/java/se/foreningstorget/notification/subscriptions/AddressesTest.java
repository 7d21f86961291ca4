package se.foreningstorget.notification.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribers' ids can be guessed by nobody but in trials. */
class AddressesTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:8080/"})
    void aTrialNeedsNoPepper(@Nullable String publicUrl) {
        assertThat(new Addresses(null, publicUrl).idOf("anna@example.org").value()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://square.example.org",
                "http://192.0.2.7:8080",
                "https://localhost.example.org",
                "https://127.example.org",
                "square"
            })
    void whatIsReachedFromOutsideDoes(String publicUrl) {
        assertThatThrownBy(() -> new Addresses(" ", publicUrl))
                .hasMessageContaining("foreningstorget.address-pepper is needed")
                .hasMessageContaining(publicUrl);
        assertThat(new Addresses("pepper", publicUrl).idOf("anna@example.org"))
                .isNotEqualTo(new Addresses("salt", publicUrl).idOf("anna@example.org"));
    }

    @Test
    void thePepperAloneMakesTheId() {
        assertThat(new Addresses("pepper", null).idOf("anna@example.org"))
                .isEqualTo(
                        new Addresses("pepper", "https://square.example.org")
                                .idOf("Anna@example.org"));
    }
}
