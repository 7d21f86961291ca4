package se.foreningstorget.eventkit.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.core.JacksonException;

/**
 * A service's rules, one for each kind of record it keeps: the shipped examples, or the file of the
 * same name in the folder that is set. A service does not start with rules that it cannot obey.
 */
public final class RetentionRules {
    private final Shown shown;

    private RetentionRules(Shown shown) {
        this.shown = shown;
    }

    /**
     * The rules as they are read and shown.
     *
     * @param examples true while nobody has decided anything: the rules shipped with the program
     */
    record Shown(boolean examples, String note, List<RetentionRule> rules) {}

    static RetentionRules read(String service, @Nullable Path folder, List<Kind> kinds) {
        var name = service + "-retention.json";
        var file = folder == null ? null : folder.resolve(name);
        if (folder != null && !Files.isDirectory(folder)) {
            throw wrong(folder.toString(), List.of("there is no such folder"));
        }
        boolean own = file != null && Files.exists(file);
        var source = own ? String.valueOf(file) : "the shipped " + name;
        try (var in = own ? Files.newInputStream(Objects.requireNonNull(file)) : shipped(name)) {
            var rules = ContractJson.mapper().readValue(in, Shown.class);
            var faults = faults(rules, kinds);
            if (!faults.isEmpty()) {
                throw wrong(source, faults);
            }
            return new RetentionRules(rules);
        } catch (JacksonException unreadable) {
            throw wrong(
                    source, List.of("not JSON of that shape: " + unreadable.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public RetentionRule of(Kind kind) {
        return shown.rules().stream()
                .filter(rule -> rule.kind().equals(kind.name()))
                .findFirst()
                .orElseThrow();
    }

    Shown shown() {
        return shown;
    }

    private static InputStream shipped(String name) {
        return Objects.requireNonNull(
                RetentionRules.class.getClassLoader().getResourceAsStream(name), name);
    }

    /** Alone, without a cause: what is told at the start is the innermost message. */
    private static IllegalStateException wrong(String source, List<String> faults) {
        return new IllegalStateException(
                "The retention rules in "
                        + source
                        + " cannot be obeyed: "
                        + String.join("; ", faults));
    }

    private static List<String> faults(@Nullable Shown read, List<Kind> kinds) {
        var faults = new ArrayList<String>();
        List<RetentionRule> rules = read == null || read.rules() == null ? List.of() : read.rules();
        for (var kind : kinds) {
            var found = rules.stream().filter(rule -> kind.name().equals(rule.kind())).toList();
            if (found.size() == 1) {
                fault(found.getFirst(), kind).forEach(it -> faults.add(kind.name() + ": " + it));
            } else {
                faults.add(kind.name() + ": one rule is needed, there are " + found.size());
            }
        }
        var known = kinds.stream().map(Kind::name).collect(Collectors.toSet());
        rules.stream()
                .map(RetentionRule::kind)
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(name + ": no such kind of record"));
        return faults;
    }

    private static List<String> fault(RetentionRule rule, Kind kind) {
        var faults = new ArrayList<String>();
        if (rule.what() == null || rule.what().isBlank()) {
            faults.add("\"what\" is missing");
        }
        if (rule.decision() == null || rule.decision().isBlank()) {
            faults.add("\"decision\" is missing: say who decided, and on what ground");
        }
        if (!kind.from().equals(rule.from())) {
            faults.add("\"from\" must be " + kind.from() + ", not " + rule.from());
        }
        if (rule.archive() && !kind.archivable()) {
            faults.add("there is nothing to archive: \"archive\" must be false");
        }
        if (rule.period() == null) {
            faults.add("\"period\" is missing");
            return faults;
        }
        try {
            if (rule.due(Instant.EPOCH).isBefore(Instant.EPOCH.plus(kind.atLeast()))) {
                faults.add("\"period\" " + rule.period() + " is shorter than " + kind.atLeast());
            }
        } catch (DateTimeException wrong) {
            faults.add("\"period\" " + rule.period() + " is not like P2Y, P6M, P30D or PT1H");
        }
        return faults;
    }
}
