package se.foreningstorget.notification.subscriptions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.eventkit.web.Problems;

/** One-click unsubscription by mail programs, RFC 8058: a form, in either of its encodings. */
@RestController
@RequestMapping("/api/notification/v1/unsubscribe")
class UnsubscribeController {
    private static final String PARAMETER = "List-Unsubscribe";
    private static final String ONE_CLICK = "One-Click";

    private final SubscriptionController subscriptions;
    private final Problems problems;

    UnsubscribeController(SubscriptionController subscriptions, Problems problems) {
        this.subscriptions = subscriptions;
        this.problems = problems;
    }

    @PostMapping("/{key}")
    ResponseEntity<Object> unsubscribe(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestParam(name = PARAMETER, required = false) @Nullable String value) {
        if (!isForm(type)) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        if (value == null || !value.strip().equalsIgnoreCase(ONE_CLICK)) {
            return problem(HttpStatus.BAD_REQUEST);
        }
        var reply = subscriptions.end(key);
        // Whatever the mail program says it accepts, it looks at the status only.
        return reply.getStatusCode().is2xxSuccessful()
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(reply.getBody())
                : reply;
    }

    private static boolean isForm(@Nullable String type) {
        var lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return lower.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || lower.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private ResponseEntity<Object> problem(HttpStatus status) {
        return problems.reply(status, "not-one-click", LocaleContextHolder.getLocale());
    }
}
