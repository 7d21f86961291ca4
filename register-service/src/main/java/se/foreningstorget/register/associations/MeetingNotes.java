package se.foreningstorget.register.associations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;

/** The bodies the notes of the 2016 dialogue meetings name: what the register begins with. */
final class MeetingNotes {
    private static final String HEADING = "name,kind,tags,dialogue_meeting";
    private static final int LONGEST_ID = 64;

    private MeetingNotes() {}

    /** One line of the notes; kind and tags are our guesses from the name. */
    record Body(AssociationId id, String name, AssociationKind kind, List<String> tags) {
        AssociationFacts facts() {
            return new AssociationFacts(
                    name, kind, null, null, tags, true, null, null, null, null, null, null,
                    List.of());
        }
    }

    static List<Body> read() {
        var file = MeetingNotes.class.getResourceAsStream("/import/associations.csv");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            if (!HEADING.equals(lines.readLine())) {
                throw new IllegalStateException("the meeting notes have other columns");
            }
            return lines.lines().filter(line -> !line.isBlank()).map(MeetingNotes::body).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Body body(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 4 || line.contains("\"")) {
            throw new IllegalStateException("not a line of the meeting notes: " + line);
        }
        return new Body(
                idOf(cells[0]),
                cells[0],
                ContractJson.mapper().convertValue(cells[1], AssociationKind.class),
                cells[2].isEmpty() ? List.of() : List.of(cells[2].split(";")));
    }

    /** Made of the name, so that every import makes the same one. */
    static AssociationId idOf(String name) {
        var plain =
                Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        var cut = plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        return new AssociationId(cut.replaceAll("-$", ""));
    }
}
