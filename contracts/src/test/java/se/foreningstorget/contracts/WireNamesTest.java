package se.foreningstorget.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Names on the wire: chosen, one shape, never a class's own. */
class WireNamesTest {
    private static final String LOWER_HYPHEN = "[a-z0-9]+(-[a-z0-9]+)*";

    static Stream<Topic<?, ?>> topics() {
        return Everything.topics().stream();
    }

    static Stream<Class<?>> enums() {
        return Everything.enums();
    }

    static Stream<Class<?>> ids() {
        return Everything.ids();
    }

    @Test
    void topicsHaveNamesOfTheirOwn() {
        assertThat(topics().map(Topic::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void eventsHaveNamesOfTheirOwn(Topic<?, ?> topic) {
        var names = Arrays.stream(topic.event().getPermittedSubclasses()).map(Topic::wireName);
        assertThat(names)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(LOWER_HYPHEN))
                .doesNotContain("state-republished"); // the machinery's own, on every topic
        assertThat(topic.event().getPermittedSubclasses()).allMatch(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enumsAreWrittenInLowerHyphen(Class<?> type) throws NoSuchFieldException {
        for (var constant : type.getEnumConstants()) {
            var name = ((Enum<?>) constant).name();
            var wire = type.getField(name).getAnnotation(JsonProperty.class);
            assertThat(wire).as(type + "." + name).isNotNull();
            assertThat(wire.value())
                    .isEqualTo(name.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .matches(LOWER_HYPHEN);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void idsAreTextOnTheWire(Class<?> type) {
        var json = "\"a-1\"";
        var id = ContractJson.mapper().readValue(json, type);
        assertThat(id).hasToString("a-1").isEqualTo(ContractJson.mapper().readValue(json, type));
        assertThat(ContractJson.mapper().writeValueAsString(id)).isEqualTo(json);
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> ContractJson.mapper().readValue("\"../etc\"", type)))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "a-b", "a--b", "0f4d6a1b-2c3e-4f50-6172-83940a1b2c3d"})
    void goodIds(String id) {
        assertThat(Ids.require(id)).isEqualTo(id);
        assertThat(Ids.require("x".repeat(64))).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "a-",
                "-a",
                "A",
                "å",
                "a b",
                "a/b",
                "a.b",
                "..",
                "a\n",
                "a\u0000",
                "a%2fb",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void badIds(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.require(id));
    }
}
