package se.foreningstorget.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.venue.Town.code;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;

/** A token is checked wherever it is sent, on public pages too. */
@ExtendWith(TheService.class)
class BadTokenTest {
    private static final LocalIssuer REAL = RunningService.issuer();
    private static final Instant LATER = Instant.now().plusSeconds(3_600);

    private final RunningService service;

    BadTokenTest(RunningService service) {
        this.service = service;
    }

    @Test
    void forgedOnesAreRefused() {
        var forger = new LocalIssuer(REAL.issuer(), REAL.audience());
        refused(forger.token("a-forger", List.of(Role.STAFF), List.of(), LATER));
    }

    @Test
    void expiredOnesAreRefused() {
        var past = Instant.now().minusSeconds(60);
        refused(REAL.token("someone", List.of(Role.STAFF), List.of(), past));
    }

    @Test
    void thoseMeantForOthersAreRefused() throws Exception {
        refused(signed(REAL.issuer(), "another-system"));
        refused(signed("https://elsewhere.example.org", REAL.audience()));
        var good = signed(REAL.issuer(), REAL.audience());
        assertThat(service.get(Town.VENUES, good).status()).isEqualTo(200);
    }

    @Test
    void thoseThatAreNoneAreRefused() {
        refused("garbage");
        refused("a.b.c");
        // unsigned: {"alg":"none"}
        refused("eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJzdGFmZiJdfQ.");
    }

    private void refused(String token) {
        var reply = service.get(Town.VENUES, token, "Accept-Language", "en");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(code(reply)).isEqualTo("bad-token");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.json().get("detail").asString()).startsWith("Your sign-in is not valid");
        var write = service.put(Town.VENUES + "/token", token, Map.of("name", "Token"));
        assertThat(write.status()).isEqualTo(401);
    }

    /** Signed with the real key: only the claims are another's. */
    private static String signed(String issuer, String audience) throws Exception {
        var field = LocalIssuer.class.getDeclaredField("key");
        field.setAccessible(true);
        var key = (ECKey) field.get(REAL);
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject("someone")
                        .expirationTime(Date.from(LATER))
                        .claim("roles", List.of("staff"))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
