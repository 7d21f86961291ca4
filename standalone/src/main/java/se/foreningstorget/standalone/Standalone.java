package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import se.foreningstorget.eventkit.web.LocalIssuer;

/** The whole square in one process. */
public final class Standalone implements AutoCloseable {
    private static final Duration STOPPING = Duration.ofMillis(4_800);

    private final String url;
    private final DataFolder data;
    private final @Nullable Backing backing;
    private final @Nullable LocalPages pages;
    private final @Nullable Services services;

    private Standalone(
            String url,
            DataFolder data,
            @Nullable Backing backing,
            @Nullable LocalPages pages,
            @Nullable Services services) {
        this.url = url;
        this.data = data;
        this.backing = backing;
        this.pages = pages;
        this.services = services;
    }

    public static void main(String[] arguments) {
        var options = new Options();
        var line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
        } catch (CommandLine.ParameterException wrong) {
            System.err.println(wrong.getMessage() + " (./run --help tells the options)");
            exit(2);
        }
        if (options.help) {
            line.usage(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            exit(0);
        }
        try {
            var square = start(options);
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> square.stop(stopped), "stop"));
            if (options.stopWhenReady) {
                System.exit(0);
            }
            stopped.await();
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            exit(1);
        } catch (InterruptedException | RuntimeException failed) {
            LoggerFactory.getLogger(Standalone.class).error("could not start", failed);
            System.err.println("Föreningstorget could not start: " + rootOf(failed));
            exit(1);
        }
    }

    /**
     * Starts everything and tells where it is; throws {@link CannotStart} with a reason to show.
     */
    static Standalone start(Options options) throws InterruptedException {
        long began = System.nanoTime();
        var address = options.loopbackAddress();
        int port = GatewayPort.choose(address, options.port);
        var data = DataFolder.open(options.data, options.fresh);
        logInto(data.part("log"));
        Backing backing = null;
        LocalPages pages = null;
        Services services = null;
        try {
            var url = "http://" + hostName(options.address) + ":" + port;
            var issuer = new LocalIssuer(url, "foreningstorget");
            var keys = issuer.writeKeysTo(data.part("keys").resolve("public-keys.json"));
            backing = Backing.start(options, data);
            data.runningWith(
                    Map.of("url", url, "kafka", backing.kafka(), "mongodb", backing.mongodb()));
            pages = LocalPages.start(issuer, backing.mailbox());
            var shared = shared(backing, data, url, issuer, keys);
            services = Services.start(shared, gateway(options, port, pages));
            services.awaitCaughtUp();
            if (data.stoppedUncleanly()) {
                republish(services, data);
            }
            Welcome.print(System.out, url, data.folder(), backing, issuer, began);
            return new Standalone(url, data, backing, pages, services);
        } catch (RuntimeException | InterruptedException failed) {
            new Standalone("", data, backing, pages, services).close();
            throw failed;
        }
    }

    private static void republish(Services services, DataFolder data) {
        Thread.ofVirtual()
                .name("republish")
                .start(() -> {
                    services.republish();
                    data.settled();
                });
    }

    /** Only now, when the folder is ours: logging begins with its first use. */
    private static void logInto(Path folder) {
        System.setProperty("foreningstorget.log", folder.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Where the gateway answers. */
    String url() {
        return url;
    }

    /** What the services were told. */
    String property(String name) {
        return requireNonNull(services).property(name);
    }

    private static List<String> shared(
            Backing backing, DataFolder data, String url, LocalIssuer issuer, Path keys) {
        var shared = new ArrayList<>(backing.arguments(data.part("indexes")));
        shared.add("--foreningstorget.issuer=" + issuer.issuer());
        shared.add("--foreningstorget.audience=" + issuer.audience());
        shared.add("--foreningstorget.jwks=" + keys);
        shared.add("--foreningstorget.public-url=" + url);
        shared.add("--foreningstorget.api=" + url);
        return shared;
    }

    private static List<String> gateway(Options options, int port, LocalPages pages) {
        var gateway = new ArrayList<String>();
        gateway.add("--server.address=" + options.address);
        gateway.add("--server.port=" + port);
        for (int i = 0; i < LocalPages.PATHS.size(); i++) {
            var extra = "--foreningstorget.gateway.extra[" + i + "].";
            gateway.add(extra + "path=" + LocalPages.PATHS.get(i));
            gateway.add(extra + "uri=" + pages.uri());
        }
        return gateway;
    }

    private static String hostName(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private void stop(CountDownLatch stopped) {
        System.out.println("Stopping …");
        var watch = new Thread(() -> haltAfter(STOPPING), "stop-watch");
        watch.setDaemon(true);
        watch.start();
        close();
        watch.interrupt(); // what the JVM itself does at its end, like a start-up cache, may
        // take longer
        System.out.println("Stopped.");
        stopped.countDown();
    }

    /** A stop is never waited for longer than promised; what was acknowledged is safe by then. */
    private static void haltAfter(Duration most) {
        try {
            Thread.sleep(most);
            System.err.println("Stopped without waiting any longer.");
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Contexts first, then local pages, broker and store; the folder is said to be clean last. */
    @Override
    public void close() {
        for (var part : new AutoCloseable[] {services, pages, backing, data}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception goOn) {
                data.unsettled();
                LoggerFactory.getLogger(Standalone.class).warn("while stopping", goOn);
            }
        }
    }

    private static void exit(int code) {
        System.exit(code);
    }

    private static String rootOf(Throwable failed) {
        var root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
