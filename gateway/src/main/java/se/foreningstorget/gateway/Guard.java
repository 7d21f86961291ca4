package se.foreningstorget.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Watches over one service: says in its name what went wrong, and leaves it alone for a while when
 * it fails too often. Only a missing answer is a failure: what the service itself answers, an error
 * too, says that it is there.
 */
final class Guard implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(Guard.class);

    private final String part;
    private final CircuitBreaker breaker;
    private final int pauseSeconds;

    Guard(String part, Duration pause, CircuitBreakerRegistry breakers) {
        this.part = part;
        this.pauseSeconds = Math.toIntExact(Math.max(1, pause.plusMillis(999).toSeconds()));
        this.breaker =
                breakers.circuitBreaker(
                        part,
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(pause)
                                .permittedNumberOfCallsInHalfOpenState(2)
                                .writableStackTraceEnabled(false)
                                .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn("{}: {}", part, change.getStateTransition()));
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw Refusal.by(Fault.SERVICE_AWAY, part, pauseSeconds, open);
        }
        long began = breaker.getCurrentTimestamp();
        ServerResponse answer;
        try {
            answer = next.handle(request);
        } catch (UpstreamTrouble trouble) {
            breaker.onError(since(began), breaker.getTimestampUnit(), trouble);
            throw refusal(trouble, request);
        } catch (Exception | Error other) {
            // the sender's fault, or ours: it says nothing about the service
            breaker.releasePermission();
            throw other;
        }
        breaker.onSuccess(since(began), breaker.getTimestampUnit());
        return named(answer, request);
    }

    /** The body is read later: what breaks there must be said in the service's name as well. */
    private ServerResponse named(ServerResponse answer, ServerRequest request) {
        return answer instanceof Answer whole
                ? whole.withTrouble(trouble -> refusal(trouble, request))
                : answer;
    }

    private Refusal refusal(UpstreamTrouble trouble, ServerRequest request) {
        var servlet = request.servletRequest();
        log.warn(
                "{} {} {}: {} {}",
                trouble.fault().status().value(),
                servlet.getMethod(),
                Address.beginning(servlet.getRequestURI()),
                part,
                trouble.getMessage());
        return Refusal.by(
                trouble.fault(),
                part,
                trouble.fault() == Fault.SERVICE_BROKEN ? 0 : pauseSeconds,
                trouble);
    }

    private long since(long began) {
        return breaker.getCurrentTimestamp() - began;
    }
}
