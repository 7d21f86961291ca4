package se.foreningstorget.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Says what went wrong at the door: an RFC 9457 problem, or the same as a plain page. */
final class Problems {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s – Föreningstorget</title>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="/">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Problems() {
        texts.setBasename("gateway-texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var fault = refusal.fault();
        if (refusal.retryAfter() > 0) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfter());
        }
        write(fault, fault.status().value(), refusal.part(), request, response);
    }

    /**
     * @param status goes out as it is, and may be another than the fault's own
     * @param part the name of the service it is about, or empty
     */
    void write(
            Fault fault,
            int status,
            String part,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var reader = Reader.of(request);
        var language = reader.language();
        var title =
                text(
                        "status." + status,
                        text("status." + fault.status().value(), "", language),
                        language);
        var detail = text("problem." + fault.code(), "", language, named(part, language));
        response.setStatus(status);
        if (status == 405 && response.getHeader(HttpHeaders.ALLOW) == null) {
            response.setHeader(HttpHeaders.ALLOW, Routes.READS);
        }
        SecurityHeaders.put(response);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body;
        if (reader.page()) {
            response.setContentType("text/html;charset=utf-8");
            SecurityHeaders.putForPage(response);
            body = page(title, detail, language).getBytes(StandardCharsets.UTF_8);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var problem = JSON.createObjectNode();
            problem.put("type", "/problems/" + fault.code());
            problem.put("title", title);
            problem.put("status", status);
            problem.put("detail", detail);
            problem.put("code", fault.code());
            if (!part.isEmpty()) {
                problem.put("part", part);
            }
            body = JSON.writeValueAsBytes(problem);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private String page(String title, String detail, Locale language) {
        return PAGE.formatted(
                language.toLanguageTag(),
                HtmlUtils.htmlEscape(title, "UTF-8"),
                HtmlUtils.htmlEscape(title, "UTF-8"),
                HtmlUtils.htmlEscape(detail, "UTF-8"),
                HtmlUtils.htmlEscape(text("page.home", "", language), "UTF-8"));
    }

    private String named(String part, Locale language) {
        return text("part." + part, text("part.other", "", language), language);
    }

    private String text(String key, String otherwise, Locale language, Object... arguments) {
        var text = texts.getMessage(key, arguments, otherwise, language);
        return text == null ? otherwise : text;
    }
}
