package se.foreningstorget.notification.mail;

import org.jspecify.annotations.Nullable;

/** Whether a queued mail's recipient still wants it, asked just before it is sent. */
@FunctionalInterface
public interface StillWanted {
    /**
     * @param subscriber whose subscription the mail follows from; null when from none, and then it
     *     is wanted
     */
    boolean stillWanted(@Nullable String subscriber);
}
