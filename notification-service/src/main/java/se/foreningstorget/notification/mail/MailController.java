package se.foreningstorget.notification.mail;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.notification.mail.FailedMails.FailedMail;

/** Staff look after the mails that never arrived. */
@RestController
@RequestMapping("/api/notification/v1/mails")
class MailController {
    private final FailedMails failed;

    MailController(FailedMails failed) {
        this.failed = failed;
    }

    @GetMapping
    Listing<FailedMail> list(
            @RequestParam(defaultValue = "failed") String status,
            @ParameterObject @Valid PageRequest page,
            Caller caller) {
        caller.mustBe(Role.STAFF);
        if (!status.equals(MailStatus.FAILED.stored())) {
            throw Problem.badRequest("only-failed-mails");
        }
        var all = failed.all();
        int from = offset(page.cursor());
        int to = Math.min(all.size(), from + page.size());
        List<FailedMail> items = from < to ? all.subList(from, to) : List.of();
        return Listing.of(items, all.size(), to < all.size() ? String.valueOf(to) : null);
    }

    private static int offset(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException wrong) {
            throw Problem.badRequest("bad-cursor");
        }
    }
}
