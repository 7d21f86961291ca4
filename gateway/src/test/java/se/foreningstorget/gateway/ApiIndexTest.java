package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.gateway.RunningDoor.json;

import org.junit.jupiter.api.Test;

/** One OpenAPI document for all services. */
class ApiIndexTest {
    private static Behind describing(String document) {
        return Behind.answering(exchange -> Behind.say(exchange, 200, document));
    }

    private static final String VENUE =
            """
            {"openapi":"3.1.0","info":{"title":"venue"},"security":[{"token":[]}],
             "tags":[{"name":"bookings"}],
             "paths":{"/api/venue/v1/venues":{"get":{"operationId":"list","responses":{"200":{"content":
              {"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
             "components":{"schemas":{"Page":{"properties":{"first":{"$ref":"#/components/schemas/Item"}},
               "discriminator":{"mapping":{"a":"#/components/schemas/Item"}}},
              "Item":{"type":"string"}},
              "securitySchemes":{"token":{"type":"http","scheme":"bearer"}}}}
            """;
    private static final String CALENDAR =
            """
            {"openapi":"3.1.0","paths":{"/api/calendar/v1/events":{"get":{"operationId":"list","security":[],
              "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
             "components":{"schemas":{"Page":{"type":"integer"}},
              "securitySchemes":{"token":{"type":"http","scheme":"bearer"}}}}
            """;

    @Test
    void theDocumentsOfAllServicesAreOne() {
        try (var venue = describing(VENUE);
                var calendar = describing(CALENDAR);
                var register = describing("not json");
                var door =
                        RunningDoor.to(
                                "venue=" + venue.uri(),
                                "calendar=" + calendar.uri(),
                                "register=" + register.uri())) {
            var reply = door.get("/api/openapi.json");
            assertThat(reply.statusCode()).isEqualTo(200);
            var whole = json(reply);
            assertThat(whole.path("openapi").asString()).isEqualTo("3.1.0");
            assertThat(whole.path("paths").propertyNames())
                    .containsExactly("/api/calendar/v1/events", "/api/venue/v1/venues");
            var list = whole.path("paths").path("/api/venue/v1/venues").path("get");
            assertThat(list.path("operationId").asString()).isEqualTo("venue.list");
            assertThat(list.at("/responses/200/content/application~1json/schema/$ref").asString())
                    .isEqualTo("#/components/schemas/venue.Page");
            assertThat(list.at("/security/0/token").isArray()).isTrue();
            assertThat(
                            whole.path("paths")
                                    .path("/api/calendar/v1/events")
                                    .at("/get/security")
                                    .size())
                    .isZero();
            var schemas = whole.at("/components/schemas");
            assertThat(schemas.propertyNames())
                    .containsExactly("calendar.Page", "venue.Page", "venue.Item");
            assertThat(schemas.path("venue.Page").at("/properties/first/$ref").asString())
                    .isEqualTo("#/components/schemas/venue.Item");
            assertThat(schemas.path("venue.Page").at("/discriminator/mapping/a").asString())
                    .isEqualTo("#/components/schemas/venue.Item");
            assertThat(whole.at("/components/securitySchemes").propertyNames())
                    .containsExactly("token");
            assertThat(whole.path("x-away").toString())
                    .isEqualTo("[\"notification\",\"register\"]");
        }
    }

    @Test
    void theDocumentIsKeptForAWhileOnly() {
        try (var venue = describing(VENUE);
                var door =
                        RunningDoor.to(
                                "venue=" + venue.uri(),
                                "foreningstorget.gateway.documents-kept=2s")) {
            for (int i = 0; i < 10; i++) {
                door.get("/api/openapi.json");
            }
            assertThat(venue.count()).isEqualTo(1);
            await().untilAsserted(() -> {
                door.get("/api/openapi.json");
                assertThat(venue.count()).isEqualTo(2);
            });
        }
    }
}
