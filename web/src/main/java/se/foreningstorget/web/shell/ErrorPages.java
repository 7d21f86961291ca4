package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Refused;

/** What a person reads when a page cannot be shown, and what they can do next. */
@ControllerAdvice
final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        return switch (refused.status()) {
            case 401 -> show(request, 401, "sign-in", null);
            case 403 -> show(request, 403, "not-allowed", refused.detail());
            case 404, 410 -> show(request, 404, "not-found", null);
            default ->
                    refused.isAway()
                            ? show(request, Refused.AWAY, "away", null)
                            : show(request, refused.status(), "refused", refused.detail());
        };
    }

    @ExceptionHandler
    ModelAndView fromElsewhere(SameOrigin.FromElsewhere e, HttpServletRequest request) {
        return show(request, 403, "elsewhere", null);
    }

    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return show(request, 404, "not-found", null);
    }

    @ExceptionHandler
    ModelAndView anything(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return show(request, status, status == 404 ? "not-found" : "refused", null);
        }
        // the pattern, not the address: addresses of ours carry keys
        var where = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("page failed: {} {}", request.getMethod(), where, e);
        return show(request, 500, "broken", null);
    }

    /** What the page says when a page itself is broken. */
    static Map<String, Object> broken(Page page) {
        return Map.of("page", page, "what", "broken", "text", page.t("error.broken.text"));
    }

    private ModelAndView show(
            HttpServletRequest request, int status, String what, @Nullable String detail) {
        var page = pages.of(request);
        var text = detail == null ? page.t("error." + what + ".text") : detail;
        var view = page.view("shell/error", Map.of("what", what, "text", text));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }
}
