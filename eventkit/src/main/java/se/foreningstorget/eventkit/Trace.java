package se.foreningstorget.eventkit;

/** The W3C trace context of the work a thread does, carried in the logging context. */
public final class Trace {
    /** The key in the logging context, and the name of the header. */
    public static final String KEY = "traceparent";

    private Trace() {}
}
