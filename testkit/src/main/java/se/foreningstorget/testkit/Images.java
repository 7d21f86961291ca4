package se.foreningstorget.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The container images that a local engine already has; none is ever pulled. */
record Images(List<String> names) {

    static final Images NONE = new Images(List.of());

    /** Asked of the engine's own client: Testcontainers would first try to pull what it lacks. */
    static Images local() {
        if (!engineInSight()) {
            return NONE;
        }
        try {
            var listing =
                    new ProcessBuilder(
                                    "docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!listing.waitFor(5, TimeUnit.SECONDS) || listing.exitValue() != 0) {
                listing.destroyForcibly();
                return NONE;
            }
            var here = new Images(listing.inputReader().lines().toList());
            return here.canBeCleanedUp() ? here : NONE;
        } catch (IOException noClient) {
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    /** Testcontainers removes what it started through its own image, unless told not to. */
    private boolean canBeCleanedUp() {
        return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
                || of("testcontainers/ryuk").isPresent();
    }

    private static boolean engineInSight() {
        return System.getenv("DOCKER_HOST") != null
                || System.getenv("TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE") != null
                || sockets().anyMatch(Files::exists);
    }

    private static Stream<Path> sockets() {
        var home = Path.of(System.getProperty("user.home"));
        var session = Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of);
        return Stream.concat(
                Stream.of(
                        Path.of("/var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock")),
                session.map(folder -> folder.resolve("docker.sock")).stream());
    }

    /** The image of this name whose tag sorts last. */
    Optional<String> of(String name) {
        return names.stream()
                .filter(image -> image.startsWith(name + ":"))
                .max(Comparator.naturalOrder());
    }
}
