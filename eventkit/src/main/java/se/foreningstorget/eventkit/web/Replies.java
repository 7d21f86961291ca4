package se.foreningstorget.eventkit.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;

/**
 * Turns outcomes into replies. An ETag is a digest of the addressed resource's state, so it belongs
 * to a part of a document as well as to the whole, and is the same for every reader.
 */
public final class Replies {
    /** {@code <id>@<seq>}: what a client sends back to read its own write. */
    public static final String SEEN = "Seen";

    private final Problems problems;

    public Replies(Problems problems) {
        this.problems = problems;
    }

    /** The whole document is the resource. */
    public <S> ResponseEntity<Object> of(Outcome<S> outcome, Function<S, ?> view) {
        return of(outcome, state -> state, view);
    }

    /**
     * @param resource the part of the state the request addressed; null where it is not there
     * @param view how the caller sees it
     */
    public <S> ResponseEntity<Object> of(
            Outcome<S> outcome,
            Function<S, ? extends @Nullable Object> resource,
            Function<S, ?> view) {
        var locale = LocaleContextHolder.getLocale();
        return switch (outcome) {
            case Outcome.Done<S>(var stored, var before, var changed) -> {
                boolean created = changed && (before == null || resource.apply(before) == null);
                yield answer(created ? HttpStatus.CREATED : HttpStatus.OK, stored, resource, view);
            }
            case Outcome.Refused<S>(var reason) ->
                    problems.reply(HttpStatus.CONFLICT, reason.code(), locale);
            case Outcome.Stale<S>() ->
                    problems.reply(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", locale);
        };
    }

    public <S> ResponseEntity<Object> found(Stored<S> stored, Function<S, ?> view) {
        return found(stored, state -> state, view);
    }

    public <S> ResponseEntity<Object> found(
            Stored<S> stored,
            Function<S, ? extends @Nullable Object> resource,
            Function<S, ?> view) {
        return answer(HttpStatus.OK, stored, resource, view);
    }

    private static <S> ResponseEntity<Object> answer(
            HttpStatus status,
            Stored<S> stored,
            Function<S, ? extends @Nullable Object> resource,
            Function<S, ?> view) {
        var reply = ResponseEntity.status(status).header(SEEN, stored.seen());
        Object addressed = resource.apply(stored.state());
        if (addressed != null) {
            reply.eTag(etag(addressed));
        }
        return reply.body(view.apply(stored.state()));
    }

    /** What an {@code If-Match} header asks of the whole document; null asks nothing. */
    public static <S> Precondition<S> ifMatch(@Nullable String header) {
        return ifMatch(header, state -> state);
    }

    /**
     * @param resource the part of the state the request addresses; null when it is not there
     */
    public static <S> Precondition<S> ifMatch(
            @Nullable String header, Function<S, ? extends @Nullable Object> resource) {
        if (header == null) {
            return Precondition.none();
        }
        return state -> {
            Object addressed = state == null ? null : resource.apply(state);
            return addressed != null
                    && Arrays.stream(header.split(","))
                            .map(String::strip)
                            .anyMatch(tag -> tag.equals("*") || tag.equals(etag(addressed)));
        };
    }

    static String etag(Object resource) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(ContractJson.mapper().writeValueAsBytes(resource));
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(digest, 12))
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
