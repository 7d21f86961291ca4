package se.foreningstorget.gateway;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** A service gave no answer that could be passed on. */
final class UpstreamTrouble extends RuntimeException {
    private final Fault fault;
    private final boolean unreached;

    private UpstreamTrouble(Fault fault, boolean unreached, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.fault = fault;
        this.unreached = unreached;
    }

    static UpstreamTrouble from(Exception cause) {
        return switch (cause) {
            case ConnectTimeoutException e -> new UpstreamTrouble(Fault.SERVICE_AWAY, true, e);
            case ConnectException e -> new UpstreamTrouble(Fault.SERVICE_AWAY, true, e);
            case UnknownHostException e -> new UpstreamTrouble(Fault.SERVICE_AWAY, true, e);
            case NoRouteToHostException e -> new UpstreamTrouble(Fault.SERVICE_AWAY, true, e);
            // all connections to it are busy: sending more would only wait longer
            case ConnectionRequestTimeoutException e ->
                    new UpstreamTrouble(Fault.SERVICE_AWAY, false, e);
            case SocketTimeoutException e -> new UpstreamTrouble(Fault.SERVICE_SLOW, false, e);
            case InterruptedIOException e -> new UpstreamTrouble(Fault.SERVICE_SLOW, false, e);
            default -> new UpstreamTrouble(Fault.SERVICE_BROKEN, false, cause);
        };
    }

    Fault fault() {
        return fault;
    }

    /** No byte of the request can have arrived. */
    boolean unreached() {
        return unreached;
    }
}
