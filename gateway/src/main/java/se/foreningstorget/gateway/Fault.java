package se.foreningstorget.gateway;

import org.springframework.http.HttpStatus;

/** What the door itself can have to say; the texts stand under {@code problem.<code>}. */
enum Fault {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request"),
    BAD_ADDRESS(HttpStatus.BAD_REQUEST, "bad-address"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "address-too-long"),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large"),
    UNKNOWN_METHOD(HttpStatus.NOT_IMPLEMENTED, "unknown-method"),
    OUR_FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault"),
    SERVICE_BROKEN(HttpStatus.BAD_GATEWAY, "service-broken"),
    SERVICE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "service-away"),
    SERVICE_SLOW(HttpStatus.GATEWAY_TIMEOUT, "service-slow");

    private final HttpStatus status;
    private final String code;

    Fault(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The fault that a bare status of the web server stands for. */
    static Fault of(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> UNKNOWN_METHOD;
            case 505 -> BAD_REQUEST;
            default -> status < 500 ? BAD_REQUEST : OUR_FAULT;
        };
    }
}
