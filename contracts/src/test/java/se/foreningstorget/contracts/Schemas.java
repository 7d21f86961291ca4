package se.foreningstorget.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of the contract records, as {@link ContractJson} writes them. */
final class Schemas {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Words words;
    private final SchemaBuilder builder;

    Schemas(Words words) {
        this.words = words;
        var config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.PLAIN_DEFINITION_KEYS,
                                Option.ALLOF_CLEANUP_AT_THE_END)
                        .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, _) -> custom(type))
                .withDescriptionResolver(scope ->
                        isOurs(scope.getType())
                                ? words.about(scope.getType().getErasedType()).orElse(null)
                                : null);
        config.forFields()
                .withRequiredCheck(field -> !mayBeAbsent(field))
                .withNullableCheck(_ -> false) // absent, never null
                .withDescriptionResolver(field ->
                        words.about(field.getDeclaringType().getErasedType(), field.getName())
                                .orElse(null));
        this.builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** Every schema referred to; to be asked for last. */
    ObjectNode all() {
        return builder.collectDefinitions("components/schemas");
    }

    private static boolean mayBeAbsent(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isOurs(ResolvedType type) {
        return type.getErasedType().getName().startsWith(Topic.class.getPackageName());
    }

    private @Nullable CustomDefinition custom(ResolvedType resolved) {
        var type = resolved.getErasedType();
        if (type == Instant.class) {
            return inline(string("an instant, RFC 3339 in UTC").put("format", "date-time"));
        }
        if (type == LocalDate.class) {
            return inline(string("a day at the place").put("format", "date"));
        }
        if (type == LocalTime.class) {
            return inline(string("local time at the place, HH:mm:ss"));
        }
        if (type == LocalDateTime.class) {
            return inline(string("local date and time at the place, yyyy-MM-ddTHH:mm:ss"));
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return inline(string("a time zone's name, such as Europe/Stockholm"));
        }
        if (type.isEnum()) {
            var names = string(words.about(type).orElse(type.getSimpleName()));
            var values = names.putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Schemas::wireName).forEach(values::add);
            return named(names);
        }
        if (isId(type)) {
            return named(
                    string(words.about(type).orElse(type.getSimpleName()))
                            .put("pattern", "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"));
        }
        return null;
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static String wireName(Object constant) {
        try {
            return constant.getClass()
                    .getField(((Enum<?>) constant).name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ObjectNode string(String description) {
        return MAPPER.createObjectNode().put("type", "string").put("description", description);
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema,
                CustomDefinition.DefinitionType.INLINE,
                CustomDefinition.AttributeInclusion.YES);
    }

    private static CustomDefinition named(ObjectNode schema) {
        return new CustomDefinition(
                schema,
                CustomDefinition.DefinitionType.ALWAYS_REF,
                CustomDefinition.AttributeInclusion.NO);
    }
}
