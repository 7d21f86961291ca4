package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.gateway.RunningDoor.header;
import static se.foreningstorget.gateway.RunningDoor.json;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way requests go. */
class RoutesTest {
    private static Behind register;
    private static Behind calendar;
    private static Behind venue;
    private static Behind notification;
    private static Behind web;
    private static Behind mailbox;
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        register = Behind.saying("register");
        calendar = Behind.saying("calendar");
        venue = Behind.saying("venue");
        notification = Behind.saying("notification");
        web = Behind.saying("web");
        mailbox = Behind.saying("mailbox");
        door =
                RunningDoor.to(
                        "register=" + register.uri(),
                        "calendar=" + calendar.uri(),
                        "venue=" + venue.uri(),
                        "notification=" + notification.uri(),
                        "web=" + web.uri(),
                        "foreningstorget.gateway.extra[0].path=/mailbox/**",
                        "foreningstorget.gateway.extra[0].uri=" + mailbox.uri());
    }

    @AfterAll
    static void close() {
        door.close();
        for (var each : new Behind[] {register, calendar, venue, notification, web, mailbox}) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "calendar", "venue", "notification"})
    void theApiOfAServiceGoesToTheService(String name) {
        assertThat(door.get("/api/" + name + "/v1/things?a=b").body()).isEqualTo(name);
        assertThat(door.get("/api/" + name).body()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/lokaler", "/apis", "/assets/site.css?v=1", "/sign-in/x", "/error"})
    void everythingElseGoesToTheWeb(String path) {
        assertThat(door.get(path).body()).isEqualTo("web");
        assertThat(web.last().uri()).isEqualTo(path);
    }

    @Test
    void anExtraRouteGoesBeforeTheWeb() {
        assertThat(door.get("/mailbox/letters/1").body()).isEqualTo("mailbox");
        assertThat(mailbox.last().uri()).isEqualTo("/mailbox/letters/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing/v1",
                "/api/",
                "/api/registers",
                "/api/web/x",
                "/api/register.x"
            })
    void anApiThatDoesNotExistIsSaidNotToExist(String path) {
        var reply = door.get(path);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(reply).path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void theIndexNamesTheServicesAndTheirDocuments() {
        var reply = door.get("/api");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(json(reply).at("/services/0/name").asString()).isEqualTo("calendar");
        assertThat(json(reply).at("/services/3/openapi").asString())
                .isEqualTo("/api/venue/v1/openapi.json");
        assertThat(json(reply).path("services").size()).isEqualTo(4);
        assertThat(door.send("POST", "/api", BodyPublishers.noBody()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/openapi.json"})
    void theDoorsOwnAnswersHaveHeadsAndSayTheirMethods(String path) {
        var head = door.send("HEAD", path, BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).isEqualTo("application/json");
        var methods = door.send("OPTIONS", path, BodyPublishers.noBody());
        assertThat(methods.statusCode()).isEqualTo(204);
        assertThat(header(methods, "Allow")).isEqualTo("GET,HEAD,OPTIONS");
    }

    @Test
    void headsAndMethodsAreAskedOfTheService() {
        for (var method : new String[] {"HEAD", "OPTIONS", "PATCH", "DELETE"}) {
            assertThat(
                            door.send(method, "/api/venue/v1/things", BodyPublishers.noBody())
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(venue.last().method()).isEqualTo(method);
        }
        var preflight =
                door.send(
                        "OPTIONS",
                        "/api/venue/v1/preflight",
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://elsewhere.example.org",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(preflight.statusCode()).as("a grant of nothing").isEqualTo(200);
        assertThat(preflight.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control-allow"));
    }

    @Test
    void theHealthOfTheDoorIsItsOwn() {
        for (var path : new String[] {"", "/liveness", "/readiness"}) {
            var reply = door.get("/actuator/health" + path);
            assertThat(reply.statusCode()).as(path).isEqualTo(200);
            assertThat(json(reply).path("status").asString()).isEqualTo("UP");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/gateway",
                "/%61ctuator/env",
                "/api/actuator",
                "/api/venue/../actuator/health",
                "/api/venue/..;/..;/actuator/health",
                "/api/venue/%2e%2e/%2e%2e/actuator/health",
                "/api/venue/.%2e/actuator",
                "//actuator/env",
                "/./actuator/env",
                "/actuator;x=1/env",
                "/x/..%2factuator/env",
                "/x\\actuator",
                "/x%5c..%5cactuator",
            })
    void noOtherInsideIsReachable(String path) {
        int before = web.count() + venue.count();
        var reply = door.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply).matches("(?s)HTTP/1.1 (400|404) .*problem\\+json.*");
        assertThat(web.count() + venue.count()).isEqualTo(before);
    }
}
