package se.foreningstorget.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @Test
    void theSharedOneHasABrokerAStoreAndAMailbox() throws Exception {
        var platform = Platform.shared();
        assertThat(platform).isSameAs(Platform.shared());
        assertThat(platform.describe()).startsWith("testkit: broker=");
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        assertThat(count(platform.mongoUri("db" + UUID.randomUUID()))).isEqualTo(1);
        try (var mail = new Socket(InetAddress.getLoopbackAddress(), platform.smtpPort())) {
            assertThat(mail.getInputStream().read()).isEqualTo('2');
        }
        assertThat(platform.mailbox().mails()).isEmpty();
    }

    @Test
    void databasesAreApart() {
        var platform = Platform.shared();
        assertThat(count(platform.mongoUri("db" + UUID.randomUUID()))).isEqualTo(1);
        assertThat(count(platform.mongoUri("db" + UUID.randomUUID()))).isEqualTo(1);
    }

    @Test
    void theSharedOneCannotBeStopped() {
        assertThatThrownBy(Platform.shared()::stopStore).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Platform.shared()::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onesOwnComesBackOnTheSameAddressesWithItsData(@TempDir Path folder) throws Exception {
        try (var platform = Platform.start(folder)) {
            var store = platform.mongoUri("things");
            var broker = platform.bootstrapServers();
            var smtp = platform.smtpPort();
            assertThat(count(store)).isEqualTo(1);
            platform.stopStore();
            platform.stopBroker();
            platform.stopMailbox();
            assertThat(platform.mongoUri("things")).isEqualTo(store);
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), smtp).close())
                    .isInstanceOf(java.io.IOException.class);
            platform.startStore();
            platform.startBroker();
            platform.startMailbox();
            assertThat(count(store)).isEqualTo(2);
            assertThat(platform.smtpPort()).isEqualTo(smtp);
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
        }
    }

    private static long count(String uri) {
        try (var client = MongoClients.create(uri)) {
            var things =
                    client.getDatabase(new ConnectionString(uri).getDatabase())
                            .getCollection("things");
            things.insertOne(new Document());
            return things.countDocuments();
        }
    }
}
