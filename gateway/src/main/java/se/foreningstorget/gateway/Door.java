package se.foreningstorget.gateway;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The outermost step: what may come in, and a clear answer to whatever goes wrong inside. */
final class Door implements Filter {
    private static final Logger log = LoggerFactory.getLogger(Door.class);

    /** What HTTP itself knows, but for what is no business of a site's. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Of the address, and of all headers; what the web server takes in at most is more. */
    private static final int MOST = 8 * 1024;

    private final Problems problems;
    private final long maxBody;

    Door(Problems problems, long maxBody) {
        this.problems = problems;
        this.maxBody = maxBody;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        if (!(asked instanceof HttpServletRequest request)
                || !(answered instanceof HttpServletResponse response)) {
            throw new ServletException("not HTTP");
        }
        var trace = Trace.of(request);
        request.setAttribute(Trace.ATTRIBUTE, trace);
        MDC.put(Trace.HEADER, trace);
        try {
            SecurityHeaders.put(response);
            check(request);
            chain.doFilter(new Incoming(request, maxBody), response);
        } catch (IOException | ServletException | RuntimeException failed) {
            answer(failed, request, response);
        } finally {
            MDC.remove(Trace.HEADER);
        }
    }

    private void check(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw Refusal.of(Fault.UNKNOWN_METHOD);
        }
        var query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > MOST) {
            throw Refusal.of(Fault.ADDRESS_TOO_LONG);
        }
        if (lengthOfHeaders(request) > MOST) {
            throw Refusal.of(Fault.HEADERS_TOO_LARGE);
        }
        Address.check(request.getRequestURI());
        if (request.getContentLengthLong() > maxBody) {
            throw Refusal.of(Fault.TOO_LARGE);
        }
    }

    private static int lengthOfHeaders(HttpServletRequest request) {
        int length = 0;
        for (var name : Collections.list(request.getHeaderNames())) {
            for (var value : Collections.list(request.getHeaders(name))) {
                length += name.length() + value.length() + 4;
            }
        }
        return length;
    }

    private void answer(Exception failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var gone = found(SenderGone.class, failed);
        if (response.isCommitted()) {
            if (gone != null) {
                log.debug("nobody to answer", gone);
                return;
            }
            // half an answer is out: only a broken connection tells the reader that it is half
            throw failed instanceof IOException io ? io : new IOException(failed);
        }
        var refusal = gone == null ? found(Refusal.class, failed) : Refusal.of(Fault.BAD_REQUEST);
        if (refusal == null) {
            log.error(
                    "500 {} {}",
                    request.getMethod(),
                    Address.beginning(request.getRequestURI()),
                    failed);
            refusal = Refusal.of(Fault.OUR_FAULT);
        }
        response.reset();
        problems.write(refusal, request, response);
    }

    private static <T> @Nullable T found(Class<T> kind, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
