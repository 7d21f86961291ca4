package se.foreningstorget.gateway;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one OpenAPI document of several. Every component gets its service's name in front, always:
 * the names must not depend on which services happened to answer. Security schemes keep theirs, as
 * they are the door's and the same for all.
 */
final class OpenApiMerge {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMPONENTS = "#/components/";
    private static final String SCHEMES = "securitySchemes";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode whole = JSON.createObjectNode();
    private final ObjectNode paths = JSON.createObjectNode();
    private final ObjectNode components = JSON.createObjectNode();
    private final ArrayNode away = JSON.createArrayNode();
    private final ObjectNode tags = JSON.createObjectNode();

    void away(String service) {
        away.add(service);
    }

    void add(String service, JsonNode document) {
        for (var path : document.path("paths").properties()) {
            paths.set(path.getKey(), operations(service, path.getValue(), document));
        }
        for (var section : document.path("components").properties()) {
            var all = components.withObjectProperty(section.getKey());
            for (var component : section.getValue().properties()) {
                if (!section.getKey().equals(SCHEMES)) {
                    all.set(
                            name(service, component.getKey()),
                            renamed(service, component.getValue()));
                } else if (!all.has(component.getKey())) {
                    all.set(component.getKey(), component.getValue());
                }
            }
        }
        for (var tag : document.path("tags")) {
            tags.set(tag.path("name").asString(""), tag);
        }
    }

    ObjectNode document() {
        whole.put("openapi", "3.1.0");
        whole.putObject("info").put("title", "Föreningstorget").put("version", "v1");
        whole.putArray("servers").addObject().put("url", "/");
        if (!tags.isEmpty()) {
            whole.putArray("tags").addAll(tags.values());
        }
        whole.set("paths", paths);
        whole.set("components", components);
        whole.set("x-away", away);
        return whole;
    }

    /** What a document says for all of its operations is said at each of them here. */
    private static JsonNode operations(String service, JsonNode path, JsonNode document) {
        var renamed = renamed(service, path);
        for (var entry : renamed.properties()) {
            if (!METHODS.contains(entry.getKey())
                    || !(entry.getValue() instanceof ObjectNode operation)) {
                continue;
            }
            if (operation.has("operationId")) {
                operation.put(
                        "operationId", name(service, operation.path("operationId").asString("")));
            }
            if (document.has("security") && !operation.has("security")) {
                operation.set("security", document.get("security"));
            }
        }
        return renamed;
    }

    private static JsonNode renamed(String service, JsonNode node) {
        if (node.isObject()) {
            var copy = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                copy.set(entry.getKey(), renamed(service, entry.getValue()));
            }
            return copy;
        }
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            node.forEach(element -> copy.add(renamed(service, element)));
            return copy;
        }
        return node.isString() && node.asString().startsWith(COMPONENTS)
                ? JSON.getNodeFactory().stringNode(reference(service, node.asString()))
                : node;
    }

    /** {@code #/components/schemas/Page} becomes {@code #/components/schemas/venue.Page}. */
    private static String reference(String service, String reference) {
        int end = reference.indexOf('/', COMPONENTS.length());
        if (end < 0 || reference.startsWith(COMPONENTS + SCHEMES)) {
            return reference;
        }
        return reference.substring(0, end + 1) + name(service, reference.substring(end + 1));
    }

    private static String name(String service, String name) {
        return service + "." + name;
    }
}
