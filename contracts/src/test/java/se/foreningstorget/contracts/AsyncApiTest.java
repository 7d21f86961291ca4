package se.foreningstorget.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of topics and events that others read says what the contracts say. */
class AsyncApiTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final Path FILE = MODULE.resolve("../docs/asyncapi.json").normalize();
    private static final JsonNode DESCRIBED = AsyncApi.describe(MODULE.resolve("src/main/java"));

    static Stream<Sample> samples() {
        return GoldenSamplesTest.samples();
    }

    @Test
    void theDescriptionIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("asyncapi"))) {
            Files.writeString(
                    FILE,
                    JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(DESCRIBED)
                                    .replace(System.lineSeparator(), "\n")
                            + "\n");
        }
        assertThat(Files.exists(FILE) ? JsonMapper.shared().readTree(FILE) : null)
                .as(
                        "docs/asyncapi.json is not what the contracts say now; write it anew with"
                                + " `mvn -pl contracts test -Dasyncapi=write` and read the diff")
                .isEqualTo(JsonMapper.shared().readTree(DESCRIBED.toString()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleFitsItsSchema(Sample sample) {
        var name = sample.name().equals(Sample.STATE) ? "state-republished" : sample.name();
        var part = sample.name().equals(Sample.STATE) ? "state" : "data";
        var message = DESCRIBED.at("/components/messages").get(sample.topic() + "." + name);
        assertFits(message.at("/payload/properties").get(part), sample.json(), part);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DESCRIBED.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(to ->
                        assertThat(DESCRIBED.at(to.substring(1)).isMissingNode()).as(to).isFalse());
    }

    /** As much of JSON Schema as these schemas use. */
    private static void assertFits(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            assertFits(DESCRIBED.at(schema.get("$ref").asString().substring(1)), value, where);
        }
        schema.path("allOf").forEach(part -> assertFits(part, value, where));
        if (schema.has("type")) {
            var type = schema.get("type").asString();
            assertThat(value.isString() ? "string" : kind(value)).as(where).isEqualTo(type);
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(value);
        }
        if (schema.has("pattern")) {
            assertThat(value.asString()).as(where).matches(schema.get("pattern").asString());
        }
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.asString())).as(where).isTrue());
        if (schema.has("properties")) {
            value.properties()
                    .forEach(field -> {
                        var inner = schema.get("properties").get(field.getKey());
                        assertThat(inner).as(where + "." + field.getKey()).isNotNull();
                        assertFits(inner, field.getValue(), where + "." + field.getKey());
                    });
        }
        if (schema.has("items")) {
            value.forEach(item -> assertFits(schema.get("items"), item, where + "[]"));
        }
    }

    private static String kind(JsonNode value) {
        return value.isObject()
                ? "object"
                : value.isArray() ? "array" : value.isBoolean() ? "boolean" : "integer";
    }
}
