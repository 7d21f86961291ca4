package se.foreningstorget.eventkit.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A text holds characters nobody typed: control characters, or half a surrogate pair. */
final class ControlCharacters extends DatabindException {
    private ControlCharacters(JsonParser parser) {
        super(parser, "control characters");
    }

    /** Texts of requests: trimmed, refused with control characters other than tab and new line. */
    static SimpleModule module() {
        return new SimpleModule("texts")
                .addDeserializer(
                        String.class,
                        new StdScalarDeserializer<String>(String.class) {
                            @Override
                            public @Nullable String deserialize(
                                    JsonParser parser, DeserializationContext context) {
                                var text = parser.getValueAsString();
                                if (!parser.currentToken().isScalarValue()
                                        || parser.currentToken().isNumeric()
                                        || parser.currentToken().isBoolean()) {
                                    return (String)
                                            context.handleUnexpectedToken(
                                                    context.constructType(String.class), parser);
                                }
                                if (text != null && text.chars().anyMatch(ControlCharacters::is)
                                        || text != null && hasLoneSurrogate(text)) {
                                    throw new ControlCharacters(parser);
                                }
                                return text == null ? null : text.strip();
                            }
                        });
    }

    private static boolean is(int character) {
        return Character.isISOControl(character)
                && character != '\n'
                && character != '\r'
                && character != '\t';
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
