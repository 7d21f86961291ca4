package se.foreningstorget.register.associations;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationEvent;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationChanged;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationRegistered;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kind;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRule;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.register.history.History;

/** Who said what of an association, for the association itself and for staff. */
final class AssociationHistory {
    private static final LinkedHashMap<String, Function<AssociationFacts, @Nullable Object>> PARTS =
            new LinkedHashMap<>();

    static {
        PARTS.put("name", AssociationFacts::name);
        PARTS.put("kind", AssociationFacts::kind);
        PARTS.put("description", AssociationFacts::description);
        PARTS.put("descriptionEn", AssociationFacts::descriptionEn);
        PARTS.put("tags", AssociationFacts::tags);
        PARTS.put("area", AssociationFacts::area);
        PARTS.put("meets", AssociationFacts::meets);
        PARTS.put("beginnersWelcome", AssociationFacts::beginnersWelcome);
        PARTS.put("openToMembers", AssociationFacts::openToMembers);
        PARTS.put("howToJoin", AssociationFacts::howToJoin);
        PARTS.put("homepage", AssociationFacts::homepage);
        PARTS.put("contacts", AssociationFacts::contacts);
    }

    private static final Kind CONTACTS =
            new Kind("association-history-contacts", "written", Duration.ZERO, false);

    static final Kinds KINDS = Kinds.of(CONTACTS);

    private final History<Line> lines;

    private final RetentionRule contacts;

    AssociationHistory(MongoDatabase database, RetentionRules rules, DisposalClock disposals) {
        this.lines = new History<>(database, "association-history", Line.class);
        this.contacts = rules.of(CONTACTS);
        disposals.sweep(now -> lines.change(line -> disposed(line, now)));
    }

    /** Contact persons of long ago; those of today stand in the entry itself. */
    private Line disposed(Line line, Instant now) {
        return contacts.due(line.at()).isAfter(now) || line.facts().contacts().isEmpty()
                ? line
                : new Line(
                        line.seq(),
                        line.type(),
                        line.at(),
                        line.by(),
                        line.source(),
                        withoutContacts(line.facts()));
    }

    private static AssociationFacts withoutContacts(AssociationFacts facts) {
        return new AssociationFacts(
                facts.name(),
                facts.kind(),
                facts.description(),
                facts.descriptionEn(),
                facts.tags(),
                facts.tagsGuessed(),
                facts.area(),
                facts.meets(),
                facts.beginnersWelcome(),
                facts.openToMembers(),
                facts.howToJoin(),
                facts.homepage(),
                List.of());
    }

    /** An event as it is kept. */
    record Line(
            long seq, String type, Instant at, String by, Source source, AssociationFacts facts) {}

    /**
     * An event as it is shown.
     *
     * @param changed which facts were said in other words than before; none when only confirmed
     * @param facts all that was said then
     */
    record View(
            long seq,
            String type,
            Instant at,
            String by,
            Source source,
            List<String> changed,
            AssociationFacts facts) {}

    void keep(Happened<Association, AssociationEvent> happened) {
        var type = Topic.wireName(happened.event().getClass());
        var line =
                switch (happened.event()) {
                    case AssociationRegistered(_, var facts, var source, var by, var at) ->
                            new Line(happened.seq(), type, at, by, source, facts);
                    case AssociationChanged(_, var facts, var source, var by, var at) ->
                            new Line(happened.seq(), type, at, by, source, facts);
                };
        lines.keep(happened.key(), happened.seq(), line);
    }

    List<View> of(AssociationId id, long seq) {
        var views = new ArrayList<View>();
        AssociationFacts before = null;
        for (var line : lines.of(id.value(), seq)) {
            views.add(
                    new View(
                            line.seq(),
                            line.type(),
                            line.at(),
                            line.by(),
                            line.source(),
                            changed(before, line.facts()),
                            line.facts()));
            before = line.facts();
        }
        return views;
    }

    private static List<String> changed(@Nullable AssociationFacts before, AssociationFacts after) {
        return PARTS.entrySet().stream()
                .filter(part ->
                        !Objects.equals(
                                before == null ? null : part.getValue().apply(before),
                                part.getValue().apply(after)))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
