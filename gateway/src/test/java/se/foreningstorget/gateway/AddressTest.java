package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an address is logged: never the part that can be a key. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "/leads/lead-1/answer/kor/secret, /leads/…",
        "/newsletter/confirm/secret, /newsletter/…",
        "/api/notification/v1/unsubscribe/secret, /api/notification/v1/unsubscribe/…",
        "/api/register/v1/associations, /api/register/v1/associations",
        "/api, /api",
        "/, /"
    })
    void onlyItsBeginningIsLogged(String path, String logged) {
        assertThat(Address.beginning(path)).isEqualTo(logged);
    }
}
