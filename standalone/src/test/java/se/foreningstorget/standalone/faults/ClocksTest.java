package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import se.foreningstorget.eventkit.testing.Http;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.notification.NotificationService;
import se.foreningstorget.testkit.Platform;

/** Two instances whose clocks are hours apart and jump: every mail arrives, and once. */
class ClocksTest {
    private static final Map<String, Duration> OFF = new ConcurrentHashMap<>();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LIMIT = 3;

    /** The service with a clock that is off. */
    @Configuration(proxyBeanMethods = false)
    @Import(NotificationService.class)
    static class WithAClock {
        @Bean
        @Primary
        InstantSource clockThatIsOff(Environment environment) {
            var name = environment.getRequiredProperty("faults.clock");
            return () -> Instant.now().plus(OFF.getOrDefault(name, Duration.ZERO));
        }
    }

    @TempDir private static Path folder;
    private static final List<ConfigurableApplicationContext> INSTANCES = new ArrayList<>();
    private static Platform platform = Platform.shared();

    @BeforeAll
    static void start() {
        platform = Platform.start(folder);
        TwoOfEach.everyTopic(platform.bootstrapServers());
        for (var name : List.of("one", "other")) {
            OFF.put(name, HOUR.multipliedBy(-6)); // reactions are born before all jumps
            INSTANCES.add(instance(name));
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.stream().parallel().forEach(ConfigurableApplicationContext::close);
        platform.close();
    }

    @Test
    void everyMailArrivesOnceWhereverTheClocksJump() {
        var jumps =
                List.of(
                        Map.of("one", HOUR, "other", HOUR.negated()),
                        Map.of("one", HOUR.negated(), "other", HOUR),
                        Map.of("one", Duration.ZERO, "other", HOUR.multipliedBy(-3)));
        for (int round = 0; round < jumps.size(); round++) {
            OFF.putAll(jumps.get(round));
            for (int i = 0; i < 10; i++) {
                ask(i % 2, "ask-" + round + "-" + i, "ask-" + round + "-" + i + "@example.org");
            }
            int all = 10 * (round + 1);
            await().atMost(Duration.ofSeconds(90)).until(() -> mails("ask-").size() >= all);
        }
        assertThat(mails("ask-")).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void theLimitOfAsksHoldsOnTimeThatGoesBackAndEndsWhenAnHourIsOver() {
        bothAre(HOUR.multipliedBy(-2));
        for (int i = 0; i < LIMIT + 2; i++) {
            ask(i % 2, "much-" + i, "mycket@example.org");
        }
        bothAre(HOUR.multipliedBy(-3));
        ask(0, "much-back", "mycket@example.org");
        ask(0, "mark", "mark@example.org");
        await().atMost(Duration.ofSeconds(90)).until(() -> !mails("mark@").isEmpty());
        assertThat(mails("mycket@").size()).isLessThanOrEqualTo(LIMIT);

        bothAre(Duration.ZERO);
        int before = mails("mycket@").size();
        ask(1, "much-later", "mycket@example.org");
        await().atMost(Duration.ofSeconds(90)).until(() -> mails("mycket@").size() == before + 1);
    }

    private static void bothAre(Duration off) {
        OFF.put("one", off);
        OFF.put("other", off);
    }

    private static void ask(int instance, String id, String address) {
        var port = INSTANCES.get(instance).getEnvironment().getProperty("local.server.port");
        var asked =
                new Http(URI.create("http://127.0.0.1:" + port))
                        .put(
                                "/api/notification/v1/subscriptions/" + id,
                                null,
                                Map.of("email", address));
        assertThat(asked.status()).as(asked.raw().body()).isEqualTo(202);
    }

    private static List<String> mails(String to) {
        return platform.mailbox().mails().stream()
                .map(mail -> mail.recipients().getFirst())
                .filter(it -> it.startsWith(to))
                .toList();
    }

    private static ConfigurableApplicationContext instance(String name) {
        var issuer = new LocalIssuer("https://issuer.example.org", "clocks");
        var keys = issuer.writeKeysTo(folder.resolve(name + ".json"));
        return new SpringApplicationBuilder(WithAClock.class)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.name=" + NotificationService.NAME,
                        "--faults.clock=" + name,
                        "--foreningstorget.kafka=" + platform.bootstrapServers(),
                        "--foreningstorget.mongodb=" + platform.mongoUri(""),
                        "--foreningstorget.sweep=1s",
                        "--foreningstorget.replication=1",
                        "--foreningstorget.smtp.port=" + platform.smtpPort(),
                        "--foreningstorget.jwks=" + keys,
                        "--foreningstorget.public-url=http://127.0.0.1:1");
    }
}
