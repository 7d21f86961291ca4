package se.foreningstorget.eventkit.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.LocaleResolver;
import se.foreningstorget.eventkit.EventkitSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token is checked wherever it is sent: signature, issuer, audience, expiry. Who may do what is
 * each controller's own first line.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, AuthenticationEntryPoint badToken) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(
                        server -> server.jwt(_ -> {}).authenticationEntryPoint(badToken))
                .build();
    }

    @Bean
    AuthenticationEntryPoint badToken(
            Problems problems, LocaleResolver locales, JsonMapper mapper) {
        return (request, response, _) -> {
            var locale = locales.resolveLocale(request);
            var reply = problems.reply(HttpStatus.UNAUTHORIZED, "bad-token", locale);
            try (var out = new ServletServerHttpResponse(response)) {
                out.setStatusCode(reply.getStatusCode());
                out.getHeaders().putAll(reply.getHeaders());
                mapper.writeValue(out.getBody(), reply.getBody());
            }
        };
    }

    /** Takes any method as far as its address, where the ones that exist are told. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    JwtDecoder jwtDecoder(EventkitSettings settings) {
        if (settings.jwks() == null) {
            return _ -> {
                throw new BadJwtException("no issuer is configured");
            };
        }
        var decoder = keysAt(settings.jwks());
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(Duration.ofSeconds(5)),
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtAudienceValidator(settings.audience())));
        return decoder;
    }

    private static NimbusJwtDecoder keysAt(String jwks) {
        if (jwks.startsWith("http")) {
            return NimbusJwtDecoder.withJwkSetUri(jwks)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
        }
        return NimbusJwtDecoder.withJwkSource(keysIn(Path.of(jwks)))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }

    private static JWKSource<SecurityContext> keysIn(Path file) {
        try {
            return new ImmutableJWKSet<>(JWKSet.parse(Files.readString(file)));
        } catch (IOException | ParseException unreadable) {
            throw new IllegalStateException("no key set could be read from " + file, unreadable);
        }
    }
}
