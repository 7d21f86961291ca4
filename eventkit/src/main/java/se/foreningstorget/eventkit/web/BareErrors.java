package se.foreningstorget.eventkit.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before any of our code sees it is told as any other problem. */
final class BareErrors extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(BareErrors.class);

    private final Problems problems;
    private final LocaleResolver locales;
    private final JsonMapper mapper;

    BareErrors(Problems problems, LocaleResolver locales, JsonMapper mapper) {
        this.problems = problems;
        this.locales = locales;
        this.mapper = mapper;
    }

    /** In place of the server's own pages, and of Spring's, which no odd request gets as far as. */
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> instead() {
        return tomcat ->
                tomcat.addContextCustomizers(context -> {
                    for (var page : context.findErrorPages()) {
                        context.removeErrorPage(page);
                    }
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass("");
                        host.getPipeline().addValve(this);
                    }
                });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        var locale = locales.resolveLocale(request.getRequest());
        var problem = problems.detail(status, code(status, request), locale);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
            response.getOutputStream().write(mapper.writeValueAsBytes(problem));
            response.flushBuffer();
        } catch (IOException gone) {
            log.debug("nobody to tell", gone);
        }
    }

    private static String code(HttpStatus status, Request request) {
        return switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 414 -> "address-too-long";
            case 431 -> "headers-too-large";
            // a method, or the way a body is sent
            case 501 ->
                    request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                            ? "unknown-method"
                            : "bad-request";
            case 505 -> "bad-request";
            default -> status.is4xxClientError() ? "bad-request" : "our-fault";
        };
    }
}
