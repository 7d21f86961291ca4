package se.foreningstorget.eventkit.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A text holds characters nobody typed: control characters, or half a surrogate pair. */
final class ControlCharacters extends DatabindException {
    /** Zero width and soft hyphens: pasted by accident, and a name of nothing else is no name. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");

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
                                return text == null
                                        ? null
                                        : INVISIBLE.matcher(text).replaceAll("").strip();
                            }
                        });
    }

    private static boolean is(int character) {
        boolean turnsTheText =
                character >= 0x202a && character <= 0x202e
                        || character >= 0x2066 && character <= 0x2069;
        return turnsTheText
                || Character.isISOControl(character)
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
