package se.foreningstorget.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What was ever sent can still be read: samples are added, never edited. */
class GoldenSamplesTest {
    private static final List<Sample> SAMPLES = Sample.all();

    static Stream<Sample> samples() {
        return SAMPLES.stream().filter(sample -> !sample.name().equals(Sample.RECORD));
    }

    static Stream<Sample> records() {
        return SAMPLES.stream().filter(sample -> sample.name().equals(Sample.RECORD));
    }

    static Stream<Arguments> whatNeedsASample() {
        return Everything.topics().stream()
                .flatMap(topic ->
                        Stream.concat(
                                        topic.eventTypes().keySet().stream().sorted(),
                                        Stream.of(Sample.STATE))
                                .map(name -> Arguments.of(topic.name(), name)));
    }

    @Test
    void severalServicesHaveTopics() {
        assertThat(Everything.topics()).extracting(Topic::owner).contains("register", "calendar");
        assertThat(records()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatNeedsASample")
    void everyEventAndStateHasASample(String topic, String name) {
        assertThat(SAMPLES)
                .as("add golden/v<newest>/%s/%s.json with every field filled in", topic, name)
                .anyMatch(it -> it.topic().equals(topic) && it.name().equals(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleReadsAndWritesBackEqual(Sample sample) {
        JsonNode written =
                writtenBack(sample.json(), sample.type().orElseThrow(), ContractJson.mapper());
        if (sample.isNewest()) {
            assertThat(written).isEqualTo(sample.json());
        } else {
            // a field added since has its default; nothing said then is lost
            assertSaysAll(sample.json(), written);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theNewestSampleLeavesNoFieldOut(Sample sample) {
        if (sample.isNewest()) {
            var everything =
                    ContractJson.mapper()
                            .rebuild()
                            .changeDefaultPropertyInclusion(
                                    all -> all.withValueInclusion(JsonInclude.Include.ALWAYS))
                            .build();
            JsonNode written = writtenBack(sample.json(), sample.type().orElseThrow(), everything);
            assertThat(written)
                    .as("a field was added: add a sample that has it to a new version's folder")
                    .isEqualTo(sample.json());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aWholeRecordHoldsAnEventAndAState(Sample sample) {
        var record = sample.json();
        assertThat(record.propertyNames())
                .containsExactlyInAnyOrder("type", "data", "seq", "at", "state", "stateSeq");
        var topic = sample.ofTopic();
        var type = Sample.typeOf(topic, record.get("type").asString());
        var mapper = ContractJson.mapper();
        assertThat(writtenBack(record.get("data"), type, mapper)).isEqualTo(record.get("data"));
        assertThat(writtenBack(record.get("state"), topic.state(), mapper))
                .isEqualTo(record.get("state"));
    }

    private static JsonNode writtenBack(
            JsonNode sample, Class<?> type, tools.jackson.databind.ObjectMapper writer) {
        Object read = ContractJson.mapper().treeToValue(sample, type);
        return writer.readTree(writer.writeValueAsBytes(read));
    }

    private static void assertSaysAll(JsonNode sample, JsonNode written) {
        if (sample.isObject()) {
            sample.properties()
                    .forEach(field -> {
                        assertThat(written.has(field.getKey())).as(field.getKey()).isTrue();
                        assertSaysAll(field.getValue(), written.get(field.getKey()));
                    });
        } else if (sample.isArray()) {
            assertThat(written.size()).isEqualTo(sample.size());
            for (int i = 0; i < sample.size(); i++) {
                assertSaysAll(sample.get(i), written.get(i));
            }
        } else {
            assertThat(written).isEqualTo(sample);
        }
    }
}
