package se.foreningstorget.eventkit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are data, and data can be wrong. */
class RetentionRulesTest {
    private static final Kind NOTE = new Kind("note", "written", Duration.ofHours(1), false);
    private static final String RULE =
            """
            {"kind":"note","what":"notes","decision":"KS 1 §","from":"written",
             "period":"P1M","archive":false}
            """;

    @TempDir private Path folder;

    private RetentionRules read(String rules) throws IOException {
        Files.writeString(
                folder.resolve("test-service-retention.json"),
                "{\"examples\":false,\"note\":\"\",\"rules\":[" + rules + "]}");
        return RetentionRules.read("test-service", folder, List.of(NOTE));
    }

    private void assertFault(String rules, String... said) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .message()
                .contains("test-service-retention.json", "cannot be obeyed")
                .contains(said);
    }

    @Test
    void periodsAreCountedByTheCalendar() throws IOException {
        var rule = read(RULE).of(NOTE);
        assertThat(rule.due(Instant.parse("2026-01-31T12:00:00Z")))
                .isEqualTo("2026-02-28T12:00:00Z");
        assertThat(rule.due(Instant.parse("2026-03-15T12:00:00Z")))
                .as("noon in winter, noon in summer")
                .isEqualTo("2026-04-15T11:00:00Z");
    }

    @Test
    void whatCannotBeObeyedIsSaid() {
        assertFault("", "note: one rule is needed, there are 0");
        assertFault(RULE + "," + RULE, "there are 2");
        assertFault(RULE + "," + RULE.replace("\"note\"", "\"other\""), "other: no such kind");
        assertFault(RULE.replace("P1M", "a month"), "a month is not like P2Y");
        assertFault(RULE.replace("P1M", "P-1M"), "P-1M is shorter than PT1H");
        assertFault(RULE.replace("P1M", "PT59M"), "PT59M is shorter than PT1H");
        assertFault(RULE.replace("period", "perid"), "note: \"period\" is missing");
        assertFault(RULE.replace("KS 1 §", " "), "\"decision\" is missing");
        assertFault(RULE.replace("\"written\"", "\"read\""), "must be written, not read");
        assertFault(RULE.replace("false", "true"), "nothing to archive");
        assertFault("{", "not JSON");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() ->
                        RetentionRules.read("test-service", folder.resolve("x"), List.of(NOTE)))
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void archivingNeedsAFolder() throws IOException {
        var kind = new Kind("note", "written", Duration.ZERO, true);
        Files.writeString(
                folder.resolve("other-service-retention.json"),
                "{\"rules\":[" + RULE.replace("false", "true") + "]}");
        var rules = RetentionRules.read("other-service", folder, List.of(kind));
        assertThatThrownBy(() -> new Archive(null, rules))
                .hasMessageContaining("foreningstorget.retention.archive");
        var archive = new Archive(folder.resolve("archive"), rules);
        archive.keep(rules.of(kind), "n-1", List.of("said"));
        archive.keep(rules.of(kind), "n-1", List.of("said"));
        assertThat(folder.resolve("archive/note"))
                .isDirectoryContaining("glob:**/n-1.json")
                .isDirectoryNotContaining("glob:**.part");
    }
}
