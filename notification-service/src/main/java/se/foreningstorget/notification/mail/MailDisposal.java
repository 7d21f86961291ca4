package se.foreningstorget.notification.mail;

import java.time.Duration;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kind;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;

/** When the lines of mails are taken away. */
final class MailDisposal {
    /** Before that an event may be read again, and without its line the mail would go again. */
    private static final Duration REACH_OF_THE_LOG = Duration.ofDays(90);

    private static final Kind SETTLED = new Kind("mail", "queued", REACH_OF_THE_LOG, false);
    private static final Kind FAILED = new Kind("failed-mail", "failed", Duration.ZERO, false);

    static final Kinds KINDS = Kinds.of(SETTLED, FAILED);

    MailDisposal(Mails mails, FailedMails failed, RetentionRules rules, DisposalClock disposals) {
        var forSettled = rules.of(SETTLED);
        var forFailed = rules.of(FAILED);
        disposals.sweep(now -> mails.dispose(queued -> !forSettled.due(queued).isAfter(now)));
        disposals.sweep(now -> failed.dispose(at -> !forFailed.due(at).isAfter(now)));
    }
}
