package se.foreningstorget.eventkit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a service speaks to its store: lasting writes, and no call that waits without end. */
final class StoreClient {
    private StoreClient() {}

    /**
     * The outcome of a write is looked up by its nonce, so the driver retries none itself.
     *
     * @param deadline how long a request may take; all waits are parts of it
     */
    static MongoClientSettings.Builder settings(String mongodb, Duration deadline) {
        long part = deadline.toMillis() * 3 / 10;
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodb))
                .retryWrites(false)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(part, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(part, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout((int) part, TimeUnit.MILLISECONDS)
                                .readTimeout(
                                        (int) (deadline.toMillis() * 8 / 10),
                                        TimeUnit.MILLISECONDS));
    }

    /**
     * What one call on a request's way may take, connection and all: a store that took it and never
     * answers must leave time to ask it once more.
     */
    static Duration attempt(Duration deadline) {
        return deadline.multipliedBy(4).dividedBy(10);
    }
}
