package se.foreningstorget.calendar.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and moments in queries. */
class MomentsTest {

    @Test
    void aDayIsTheCitysAndWhole() {
        assertThat(Moments.from("from", "2027-03-28")).isEqualTo("2027-03-27T23:00:00Z");
        assertThat(Moments.to("to", "2027-03-28")).isEqualTo("2027-03-28T22:00:00Z");
    }

    @Test
    void aMomentIsItself() {
        assertThat(Moments.from("from", "2027-03-28T12:00:00+02:00"))
                .isEqualTo("2027-03-28T10:00:00Z");
        assertThat(Moments.to("to", "2027-03-28t10:00:00.5z"))
                .isEqualTo("2027-03-28T10:00:00.500Z");
    }

    @Test
    void aPlusThatCameAsASpaceIsUnderstood() {
        assertThat(Moments.from("from", "2027-03-28T12:00:00 02:00"))
                .isEqualTo("2027-03-28T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idag",
                "2027-02-30",
                "2027-3-1",
                "2027-03-28T12:00:00",
                "2027-03-28T25:00:00Z",
                "+999999999-01-01",
                "99999-01-01"
            })
    void otherwiseItIsNoMoment(String text) {
        assertThatThrownBy(() -> Moments.from("from", text)).hasMessage("not-a-moment");
    }
}
