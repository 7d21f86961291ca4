package se.foreningstorget.register.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationEvent;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationChanged;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationRegistered;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.register.TextsTest;
import se.foreningstorget.register.associations.AssociationCommand.Describe;

/** The rules of an entry. */
class AssociationsTest {
    private static final AssociationId ID = new AssociationId("koren");
    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final AssociationFacts GUESSED =
            facts("Kören", AssociationKind.STUDY_ASSOCIATION, List.of("choir"), true);
    private static final AssociationFacts BARE =
            facts("Kören", AssociationKind.ASSOCIATION, List.of(), false);

    private static final AssociationEvent IMPORTED =
            new AssociationRegistered(ID, GUESSED, Source.MEETING_NOTES_2016, "import", THEN);

    private final Scenario<Association, AssociationCommand, AssociationEvent> entry =
            new Scenario<>(Associations::decide, Associations::evolve);

    private static AssociationFacts facts(
            String name, AssociationKind kind, List<String> tags, boolean guessed) {
        return new AssociationFacts(
                name, kind, null, null, tags, guessed, null, null, null, null, null, null,
                List.of());
    }

    private static Describe says(
            Source source, AssociationFacts facts, boolean kind, boolean tags) {
        return new Describe(ID, facts, kind, tags, source, "someone", NOW);
    }

    @Test
    void everyRefusalIsPutInWords() throws Exception {
        TextsTest.haveTexts(AssociationRejection.values());
    }

    @Test
    void aNewEntryIsRegistered() {
        entry.given()
                .when(says(Source.STAFF, BARE, true, true))
                .thenHappened(new AssociationRegistered(ID, BARE, Source.STAFF, "someone", NOW));
    }

    @Test
    void anImportLeavesWhatExistsAlone() {
        entry.given(IMPORTED)
                .when(says(Source.MEETING_NOTES_2016, BARE, true, true))
                .thenUnchanged();
    }

    @Test
    void onlyTheMeetingNotesDoNotConfirm() {
        assertThat(Associations.evolve(null, IMPORTED).confirmedAt()).isNull();
        var state = entry.given(IMPORTED).when(says(Source.STAFF, BARE, true, true)).state();
        assertThat(state.confirmedAt()).isEqualTo(NOW);
        assertThat(state.registeredAt()).isEqualTo(THEN);
        assertThat(state.source()).isEqualTo(Source.STAFF);
    }

    @Test
    void theSameWordsFromTheAssociationItselfConfirmThem() {
        entry.given(IMPORTED)
                .when(says(Source.ASSOCIATION, GUESSED, false, false))
                .thenHappened(
                        new AssociationChanged(ID, GUESSED, Source.ASSOCIATION, "someone", NOW));
    }

    @Test
    void aRepeatChangesNothing() {
        entry.given(new AssociationRegistered(ID, BARE, Source.STAFF, "someone", THEN))
                .when(says(Source.STAFF, BARE, true, true))
                .thenUnchanged();
    }

    @Test
    void whatIsNotSaidOfKindAndTagsStaysAsItIs() {
        var facts =
                entry.given(IMPORTED).when(says(Source.STAFF, BARE, false, false)).state().facts();
        assertThat(facts).isEqualTo(GUESSED);
    }

    @Test
    void noTagsSayNothingAgainstGuessedOnes() {
        var facts =
                entry.given(IMPORTED).when(says(Source.STAFF, BARE, true, true)).state().facts();
        assertThat(facts.tags()).containsExactly("choir");
        assertThat(facts.tagsGuessed()).isTrue();
    }

    @Test
    void tagsThatAreSaidAreNotGuessedAnyMore() {
        var said = facts("Kören", AssociationKind.ASSOCIATION, List.of("song"), false);
        var facts =
                entry.given(IMPORTED).when(says(Source.STAFF, said, true, true)).state().facts();
        assertThat(facts).isEqualTo(said);
    }

    @Test
    void tagsThatWereSaidCanBeTakenBack() {
        var said = facts("Kören", AssociationKind.ASSOCIATION, List.of("song"), false);
        entry.given(new AssociationRegistered(ID, said, Source.STAFF, "someone", THEN))
                .when(says(Source.STAFF, BARE, true, true))
                .thenHappened(new AssociationChanged(ID, BARE, Source.STAFF, "someone", NOW));
    }

    @Test
    void anAssociationDoesNotBecomeTheCityByItself() {
        var unit = facts("Kören", AssociationKind.CITY_UNIT, List.of(), false);
        entry.given(IMPORTED)
                .when(says(Source.ASSOCIATION, unit, true, true))
                .thenRejected(AssociationRejection.KIND_IS_THE_CITYS);
        entry.given()
                .when(says(Source.ASSOCIATION, unit, true, true))
                .thenRejected(AssociationRejection.KIND_IS_THE_CITYS);
        entry.given()
                .when(says(Source.STAFF, unit, true, true))
                .thenHappened(new AssociationRegistered(ID, unit, Source.STAFF, "someone", NOW));
    }
}
