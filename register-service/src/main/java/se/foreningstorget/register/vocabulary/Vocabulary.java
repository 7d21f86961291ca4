package se.foreningstorget.register.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.core.type.TypeReference;

/** The activities of the register, the same for all associations; ids never change. */
public final class Vocabulary {
    private final Map<String, Tag> tags = new LinkedHashMap<>();

    private Vocabulary(List<Tag> all) {
        for (var tag : all) {
            if (tags.put(tag.id(), tag) != null) {
                throw new IllegalArgumentException("two tags are called " + tag.id());
            }
        }
    }

    /** The vocabulary that comes with the service. */
    public static Vocabulary shipped() {
        try (var file = Vocabulary.class.getResourceAsStream("/vocabulary/tags.json")) {
            return new Vocabulary(
                    ContractJson.mapper()
                            .readValue(
                                    Objects.requireNonNull(file),
                                    new TypeReference<List<Tag>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Tag> all() {
        return List.copyOf(tags.values());
    }

    /** Those of the ids that are known; an entry written by a newer version may hold others. */
    public List<Tag> known(Collection<String> ids) {
        return ids.stream().map(tags::get).filter(Objects::nonNull).toList();
    }

    public Optional<String> firstUnknown(Collection<String> ids) {
        return ids.stream().filter(id -> !tags.containsKey(id)).findFirst();
    }
}
