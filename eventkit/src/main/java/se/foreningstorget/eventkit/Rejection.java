package se.foreningstorget.eventkit;

import java.util.Locale;

/**
 * Why a command was refused; implemented by enums, one value a reason. Each value has a text in
 * every language under {@code problem.<code>} in the service's message bundle.
 */
public interface Rejection {
    String name();

    /** The stable code callers see, like {@code slot-taken}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
