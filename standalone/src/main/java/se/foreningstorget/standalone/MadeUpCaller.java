package se.foreningstorget.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;

/** Somebody to be until there is a log-in; none of them exists. */
enum MadeUpCaller {
    STAFF("staff", "Föreningssamordnare på staden", List.of(Role.STAFF), List.of()),
    VOLUNTEER_CENTRE(
            "volunteer-centre", "Volontärcenter", List.of(Role.VOLUNTEER_CENTRE), List.of()),
    VENUE_MANAGER(
            "venue-manager", "Lokalansvarig på staden", List.of(Role.VENUE_MANAGER), List.of()),
    EXEMPELKOREN("exempelkoren", "Exempelkören, redaktör", List.of(), List.of("exempelkoren")),
    PROVSANGARNA("provsangarna", "Provsångarna, redaktör", List.of(), List.of("provsangarna"));

    static final Duration LASTING = Duration.ofHours(1);

    private final String id;
    private final String title;
    private final List<Role> roles;
    private final List<String> editorOf;

    MadeUpCaller(String id, String title, List<Role> roles, List<String> editorOf) {
        this.id = id;
        this.title = title;
        this.roles = roles;
        this.editorOf = editorOf;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String token(LocalIssuer issuer) {
        return issuer.token(id + "@example.org", roles, editorOf, Instant.now().plus(LASTING));
    }
}
