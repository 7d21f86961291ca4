package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.gateway.RunningDoor.header;
import static se.foreningstorget.gateway.RunningDoor.json;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a service fails, the door says so, and the others go on. */
class FailuresTest {
    private static void says(HttpResponse<String> reply, int status, String code) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(reply).path("status").asInt()).isEqualTo(status);
        assertThat(json(reply).path("code").asString()).isEqualTo(code);
        assertThat(json(reply).path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aServiceThatIsAwayIsNamedAndTheOthersGoOn() {
        try (var venue = Behind.saying("venue");
                var door = RunningDoor.to("venue=" + venue.uri())) {
            var reply = door.get("/api/calendar/v1/x");
            says(reply, 503, "service-away");
            assertThat(header(reply, "Retry-After")).isEqualTo("1");
            assertThat(json(reply).path("detail").asString())
                    .isEqualTo("Kalendern svarar inte just nu. Försök igen om en liten stund.");
            says(
                    door.send("POST", "/api/calendar/v1/x", BodyPublishers.ofString("x")),
                    503,
                    "service-away");
            assertThat(door.get("/api/venue/v1/x").body()).isEqualTo("venue");
        }
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsSlow() {
        var hold = new CountDownLatch(1);
        try (var venue = Behind.answering(_ -> hold.await(10, TimeUnit.SECONDS));
                var door = RunningDoor.to("venue=" + venue.uri())) {
            says(door.get("/api/venue/v1/x"), 504, "service-slow");
            says(
                    door.send("PUT", "/api/venue/v1/x", BodyPublishers.ofString("x")),
                    504,
                    "service-slow");
            assertThat(venue.count()).as("nothing is sent twice").isEqualTo(2);
            hold.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello\\r\\n\\r\\n",
                "HTTP/1.1 200 OK\\r\\nContent-Len",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nonly this",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n",
            })
    void aServiceWhoseAnswerIsBrokenIsBroken(String answer) throws Exception {
        try (var venue = new RawBehind(answer.replace("\\r\\n", "\r\n"));
                var door = RunningDoor.to("venue=" + venue.uri())) {
            says(door.get("/api/venue/v1/x"), 502, "service-broken");
        }
    }

    @Test
    void anAnswerThatBreaksHalfwayIsSeenToBeBroken() throws Exception {
        var half = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000);
        try (var venue = new RawBehind(half);
                var door = RunningDoor.to("venue=" + venue.uri())) {
            assertThatThrownBy(() -> door.get("/api/venue/v1/x"))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void whoFailsTooOftenIsLeftAloneAndTriedAgainLater() {
        int port = RunningDoor.freePort();
        try (var door =
                RunningDoor.to(
                        "venue=http://127.0.0.1:" + port,
                        "foreningstorget.gateway.breaker-pause=1500ms")) {
            for (int i = 0; i < 10; i++) {
                says(door.get("/api/venue/v1/x"), 503, "service-away");
            }
            try (var venue =
                    Behind.answering(port, exchange -> Behind.say(exchange, 200, "venue"))) {
                says(door.get("/api/venue/v1/x"), 503, "service-away");
                assertThat(venue.count()).isZero();
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() ->
                                assertThat(door.get("/api/venue/v1/x").body()).isEqualTo("venue"));
                for (int i = 0; i < 30; i++) {
                    assertThat(door.get("/api/venue/v1/x").statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void errorsAServiceAnswersItselfNeverCountAgainstIt() {
        try (var venue = Behind.answering(exchange -> Behind.say(exchange, 500, "its own"));
                var door = RunningDoor.to("venue=" + venue.uri())) {
            for (int i = 0; i < 30; i++) {
                assertThat(door.get("/api/venue/v1/x").body()).isEqualTo("its own");
            }
            assertThat(venue.count()).isEqualTo(30);
        }
    }

    @Test
    void aServiceThatStartedAnewIsReachedAtOnce() {
        int port = RunningDoor.freePort();
        try (var door = RunningDoor.to("venue=http://127.0.0.1:" + port)) {
            for (int life = 0; life < 3; life++) {
                try (var venue =
                        Behind.answering(port, exchange -> Behind.say(exchange, 200, "venue"))) {
                    var reply = door.send("POST", "/api/venue/v1/x", BodyPublishers.ofString("x"));
                    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
                    assertThat(venue.count()).isEqualTo(1);
                }
                await().pollDelay(Duration.ofMillis(150)).until(() -> true);
            }
        }
    }

    @Test
    void aSlowServiceDoesNotSlowTheOthers() throws Exception {
        var hold = new CountDownLatch(1);
        try (var calendar =
                        Behind.answering(exchange -> {
                            hold.await(20, TimeUnit.SECONDS);
                            Behind.say(exchange, 200, "slow");
                        });
                var venue = Behind.saying("venue");
                var door =
                        RunningDoor.to(
                                "calendar=" + calendar.uri(),
                                "venue=" + venue.uri(),
                                "foreningstorget.gateway.read-timeout=20s");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            medianOf(200, door);
            long alone = medianOf(100, door);
            var slow = new ArrayList<Future<String>>();
            for (int i = 0; i < 200; i++) {
                slow.add(threads.submit(() -> door.get("/api/calendar/v1/x").body()));
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> calendar.count() == 200);
            long beside = medianOf(100, door);
            hold.countDown();
            for (var each : slow) {
                assertThat(each.get()).isEqualTo("slow");
            }
            System.out.printf(
                    "median alone %d µs, beside 200 slow %d µs%n", alone / 1_000, beside / 1_000);
            assertThat(beside).isLessThan(alone * 5 + 5_000_000);
        }
    }

    private static long medianOf(int requests, RunningDoor door) {
        var took = new long[requests];
        for (int i = 0; i < requests; i++) {
            long began = System.nanoTime();
            assertThat(door.get("/api/venue/v1/x").body()).isEqualTo("venue");
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[requests / 2];
    }
}
