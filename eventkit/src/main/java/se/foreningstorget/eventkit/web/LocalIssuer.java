package se.foreningstorget.eventkit.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Signs tokens for made-up callers: in tests, and in the standalone system while all of it listens
 * on loopback. The key lives as long as the process.
 */
public final class LocalIssuer {
    private final String issuer;
    private final String audience;
    private final ECKey key;

    public LocalIssuer(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyID("local").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String issuer() {
        return issuer;
    }

    public String audience() {
        return audience;
    }

    /** Writes the public key where services read it; the file itself. */
    public Path writeKeysTo(Path file) {
        try {
            return Files.writeString(file, new JWKSet(key).toPublicJWKSet().toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * A signed token.
     *
     * @param editorOf ids of the associations the caller may speak for
     */
    public String token(
            String subject, Collection<Role> roles, Collection<String> editorOf, Instant expires) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject(subject)
                        .expirationTime(Date.from(expires))
                        .claim("roles", roles.stream().map(Role::claim).toList())
                        .claim("editor_of", List.copyOf(editorOf))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
