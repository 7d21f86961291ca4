package se.foreningstorget.gateway;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the web server refuses before any of our code sees it is told as any other problem. */
final class BareErrors extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(BareErrors.class);

    private final Problems problems;

    BareErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            // a method, or the way a body is sent
            boolean body = status == 501 && request.getHeader("Transfer-Encoding") != null;
            var fault = body ? Fault.BAD_REQUEST : Fault.of(status);
            problems.write(fault, status, "", request.getRequest(), response);
        } catch (IOException gone) {
            log.debug("nobody to tell", gone);
        }
    }
}
