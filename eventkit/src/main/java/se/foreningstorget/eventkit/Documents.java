package se.foreningstorget.eventkit;

import java.util.LinkedHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.core.type.TypeReference;

/** Records as the store's documents and back, in the form they have on the wire. */
public final class Documents {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
            new TypeReference<>() {};

    private Documents() {}

    public static Document of(Object value) {
        return new Document(ContractJson.mapper().convertValue(value, FIELDS));
    }

    public static <T> T read(@Nullable Object document, Class<T> type) {
        return ContractJson.mapper().convertValue(document, type);
    }
}
