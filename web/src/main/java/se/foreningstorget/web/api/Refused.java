package se.foreningstorget.web.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API's no, or its silence, in its own words where it has any. */
public final class Refused extends RuntimeException {
    /** The status of an answer that never came. */
    public static final int AWAY = 503;

    private static final Set<String> ANOTHER =
            Set.of("id-in-use", "other-organizer", "event-cancelled", "newsletter-sent-already");

    private final int status;
    private final transient Problem problem;

    Refused(int status, Problem problem) {
        super(status + " " + problem.code(), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    /** What the API would say to who has not signed in, said before somebody types in vain. */
    public static Refused signInNeeded() {
        return new Refused(401, Problem.UNSAID);
    }

    /** What the API would say to who has another role. */
    public static Refused notAllowed() {
        return new Refused(403, Problem.UNSAID);
    }

    static Refused away() {
        return new Refused(AWAY, new Problem("api-away", null, List.of()));
    }

    /** One field that is wrong, and why. */
    public record FieldError(String field, String text) {}

    /** What the API says about it. */
    record Problem(
            @Nullable String code, @Nullable String detail, @Nullable List<FieldError> errors) {
        static final Problem UNSAID = new Problem(null, null, null);
    }

    public int status() {
        return status;
    }

    /** True when trying again later may help: nothing is wrong with what was sent. */
    public boolean isAway() {
        return status >= 500;
    }

    /** True when the id sent stands for something else already, or for what is closed. */
    public boolean isAboutAnother() {
        return status == 409 && ANOTHER.contains(code());
    }

    public String code() {
        return problem.code() == null ? "" : problem.code();
    }

    public @Nullable String detail() {
        return problem.detail();
    }

    public List<FieldError> errors() {
        return problem.errors() == null ? List.of() : problem.errors();
    }
}
