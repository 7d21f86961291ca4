package se.foreningstorget.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's no, or its silence, in its own words where it has any. */
public final class Refused extends RuntimeException {
    /** The status of an answer that never came. */
    public static final int AWAY = 503;

    private final int status;
    private final transient Problem problem;

    Refused(int status, Problem problem) {
        super(status + " " + problem.code(), null, false, false);
        this.status = status;
        this.problem = problem;
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
