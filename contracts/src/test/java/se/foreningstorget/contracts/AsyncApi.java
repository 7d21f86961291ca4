package se.foreningstorget.contracts;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes every topic and event as an AsyncAPI 3.0 document, from the contracts alone. */
final class AsyncApi {
    private static final String REPUBLISHED = "state-republished";

    private final JsonMapper mapper = JsonMapper.shared();
    private final Words words;
    private final Schemas schemas;
    private final ObjectNode document = mapper.createObjectNode();
    private final ObjectNode messages = mapper.createObjectNode();

    private AsyncApi(Path sources) {
        this.words = Words.in(sources);
        this.schemas = new Schemas(words);
    }

    /**
     * @param sources the contracts' Java sources, whose Javadoc gives the descriptions
     */
    static ObjectNode describe(Path sources) {
        return new AsyncApi(sources).describe();
    }

    private ObjectNode describe() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Föreningstorget: what happens in the city's associations")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Every topic is compacted and keyed by the aggregate's id. A record says"
                                + " what happened (type, data), when (at) and as which event of its"
                                + " aggregate (seq, from 1 without gaps), and carries the aggregate's"
                                + " state at or after it (state, stateSeq): the latest record of a key"
                                + " is the whole truth. Fields and enum values are only ever added:"
                                + " pass over what you do not know. A record may come more than once:"
                                + " one whose stateSeq is not higher than what you have is old.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (var topic : Everything.topics()) {
            channels.set(topic.name(), channel(topic));
            operations.set("publish-" + topic.name().replace('.', '-'), operation(topic));
        }
        var components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas.all());
        return document;
    }

    private ObjectNode channel(Topic<?, ?> topic) {
        var channel = mapper.createObjectNode();
        channel.put("address", topic.name());
        channel.put(
                "description",
                words.about(topic.event()).orElse("")
                        + " Owned by "
                        + owner(topic)
                        + (topic.personal()
                                ? "; holds personal data, older records of a key are gone within "
                                        + Topic.MAX_COMPACTION_LAG.toDays()
                                        + " days."
                                : "; holds no personal data."));
        var named = channel.putObject("messages");
        topic.eventTypes().keySet().stream()
                .sorted()
                .forEach(name -> {
                    named.set(name, message(topic, name));
                });
        named.set(REPUBLISHED, message(topic, REPUBLISHED));
        channel.put("x-personal-data", topic.personal());
        channel.put("x-owner", owner(topic));
        channel.putObject("bindings").set("kafka", kafka(topic));
        return channel;
    }

    private ObjectNode kafka(Topic<?, ?> topic) {
        var kafka = mapper.createObjectNode();
        kafka.put("topic", topic.name());
        kafka.put("partitions", topic.partitions());
        var settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add("compact");
        settings.put("min.compaction.lag.ms", Topic.MIN_COMPACTION_LAG.toMillis());
        if (topic.personal()) {
            settings.put("max.compaction.lag.ms", Topic.MAX_COMPACTION_LAG.toMillis());
        }
        return kafka.put("bindingVersion", "0.5.0");
    }

    /** Puts the message among the components; a reference to it. */
    private ObjectNode message(Topic<?, ?> topic, String name) {
        var key = topic.name() + "." + name;
        var message = messages.putObject(key);
        message.put("name", name);
        message.put("contentType", "application/json");
        message.put("summary", summary(topic, name));
        message.set("headers", headers(topic, name));
        message.set("payload", payload(topic, name));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "the aggregate's id");
        kafka.put("bindingVersion", "0.5.0");
        return reference("#/components/messages/" + key);
    }

    private String summary(Topic<?, ?> topic, String name) {
        Class<?> type = topic.eventTypes().get(name);
        return type == null
                ? "Nothing happened: the present state, said again."
                : words.about(type).orElseThrow(() -> new AssertionError(type + " says nothing"));
    }

    private ObjectNode payload(Topic<?, ?> topic, String name) {
        Class<?> type = topic.eventTypes().get(name);
        var payload = mapper.createObjectNode().put("type", "object");
        var fields = payload.putObject("properties");
        fields.putObject("type").put("type", "string").put("const", name);
        fields.set(
                "data",
                type == null
                        ? mapper.createObjectNode().put("type", "object")
                        : schemas.reference(type));
        fields.set("seq", counted("which event of its aggregate, from 1 without gaps"));
        fields.putObject("at").put("type", "string").put("format", "date-time");
        fields.set("state", schemas.reference(topic.state()));
        fields.set("stateSeq", counted("the seq the state is at; not lower than seq"));
        var required = payload.putArray("required");
        fields.propertyNames().forEach(required::add);
        return payload;
    }

    private ObjectNode headers(Topic<?, ?> topic, String name) {
        var headers = mapper.createObjectNode().put("type", "object");
        var fields = headers.putObject("properties");
        fields.putObject("ce_specversion").put("type", "string").put("const", "1.0");
        fields.putObject("ce_type").put("type", "string").put("const", name);
        fields.putObject("ce_source")
                .put("type", "string")
                .put("const", "/" + topic.name().replace('.', '/'));
        fields.putObject("ce_id").put("type", "string").put("description", "<key>@<seq>");
        fields.putObject("ce_time").put("type", "string").put("format", "date-time");
        fields.putObject("content-type").put("type", "string").put("const", "application/json");
        var required = headers.putArray("required");
        fields.propertyNames().forEach(required::add);
        return headers;
    }

    private ObjectNode operation(Topic<?, ?> topic) {
        var operation = mapper.createObjectNode().put("action", "send");
        operation.set("channel", reference("#/channels/" + topic.name()));
        operation.put("summary", owner(topic) + " tells; it alone writes here.");
        operation.putArray("tags").addObject().put("name", owner(topic));
        return operation;
    }

    private ObjectNode counted(String description) {
        return mapper.createObjectNode()
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", description);
    }

    private ObjectNode reference(String to) {
        return mapper.createObjectNode().put("$ref", to);
    }

    private static String owner(Topic<?, ?> topic) {
        return topic.owner() + "-service";
    }
}
