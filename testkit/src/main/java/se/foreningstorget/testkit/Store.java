package se.foreningstorget.testkit;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import se.foreningstorget.embedded.EmbeddedStore;

/** A running store, wherever it runs. */
record Store(int port, UnaryOperator<String> uri, Runnable stop) implements Part.Server {

    static Store embedded(Path folder, int port) {
        var store = EmbeddedStore.start(folder, port);
        return new Store(store.port(), store::connectionString, store::close);
    }

    static Store container(String image) {
        var container =
                new MongoDBContainer(
                                DockerImageName.parse(image).asCompatibleSubstituteFor("mongo"))
                        .withReplicaSet();
        container.start();
        return new Store(
                container.getFirstMappedPort(), container::getReplicaSetUrl, container::stop);
    }

    /** A store that somebody else runs, its address with or without a database and options. */
    static Store at(String address) {
        return new Store(0, database -> withDatabase(address, database), () -> {});
    }

    static String withDatabase(String address, String database) {
        var question = address.indexOf('?');
        var place = question < 0 ? address : address.substring(0, question);
        var options = question < 0 ? "" : address.substring(question);
        var slash = place.indexOf('/', place.indexOf("://") + 3);
        return (slash < 0 ? place : place.substring(0, slash)) + "/" + database + options;
    }

    @Override
    public void close() {
        stop.run();
    }
}
