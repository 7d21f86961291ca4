package se.foreningstorget.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A reader takes what a newer or older writer sent. */
class TolerantReaderTest {
    static Stream<Sample> samples() {
        return GoldenSamplesTest.samples();
    }

    static Stream<Class<?>> enums() {
        return Everything.enums();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsArePassedOver(Sample sample) {
        var type = sample.type().orElseThrow();
        var newer = sample.json();
        addUnknown(newer);
        assertThat(newer).isNotEqualTo(sample.json());
        assertThat(read(newer, type)).isEqualTo(read(sample.json(), type));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatMayBeAbsentMay(Sample sample) {
        var type = sample.type().orElseThrow();
        var sparse = sample.json();
        leaveOut(sparse, type);
        assertThat(ContractJson.mapper().<JsonNode>valueToTree(read(sparse, type)))
                .isEqualTo(sparse);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anUnknownValueBecomesTheDefaultOrNothing(Class<?> type) {
        var expected =
                Arrays.stream(type.getFields())
                        .filter(it -> it.isAnnotationPresent(JsonEnumDefaultValue.class))
                        .map(it -> Enum.valueOf(type.asSubclass(Enum.class), it.getName()))
                        .findFirst()
                        .orElse(null);
        assertThat((Object) ContractJson.mapper().readValue("\"something-new\"", type))
                .isEqualTo(expected);
    }

    @Test
    void aLeadOfAnUnknownStatusIsAtTheDesk() {
        var lead =
                GoldenSamplesTest.samples()
                        .filter(it -> it.topic().equals("register.leads"))
                        .filter(it -> it.name().equals(Sample.STATE))
                        .findFirst()
                        .orElseThrow();
        var newer = ((ObjectNode) lead.json()).put("status", "something-new");
        assertThat(read(newer, Lead.class).status()).isEqualTo(LeadStatus.WAITING);
    }

    @Test
    void listsNobodySentAreEmpty() {
        var facts =
                read(ContractJson.mapper().readTree("{\"name\":\"A\"}"), AssociationFacts.class);
        assertThat(facts.tags()).isEmpty();
        assertThat(facts.contacts()).isEmpty();
        assertThat(facts.tagsGuessed()).isFalse();
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        return ContractJson.mapper().treeToValue(json, type);
    }

    private static void addUnknown(JsonNode json) {
        json.forEach(TolerantReaderTest::addUnknown);
        if (json instanceof ObjectNode object) {
            object.putObject("fromTheFuture").putArray("parts").add(1).addNull();
        }
    }

    /** Takes away every field that is marked {@code @Nullable}, at any depth. */
    private static void leaveOut(JsonNode json, Class<?> type) {
        for (var part :
                type.isRecord()
                        ? type.getRecordComponents()
                        : new java.lang.reflect.RecordComponent[0]) {
            var value = json.get(part.getName());
            if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                ((ObjectNode) json).remove(part.getName());
            } else if (part.getType() == List.class) {
                var of = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
                value.forEach(item -> leaveOut(item, (Class<?>) of));
            } else if (value != null && value.isObject()) {
                leaveOut(value, part.getType());
            }
        }
    }
}
