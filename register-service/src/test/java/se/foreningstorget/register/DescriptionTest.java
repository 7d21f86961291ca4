package se.foreningstorget.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;

/** What the service tells of itself. */
@ExtendWith(TheService.class)
class DescriptionTest {
    private final RunningService service;

    DescriptionTest(RunningService service) {
        this.service = service;
    }

    @Test
    void theVocabularyIsToldInBothLanguages() {
        var tags = service.get("/api/register/v1/tags", null).json().get("items");
        assertThat(tags.valueStream())
                .anySatisfy(tag -> {
                    assertThat(tag.get("id").asString()).isEqualTo("choir");
                    assertThat(tag.get("sv").asString()).isEqualTo("Kör");
                    assertThat(tag.get("en").asString()).isEqualTo("Choir");
                });
    }

    @Test
    void theApiDescribesItself() {
        var described = service.get("/api/register/v1/openapi.json", null);
        assertThat(described.status()).as(described.raw().body()).isEqualTo(200);
        assertThat(described.json().get("paths").propertyNames())
                .contains(
                        "/api/register/v1/associations/{id}",
                        "/api/register/v1/leads/{id}/forwards/{association}/answer");
    }
}
