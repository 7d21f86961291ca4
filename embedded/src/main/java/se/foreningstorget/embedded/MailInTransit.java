package se.foreningstorget.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail while it is being handed over; the sender hears "accepted" when it is on disk. */
final class MailInTransit implements MessageHandler {
    private static final int TRY_AGAIN_LATER = 451;

    private final MailFolder folder;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    MailInTransit(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String sender) {
        from = sender;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        var message = data.readAllBytes();
        try {
            folder.keep(from, recipients, message);
        } catch (IOException | RuntimeException e) {
            throw new RejectException(TRY_AGAIN_LATER, "The mail could not be kept: " + e);
        }
        return null;
    }

    @Override
    public void done() {
        // Nothing is held that would have to be freed.
    }
}
