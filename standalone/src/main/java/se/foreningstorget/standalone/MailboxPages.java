package se.foreningstorget.standalone;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.standalone.LocalPages.Answer;
import se.foreningstorget.standalone.LocalPages.Request;

/** The embedded mailbox as pages ({@code /mailbox}) and as JSON ({@code /mailbox/mails}). */
final class MailboxPages implements LocalPages.Pages {
    private static final Comparator<ReceivedMail> NEWEST_FIRST =
            Comparator.comparing(ReceivedMail::receivedAt).reversed();

    private final EmbeddedMailbox mailbox;

    MailboxPages(EmbeddedMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Answer to(Request request) {
        if (!request.method().equals("GET")) {
            return Answer.text(405, "The mailbox is only for reading.\n");
        }
        if (request.path().isEmpty()) {
            return Answer.html(LocalHtml.page("Postlåda", list(mailbox.mails())));
        }
        if (request.path().equals("mails")) {
            return Answer.json(ContractJson.mapper().writeValueAsString(mailbox.mails()));
        }
        return mailbox.mails().stream()
                .filter(mail -> request.path().equals("mails/" + mail.id()))
                .findFirst()
                .map(mail -> Answer.html(LocalHtml.page(mail.subject(), mail(mail))))
                .orElseGet(() -> Answer.text(404, "There is no such mail.\n"));
    }

    private static String list(List<ReceivedMail> mails) {
        if (mails.isEmpty()) {
            return "<p>Här är tomt. <span lang=\"en\">No mail yet.</span></p>";
        }
        return mails.stream()
                .sorted(NEWEST_FIRST)
                .map(mail ->
                        "<li><a href=\"/mailbox/mails/%s\">%s</a><br>%s · %s</li>"
                                .formatted(
                                        LocalHtml.escape(mail.id()),
                                        LocalHtml.escape(mail.subject()),
                                        LocalHtml.escape(String.join(", ", mail.recipients())),
                                        mail.receivedAt()))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    /** As received, its links made clickable. */
    private static String mail(ReceivedMail mail) {
        var text =
                LocalHtml.escape(mail.text())
                        .replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\">$1</a>");
        return """
        <p>Till: %s<br>Från: %s<br>%s</p>
        <pre class="mail">%s</pre>
        <p><a href="/mailbox">Alla brev</a></p>\
        """
                .formatted(
                        LocalHtml.escape(String.join(", ", mail.recipients())),
                        LocalHtml.escape(mail.from()),
                        mail.receivedAt(),
                        text);
    }
}
