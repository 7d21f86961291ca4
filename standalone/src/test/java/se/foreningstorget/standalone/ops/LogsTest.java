package se.foreningstorget.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Logs say what happened under which trace, and never to whom. */
class LogsTest {

    /** Every line as JSON: with all that an event carries, whatever a pattern would leave out. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final JsonEncoder encoder = new JsonEncoder();

        @Override
        public void start() {
            encoder.setContext(getContext());
            encoder.setWithFormattedMessage(true);
            encoder.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noLineHoldsWhatAPersonGave() {
        var square = WatchedSquare.shared(); // all contexts have set up their logging by then
        var lines = new Lines();
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        var ours = root.getLoggerContext().getLogger("se.foreningstorget");
        ours.setLevel(Level.DEBUG);
        try {
            new Walk(square).go();
        } finally {
            ours.setLevel(null);
            root.detachAppender(lines);
        }
        assertThat(lines.lines)
                .as("the one service that is away is told of, under the request's trace")
                .anyMatch(line -> line.contains("things") && line.contains("\"traceparent\""));
        for (var line : List.copyOf(lines.lines)) {
            for (var personal : Walk.PERSONAL) {
                assertThat(line).doesNotContainIgnoringCase(personal);
            }
        }
    }

    @Test
    void standaloneLogsTextUnlessJsonIsAskedFor(@TempDir Path folder) throws Exception {
        var line = logged(folder.resolve("text"), Map.of());
        assertThat(line).contains("INFO", "00-trace-01 said");
    }

    @Test
    void standaloneLogsOneJsonObjectALineOnRequest(@TempDir Path folder) throws Exception {
        var line = logged(folder.resolve("json"), Map.of("foreningstorget.log.format", "json"));
        var json = JsonMapper.shared().readTree(line);
        assertThat(json.get("formattedMessage").asString()).isEqualTo("said");
        assertThat(json.get("level").asString()).isEqualTo("INFO");
        assertThat(json.get("mdc").get("traceparent").asString()).isEqualTo("00-trace-01");
    }

    /** What a context set up by standalone's own file writes. */
    private static String logged(Path folder, Map<String, String> properties) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
        context.putProperty("foreningstorget.log", folder.toString());
        properties.forEach(context::putProperty);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL file = LogsTest.class.getResource("/logback.xml");
        configurator.doConfigure(file);
        context.getMDCAdapter().put("traceparent", "00-trace-01");
        context.getLogger("se.foreningstorget.test").info("said");
        context.stop();
        return Files.readString(folder.resolve("foreningstorget.log")).strip();
    }
}
