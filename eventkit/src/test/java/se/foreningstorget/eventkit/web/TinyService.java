package se.foreningstorget.eventkit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.EventkitSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of one controller on a web server of its own, asked byte by byte. */
final class TinyService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int port;

    TinyService() {
        context =
                new SpringApplicationBuilder(Parts.class)
                        .registerShutdownHook(false)
                        .run(
                                "--spring.config.name=eventkit",
                                "--spring.application.name=eventkit",
                                "--server.address=127.0.0.1");
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EventkitSettings.class)
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
    })
    @Import({WebConfiguration.class, Things.class})
    static class Parts {}

    @RestController
    static class Things {
        record Thing(
                @NotBlank @Size(max = 50) @SingleLine String name,
                @Nullable Integer number,
                @Nullable Long large,
                @Nullable BigInteger huge,
                @Nullable BigDecimal exact,
                @Nullable Double rough,
                @Nullable Boolean yes,
                @Nullable LocalDate day,
                @Nullable EventStatus status,
                @Nullable AssociationId owner,
                @Nullable List<@SingleLine String> lines,
                @Nullable Map<String, String> words,
                @Nullable Thing within,
                @Nullable JsonNode anything) {}

        record Filter(
                @Nullable List<@OneOf(EventStatus.class) String> status,
                @BindParam("open-to-all")
                        @Nullable List<@OneOf(words = {"true", "false"}) String> openToAll) {}

        @GetMapping("/api/tiny/v1/things")
        String list(
                @Valid PageRequest page,
                @Valid Filter filter,
                @RequestParam(name = "kind", required = false)
                        @Nullable List<@OneOf(EventStatus.class) String> kinds,
                @RequestParam(required = false) @Nullable LocalDate from,
                @RequestHeader(name = "Seen", required = false) @Nullable String seen,
                Caller caller) {
            return "listed";
        }

        @GetMapping("/api/tiny/v1/things/{id}")
        String one(@PathVariable AssociationId id) {
            return "one";
        }

        @GetMapping({"/api/tiny/v1/things.ics", "/elsewhere"})
        String feed() {
            return "feed";
        }

        @GetMapping("/api/tiny/v1/anything")
        String anything(@RequestParam Map<String, String> all) {
            return "anything";
        }

        @PutMapping("/api/tiny/v1/things/{id}")
        Object put(@PathVariable AssociationId id, @Valid @RequestBody Thing thing) {
            return thing.name();
        }

        @DeleteMapping("/api/tiny/v1/things/{id}")
        void delete(@PathVariable AssociationId id) {}

        @PostMapping("/api/tiny/v1/form")
        String form(@RequestParam String word) {
            return word;
        }
    }

    /** A status line, headers, and a body read to its end. */
    record Reply(int status, String head, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }

        String detail() {
            return json().path("detail").asString("");
        }

        boolean isProblem() {
            return head.toLowerCase(java.util.Locale.ROOT)
                            .contains("content-type: application/problem+json")
                    && json().path("type").asString("").equals("/problems/" + code())
                    && json().path("status").asInt() == status
                    && !body.contains("Exception")
                    && !body.contains("\tat ");
        }
    }

    Reply get(String address, String... headers) {
        return ask("GET " + address + " HTTP/1.1", new byte[0], headers);
    }

    Reply put(String json, String... headers) {
        return put(json.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply put(byte[] body, String... headers) {
        var all = new java.util.ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length);
        if (all.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            all.add("Content-Type: application/json");
        }
        return ask("PUT /api/tiny/v1/things/a HTTP/1.1", body, all.toArray(String[]::new));
    }

    /** Says exactly this line, then the headers and the body. */
    Reply ask(String line, byte[] body, String... headers) {
        var head = new StringBuilder(line + "\r\nHost: x\r\nConnection: close\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            var said = socket.getInputStream().readAllBytes();
            return reply(new String(said, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Reply reply(String[] said) {
        var status = said[0].split(" ", 3);
        var body = said.length < 2 ? "" : said[1];
        if (said[0].contains("Transfer-Encoding: chunked")) {
            body = joined(body);
        }
        return new Reply(
                status.length < 2 ? 0 : Integer.parseInt(status[1].strip()),
                said[0],
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        var whole = new StringBuilder();
        for (int at = 0; at < chunks.length(); ) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
