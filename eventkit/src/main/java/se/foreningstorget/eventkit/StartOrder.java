package se.foreningstorget.eventkit;

/** In which order a service's parts start; they stop the other way round. */
public final class StartOrder {
    public static final int TOPICS = -4_000;
    public static final int AGGREGATES = -3_000;
    public static final int FEEDS = -2_000;

    private StartOrder() {}
}
