package se.foreningstorget.register.associations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.register.TheService;

/** The import in a running service. */
@ExtendWith(TheService.class)
class MeetingNotesImportTest {

    @Test
    void anotherStartAddsNothingAndLeavesChangesAlone(RunningService service) throws Exception {
        var associations = service.bean(Associations.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        MeetingNotes.read().stream()
                                .allMatch(body -> associations.find(body.id()).isPresent()));
        var id = new AssociationId("helsingborgs-brukshundsklubb");
        var changed =
                service.put(
                        "/api/register/v1/associations/" + id,
                        token(Role.STAFF),
                        Map.of("name", "Helsingborgs brukshundklubb"));
        assertThat(changed.status()).isEqualTo(200);
        var before = associations.find(id);

        assertThat(service.bean(MeetingNotesImport.class).addMissing()).isZero();
        assertThat(associations.find(id)).isEqualTo(before);
    }
}
