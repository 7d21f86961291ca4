package se.foreningstorget.eventkit.web;

import com.mongodb.MongoException;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.foreningstorget.eventkit.TooLarge;
import se.foreningstorget.eventkit.TryLater;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Everything that goes wrong on a request's way becomes a problem; nothing shows its insides. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> known(Problem problem) {
        return problems.reply(problem.status(), problem.code(), locale(), problem.arguments());
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(Caller.NotAllowed refused) {
        return refused.anonymous()
                ? reply(HttpStatus.UNAUTHORIZED, "sign-in-needed")
                : reply(HttpStatus.FORBIDDEN, "not-allowed");
    }

    @ExceptionHandler
    ResponseEntity<Object> tryLater(TryLater later) {
        log.warn("503 {}: {}", later.code(), later.getMessage(), later.getCause());
        return reply(HttpStatus.SERVICE_UNAVAILABLE, later.code());
    }

    @ExceptionHandler
    ResponseEntity<Object> storeAway(MongoException away) {
        log.warn("503 store-away", away);
        return reply(HttpStatus.SERVICE_UNAVAILABLE, "store-away");
    }

    @ExceptionHandler({TooLarge.class, BodyLimit.BodyTooLarge.class})
    ResponseEntity<Object> tooLarge(RuntimeException large) {
        return reply(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        // Jackson wraps it in an exception of its own when it comes within a field
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.BodyTooLarge) {
                return reply(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            }
        }
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return problems.reply(
                        HttpStatus.BAD_REQUEST, "unknown-field", locale(), path(unknown));
            }
            if (cause instanceof ControlCharacters found) {
                return problems.reply(
                        HttpStatus.BAD_REQUEST, "control-characters", locale(), path(found));
            }
            if (cause instanceof StreamReadException) {
                return reply(HttpStatus.BAD_REQUEST, "not-json");
            }
            if (cause instanceof DatabindException wrong) {
                return problems.reply(HttpStatus.BAD_REQUEST, "wrong-type", locale(), path(wrong));
            }
        }
        return reply(HttpStatus.BAD_REQUEST, "not-json");
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentNotValidException invalid) {
        return invalid(
                invalid.getAllErrors().stream().map(error -> wrong(invalid.getParameter(), error)));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(HandlerMethodValidationException invalid) {
        return invalid(
                invalid.getParameterValidationResults().stream()
                        .flatMap(result ->
                                result.getResolvableErrors().stream()
                                        .map(error -> wrong(result.getMethodParameter(), error))));
    }

    private ResponseEntity<Object> invalid(Stream<Problems.FieldError> errors) {
        return problems.invalid(
                errors.sorted(Comparator.comparing(Problems.FieldError::field)).toList(), locale());
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(TypeMismatchException mismatch) {
        return problems.reply(
                HttpStatus.BAD_REQUEST,
                "wrong-type",
                locale(),
                String.valueOf(mismatch.getPropertyName()));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(ServletRequestBindingException missing) {
        return reply(HttpStatus.BAD_REQUEST, "missing-parameter");
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Object> noResource(Exception none) {
        return reply(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler
    ResponseEntity<Object> method(HttpRequestMethodNotSupportedException wrong) {
        var reply = reply(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
        var headers = new HttpHeaders();
        headers.putAll(reply.getHeaders());
        var supported = wrong.getSupportedHttpMethods();
        if (supported != null) {
            var allowed = new TreeSet<>(supported);
            if (allowed.contains(HttpMethod.GET)) {
                allowed.add(HttpMethod.HEAD);
            }
            allowed.add(HttpMethod.OPTIONS);
            headers.setAllow(allowed);
        }
        return new ResponseEntity<>(reply.getBody(), headers, reply.getStatusCode());
    }

    @ExceptionHandler
    ResponseEntity<Object> mediaType(HttpMediaTypeNotSupportedException wrong) {
        return reply(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send-json");
    }

    @ExceptionHandler
    ResponseEntity<Object> accept(HttpMediaTypeNotAcceptableException wrong) {
        return reply(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
    }

    @ExceptionHandler
    ResponseEntity<Object> other(ErrorResponseException other) {
        var status = HttpStatus.valueOf(other.getStatusCode().value());
        return reply(status, status.is4xxClientError() ? "bad-request" : "our-fault");
    }

    /**
     * A query or form whose bytes are no text; what it held is told to nobody, the log included.
     */
    @ExceptionHandler
    ResponseEntity<Object> notText(InvalidParameterException broken) {
        return reply(HttpStatus.BAD_REQUEST, "bad-encoding");
    }

    /** The caller hung up: nobody is left to answer. */
    @ExceptionHandler
    void hungUp(AsyncRequestNotUsableException gone) {
        log.debug("hung up", gone);
    }

    @ExceptionHandler
    ResponseEntity<Object> ourFault(Exception fault) {
        log.error("500", fault);
        return reply(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault");
    }

    private ResponseEntity<Object> reply(HttpStatus status, String code) {
        return problems.reply(status, code, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** Named as its sender knows it. */
    private Problems.FieldError wrong(MethodParameter parameter, MessageSourceResolvable error) {
        var name =
                switch (error) {
                    case FieldError field -> ParameterNames.of(parameter, field.getField());
                    case ObjectError whole -> whole.getObjectName();
                    default -> ParameterNames.of(parameter);
                };
        boolean unreadable = error instanceof FieldError field && field.isBindingFailure();
        return new Problems.FieldError(
                name,
                unreadable
                        ? problems.text("wrong-type", locale(), name)
                        : String.valueOf(error.getDefaultMessage()));
    }

    private static String path(JacksonException trouble) {
        return trouble.getPath().stream()
                .flatMap(step ->
                        step.getPropertyName() == null
                                ? Stream.of("[" + step.getIndex() + "]")
                                : Stream.of(".", step.getPropertyName()))
                .collect(java.util.stream.Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
