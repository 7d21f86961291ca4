package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The samples of what was ever released are added to, never edited: each has a digest here. */
class GoldenSamplesStayTest {
    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");
    private static final String DIGESTS = "/released/golden-samples.sha256";

    @Test
    void noReleasedSampleWasEditedOrTakenAway() throws Exception {
        var released = released();
        assertThat(released).hasSizeGreaterThan(20);
        var now = new TreeMap<String, String>();
        for (var sample : released.keySet()) {
            var file = GOLDEN.resolve(sample);
            assertThat(file).exists();
            now.put(sample, digest(file));
        }
        assertThat(now).isEqualTo(released);
    }

    private static TreeMap<String, String> released() throws IOException {
        try (var list =
                Objects.requireNonNull(
                        GoldenSamplesStayTest.class.getResourceAsStream(DIGESTS), DIGESTS)) {
            var released = new TreeMap<String, String>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +", 2))
                    .forEach(line -> released.put(line[1], line[0]));
            return released;
        }
    }

    /** Whatever line ends a checkout has. */
    private static String digest(Path file) throws Exception {
        var text = Files.readString(file).replace("\r\n", "\n");
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
