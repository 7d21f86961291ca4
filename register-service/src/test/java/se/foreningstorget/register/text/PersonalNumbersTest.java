package se.foreningstorget.register.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of people in free text; those here are the tax agency's test numbers or made up. */
class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9876",
                "8112189876",
                "19811218-9876",
                "198112189876",
                "811218+9876",
                "811218 9876",
                "811218 – 9876",
                "811278-9873",
                "(811218-9876)"
            })
    void isFoundAndMadeUnreadable(String number) {
        var text = "Jag heter Alma, " + number + ", och vill sjunga.";
        assertThat(PersonalNumbers.surelyIn(text)).isTrue();
        assertThat(PersonalNumbers.masked(text))
                .doesNotContain("9876")
                .doesNotContain("9873")
                .contains("******-****")
                .startsWith("Jag heter Alma, ")
                .endsWith(", och vill sjunga.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9875",
                "811318-9876",
                "042-10 50 00",
                "802002-1234",
                "konto 123456789012345",
                "2026-11-22",
                "1234567890"
            })
    void otherNumbersAreLeftAlone(String number) {
        assertThat(PersonalNumbers.surelyIn(number)).isFalse();
        assertThat(PersonalNumbers.masked(number)).isEqualTo(number);
    }

    @Test
    void whatCanBeATelephoneNumberIsNotRefusedButMasked() {
        assertThat(PersonalNumbers.surelyIn("ring 0701012395")).isFalse();
        assertThat(PersonalNumbers.masked("ring 0701012395")).isEqualTo("ring ******-****");
        assertThat(PersonalNumbers.surelyIn("070101-2395")).isTrue();
    }
}
