package se.foreningstorget.testkit;

import java.nio.file.Path;
import se.foreningstorget.embedded.EmbeddedMailbox;

/** A running mailbox. */
record Mailbox(EmbeddedMailbox server) implements Part.Server {

    static Mailbox embedded(Path folder, int port) {
        return new Mailbox(EmbeddedMailbox.start(folder, port));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
