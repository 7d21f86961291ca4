package se.foreningstorget.gateway;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer, passed back unchanged but for the headers of one connection. */
final class Answer implements ServerResponse {
    private static final int CHUNK = 16 * 1024;

    private final URI base;
    private final ClassicHttpResponse answer;
    private final HttpHeaders headers = new HttpHeaders();
    private final MultiValueMap<String, Cookie> cookies = new LinkedMultiValueMap<>();
    private Function<UpstreamTrouble, ? extends RuntimeException> said = trouble -> trouble;

    Answer(URI base, ClassicHttpResponse answer) {
        this.base = base;
        this.answer = answer;
    }

    /** How trouble while the body is read is told. */
    Answer withTrouble(Function<UpstreamTrouble, ? extends RuntimeException> telling) {
        said = telling;
        return this;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    /** Nothing: the headers go from message to message without a stop here. */
    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return cookies;
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(answer.getCode());
            writeHeaders(response);
            var entity = answer.getEntity();
            if (entity != null && !request.getMethod().equals("HEAD")) {
                copy(entity.getContent(), response);
            }
            // from here on it is the service's answer, even an empty error: nobody adds a body
            flush(response);
        }
        return null;
    }

    private void writeHeaders(HttpServletResponse response) {
        var dropped = Hops.named(connection());
        var seen = new HashSet<String>();
        for (Header header : answer.getHeaders()) {
            var name = header.getName();
            var plain = name.toLowerCase(Locale.ROOT);
            if (dropped.contains(plain)) {
                continue;
            }
            var value = plain.equals("location") ? inside(header.getValue()) : header.getValue();
            if (seen.add(plain)) {
                response.setHeader(name, value);
            } else {
                response.addHeader(name, value);
            }
        }
        if (!seen.contains(SecurityHeaders.POLICY.toLowerCase(Locale.ROOT)) && isPage()) {
            SecurityHeaders.putForPage(response);
        }
    }

    private java.util.Iterator<String> connection() {
        List<String> values = new ArrayList<>();
        for (Header header : answer.getHeaders(HttpHeaders.CONNECTION)) {
            values.add(header.getValue());
        }
        return values.iterator();
    }

    private boolean isPage() {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && Set.of("text/html", "application/xhtml+xml")
                        .contains(
                                type.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** A redirect to the service's own address would lead the reader past the door. */
    private String inside(String location) {
        var own = base.getScheme() + "://" + base.getAuthority();
        return location.startsWith(own + "/") ? location.substring(own.length()) : location;
    }

    private void copy(InputStream from, HttpServletResponse response) throws IOException {
        boolean stream = isStream();
        var to = response.getOutputStream();
        var chunk = new byte[CHUNK];
        for (int some = read(from, chunk); some >= 0; some = read(from, chunk)) {
            try {
                to.write(chunk, 0, some);
                if (stream) {
                    to.flush();
                }
            } catch (IOException gone) {
                throw new SenderGone(gone);
            }
        }
    }

    private boolean isStream() {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.getValue().startsWith("text/event-stream");
    }

    private int read(InputStream from, byte[] chunk) {
        try {
            return from.read(chunk);
        } catch (IOException broken) {
            throw said.apply(UpstreamTrouble.from(broken));
        }
    }

    private static void flush(HttpServletResponse response) throws IOException {
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            throw new SenderGone(gone);
        }
    }
}
