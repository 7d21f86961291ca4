package se.foreningstorget.eventkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent as a body, a service says what is wrong with it and never that it is at fault.
 */
class BadBodiesTest {
    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "number",
                    "large",
                    "huge",
                    "exact",
                    "rough",
                    "yes",
                    "day",
                    "status",
                    "owner",
                    "lines",
                    "words",
                    "within",
                    "anything");
    private static TinyService service;

    @BeforeAll
    static void open() {
        service = new TinyService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "nul",
                "NaN",
                "{\"name\":NaN}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"words\":{\"a\":\"b\",\"a\":\"c\"}}",
                "{\"name\":\"a\",\"anything\":{\"a\":1,\"a\":2}}",
                "{\"name\":\"a\"} {\"name\":\"b\"}",
                "{\"name\":\"a\"}]",
                "{\"name\":\"a\"}x",
                "{\"name\":\"a\"",
                "{'name':'a'}",
                "{name:\"a\"}",
                "{\"name\":\"a\",}",
                "// words\n{\"name\":\"a\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"\\udc00\\ud800\"}",
                "{\"name\":\"a\",\"words\":{\"a\":\"\\ud800\"}}",
                "{\"\\ud800\":1}",
                "{\"name\":\"\\u12\"}",
                "{\"name\":\"a\nb\"}",
                "\ufeff\ufeff{}",
                "[".repeat(10_000),
                "{\"within\":".repeat(10_000),
                "{\"name\":\"a\",\"anything\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"name\":\"a\",\"other\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"" + "x".repeat(100_000) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBadBodyIsItsSendersFault(String body) {
        refused(body);
    }

    static Stream<String> numbers() {
        return Stream.of(
                        "1e999999",
                        "-1e999999",
                        "1e-999999",
                        "1e99999999999",
                        "9".repeat(2_000),
                        "0." + "1".repeat(2_000),
                        "9223372036854775808",
                        "1.5",
                        "01",
                        "+1",
                        "1e",
                        "0x1",
                        "Infinity")
                .flatMap(number ->
                        FIELDS.stream()
                                .map(field -> "{\"name\":\"a\",\"" + field + "\":" + number + "}"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noNumberIsOurFault(String body) {
        var reply = service.put(body);
        assertThat(reply.status() == 200 || reply.status() == 400 && reply.isProblem())
                .as(reply.toString())
                .isTrue();
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (var bytes :
                new byte[][] {
                    {(byte) 0xc3},
                    {(byte) 0xc0, (byte) 0x80},
                    {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                    {(byte) 0xff},
                    {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                    {(byte) 0xe4},
                }) {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"name\":\"a".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            var reply = service.put(body.toByteArray());
            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.isProblem()).isTrue();
        }
    }

    @Test
    void aBodyWithBytesChangedAtRandomIsNeverOurFault() {
        var good =
                """
                {"name":"Kören","number":7,"large":8,"huge":9,"exact":1.5,"rough":2e3,"yes":true,
                "day":"2026-11-22","status":"scheduled","owner":"koren","lines":["a","b"],
                "words":{"a":"b"},"within":{"name":"c"},"anything":[{"d":null}]}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(service.put(good).status()).isEqualTo(200);
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var bytes = good.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean()
                                ? (byte) random.nextInt(256)
                                : (byte) "{}[]\",:\\u0-eE.tn".charAt(random.nextInt(16));
            }
            var reply = service.put(bytes);
            assertThat(reply.status() == 200 || reply.status() == 400 && reply.isProblem())
                    .as(
                            "seed "
                                    + seed
                                    + ": "
                                    + new String(bytes, StandardCharsets.ISO_8859_1)
                                    + reply)
                    .isTrue();
        }
    }

    private static void refused(String body) {
        var reply = service.put(body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.isProblem()).as(reply.toString()).isTrue();
    }
}
