package se.foreningstorget.standalone;

import java.net.URI;
import java.nio.file.Path;
import se.foreningstorget.eventkit.testing.Http;

/** The system in this process, with its broker and store to be looked into. */
public final class SquareForBench implements AutoCloseable {
    private final Standalone square;
    private final Http http;

    private SquareForBench(Standalone square) {
        this.square = square;
        this.http = new Http(URI.create(square.url()));
    }

    public static SquareForBench start(Path data) throws InterruptedException {
        var options = new Options();
        options.port = 0;
        options.data = data;
        return new SquareForBench(Standalone.start(options));
    }

    public Http http() {
        return http;
    }

    public String as(String caller) {
        return http.get("/sign-in/tokens/" + caller, null).raw().body().strip();
    }

    public String kafka() {
        return square.property("foreningstorget.kafka");
    }

    public String mongodb() {
        return square.property("foreningstorget.mongodb");
    }

    @Override
    public void close() {
        square.close();
    }
}
