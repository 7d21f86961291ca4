package se.foreningstorget.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Images BOTH =
            new Images(List.of("mongo:8.0", "apache/kafka:4.2.1", "apache/kafka:4.2.2", "other:1"));

    @Test
    void withoutImagesAllIsEmbedded() {
        assertThat(Choice.of(null, null, Images.NONE).describe())
                .isEqualTo("testkit: broker=embedded store=embedded mailbox=embedded");
    }

    @Test
    void imagesAtHandRunAsContainers() {
        assertThat(Choice.of(null, null, BOTH).describe())
                .contains("broker=container(apache/kafka:4.2.2)")
                .contains("store=container(mongo:8.0)");
    }

    @Test
    void aStoreThatSomebodyElseRunsComesFirst() {
        assertThat(Choice.of(null, "mongodb://db.example.org", BOTH).describe())
                .contains("store=MONGODB_URI");
    }

    @Test
    void embeddedCanBeForced() {
        assertThat(Choice.of("embedded", "mongodb://db.example.org", BOTH))
                .isEqualTo(Choice.EMBEDDED);
    }

    @Test
    void containersCannotBeForcedWithoutTheBrokersImage() {
        assertThatThrownBy(() -> Choice.of("containers", null, Images.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apache/kafka");
    }

    @Test
    void aMisspelledWishIsRefused() {
        assertThatThrownBy(() -> Choice.of("docker", null, BOTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatabaseIsPutIntoAnyAddress() {
        assertThat(Store.withDatabase("mongodb://h:1", "d")).isEqualTo("mongodb://h:1/d");
        assertThat(Store.withDatabase("mongodb://u:p@h:1,i:2/x?a=b", "d"))
                .isEqualTo("mongodb://u:p@h:1,i:2/d?a=b");
    }
}
