package se.foreningstorget.register.associations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.register.associations.MeetingNotes.Body;
import se.foreningstorget.register.vocabulary.Vocabulary;

/** What the register begins with. */
class MeetingNotesTest {

    @Test
    void everyBodyOfTheNotesIsThereOnceAndOnlyGuessed() {
        var bodies = MeetingNotes.read();
        assertThat(bodies).hasSize(51);
        assertThat(bodies).extracting(Body::id).doesNotHaveDuplicates();
        assertThat(bodies)
                .extracting(Body::name)
                .contains("FUB/DHS", "ATSU – Att Trygga Sexuellt Utnyttjade");
        assertThat(bodies)
                .extracting(Body::facts)
                .allSatisfy(facts -> {
                    assertThat(facts.tagsGuessed()).isTrue();
                    assertThat(facts.contacts()).isEmpty();
                    assertThat(facts.description()).isNull();
                });
    }

    @Test
    void theCitysOwnAreToldApart() {
        assertThat(MeetingNotes.read())
                .filteredOn(body -> !body.kind().takesLeads())
                .extracting(Body::kind)
                .containsExactlyInAnyOrder(AssociationKind.CITY_UNIT, AssociationKind.COUNCIL);
    }

    @Test
    void theVocabularyKnowsEveryGuess() {
        var vocabulary = Vocabulary.shipped();
        assertThat(MeetingNotes.read())
                .allSatisfy(body -> assertThat(vocabulary.firstUnknown(body.tags())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Råå museiförening,raa-museiforening",
        "FUB/DHS,fub-dhs",
        "BiH – S04,bih-s04",
        "RPG (Riksförbundet pensionärsgemenskap),rpg-riksforbundet-pensionarsgemenskap",
        "Astma- och allergiförbundet i Helsingborg,astma-och-allergiforbundet-i-helsingborg"
    })
    void anIdIsMadeOfTheName(String name, String id) {
        assertThat(MeetingNotes.idOf(name).value()).isEqualTo(id);
    }

    @Test
    void aLongNameMakesAnIdThatFits() {
        assertThat(MeetingNotes.idOf("Å".repeat(63) + " och mer").value())
                .isEqualTo("a".repeat(63));
    }
}
