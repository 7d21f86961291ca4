package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.gateway.RunningDoor.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers pass as they are. */
class PassOnTest {
    private static Behind venue;
    private static Behind web;
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        venue = Behind.answering(ManyAnswers::answer);
        web = Behind.answering(ManyAnswers::answer);
        door = RunningDoor.to("venue=" + venue.uri(), "web=" + web.uri());
    }

    @AfterAll
    static void close() {
        door.close();
        venue.close();
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/venue/v1/L%C3%A5ngholmen%20s%C3%B6dra?q=%C3%A5%C3%A4%C3%B6+x%20y&q=&flag&z=%2F%26",
                "/api/venue/v1/a+b,c:d@e!$&'()*=~/?&&a==b",
                "/api/venue/v1/100%25?p=100%25%252F",
            })
    void pathAndQueryArriveAsTheyWereSent(String address) {
        var reply =
                door.raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 200");
        assertThat(venue.last().uri()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aBodyArrivesAsItWasSent(String method) {
        var body = "{\"namn\":\"Blåsorkestern Ängsö – 🎺\"}";
        door.send(
                method,
                "/api/venue/v1/x",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json;x=1");
        assertThat(venue.last().method()).isEqualTo(method);
        assertThat(venue.last().text()).isEqualTo(body);
        assertThat(venue.last().header("content-type")).isEqualTo("application/json;x=1");
        assertThat(venue.last().header("content-length"))
                .isEqualTo("" + body.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aFormArrivesAsItWasSent() {
        var form = "b=2&a=1+%C3%A5&b=&a=%20";
        door.send(
                "POST",
                "/api/venue/v1/x?a=0",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(venue.last().text()).isEqualTo(form);
        assertThat(venue.last().uri()).isEqualTo("/api/venue/v1/x?a=0");
        door.send(
                "PUT",
                "/x",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(web.last().text()).isEqualTo(form);
    }

    @Test
    void partsAndBytesArriveAsTheyWereSent() {
        var bytes = new byte[900_000];
        new Random(1).nextBytes(bytes);
        var start =
                "--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"ö.png\"\r\n\r\n";
        var end = "\r\n--grans--\r\n";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        door.send(
                "POST",
                "/api/venue/v1/x",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=grans");
        assertThat(venue.last().body()).isEqualTo(body.toByteArray());
        assertThat(venue.last().header("content-type"))
                .isEqualTo("multipart/form-data; boundary=grans");
    }

    @Test
    void aBodyOfUnsaidLengthArrivesWhole() {
        var bytes = new byte[300_000];
        new Random(2).nextBytes(bytes);
        door.send(
                "POST",
                "/api/venue/v1/x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertThat(venue.last().body()).isEqualTo(bytes);
    }

    @Test
    void anAnswerWithoutBodyStaysWithout() {
        var reply = door.get("/api/venue/v1/empty");
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whatIsUnchangedIsSaidToBeUnchangedByTheServiceOnly() {
        var first = door.get("/api/venue/v1/tagged");
        assertThat(first.body()).isEqualTo("tagged");
        assertThat(header(first, "ETag")).isEqualTo("\"7\"");
        var second = door.get("/api/venue/v1/tagged", "If-None-Match", "\"7\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(header(second, "ETag")).isEqualTo("\"7\"");
        assertThat(second.body()).isEmpty();
        assertThat(door.get("/api/venue/v1/tagged", "If-None-Match", "\"6\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerInPiecesArrivesWhole() {
        var reply = door.get("/api/venue/v1/chunked");
        assertThat(reply.body()).startsWith("åäö000;").endsWith("åäö999;").hasSize(7_000);
    }

    @Test
    void aHeadIsAnsweredLikeAGetWithoutItsBody() {
        var reply = door.send("HEAD", "/api/venue/v1/x", BodyPublishers.noBody());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(venue.last().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 412, 500, 502, 503})
    void aServicesOwnErrorIsPassedBack(int status) {
        var reply = door.get("/api/venue/v1/problem?" + status, "Accept", "text/html");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo("{\"code\":\"its-own\"}");
        assertThat(header(reply, "Retry-After")).isEqualTo("9");
        assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        var bare = door.get("/api/venue/v1/bare?" + status);
        assertThat(bare.statusCode()).isEqualTo(status);
        assertThat(bare.body()).isEmpty();
    }
}
