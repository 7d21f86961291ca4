package se.foreningstorget.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import se.foreningstorget.embedded.FreePorts;

/** The port everybody calls. */
final class GatewayPort {
    private GatewayPort() {}

    /** The port as asked for, or any free one for 0; refuses one that somebody listens on. */
    static int choose(InetAddress address, int port) {
        if (port == 0) {
            return FreePorts.many(1).getFirst();
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return port;
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port "
                            + port
                            + " is in use. Choose another with --port, or 0 for any free one.");
        }
    }
}
