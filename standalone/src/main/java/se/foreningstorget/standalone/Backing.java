package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.embedded.Durability;
import se.foreningstorget.embedded.EmbeddedBroker;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.embedded.EmbeddedStore;

/** Broker, store and mail server: embedded, unless an external one is named. */
final class Backing implements AutoCloseable {
    private final Options options;
    private final @Nullable EmbeddedStore store;
    private final @Nullable EmbeddedBroker broker;
    private final @Nullable EmbeddedMailbox mailbox;

    private Backing(
            Options options,
            @Nullable EmbeddedStore store,
            @Nullable EmbeddedBroker broker,
            @Nullable EmbeddedMailbox mailbox) {
        this.options = options;
        this.store = store;
        this.broker = broker;
        this.mailbox = mailbox;
    }

    static Backing start(Options options, DataFolder data) {
        var durability = options.noSync ? Durability.PROCESS : Durability.POWER;
        var broker =
                startUnless(
                        options.kafka,
                        () -> EmbeddedBroker.start(data.part("broker"), 0, durability));
        var store =
                startUnless(
                        options.mongodb,
                        () -> EmbeddedStore.start(data.part("store"), 0, durability));
        var mailbox =
                startUnless(options.smtp, () -> EmbeddedMailbox.start(data.part("mailbox"), 0));
        try {
            return new Backing(options, store.join(), broker.join(), mailbox.join());
        } catch (CompletionException failed) {
            Stream.of(broker, store, mailbox)
                    .filter(part -> !part.isCompletedExceptionally())
                    .forEach(part -> close(part.join()));
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static <T extends @Nullable Object> CompletableFuture<@Nullable T> startUnless(
            @Nullable String external, Supplier<T> starter) {
        return external == null
                ? CompletableFuture.supplyAsync(
                        starter::get, task -> Thread.ofPlatform().start(task))
                : CompletableFuture.completedFuture(null);
    }

    Optional<EmbeddedMailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    String kafka() {
        return broker == null ? requireNonNull(options.kafka) : broker.bootstrapServers();
    }

    String mongodb() {
        return store == null ? requireNonNull(options.mongodb) : store.connectionString();
    }

    /** What every service is told, as command line arguments. */
    List<String> arguments(Path indexes) {
        var arguments = new ArrayList<String>();
        arguments.add("--foreningstorget.indexes=" + indexes);
        arguments.add("--foreningstorget.kafka=" + kafka());
        arguments.add("--foreningstorget.mongodb=" + mongodb());
        arguments.add("--foreningstorget.sweep=" + (store == null ? "5s" : "0s"));
        arguments.add("--foreningstorget.replication=" + (broker == null ? -1 : 1));
        var smtp = mailbox == null ? options.smtp : "127.0.0.1:" + mailbox.port();
        int colon = smtp == null ? -1 : smtp.lastIndexOf(':');
        if (smtp == null || colon < 1) {
            throw new CannotStart("--smtp takes HOST:PORT, not " + smtp + ".");
        }
        arguments.add("--foreningstorget.smtp.host=" + smtp.substring(0, colon));
        arguments.add("--foreningstorget.smtp.port=" + smtp.substring(colon + 1));
        return arguments;
    }

    /** Every part is closed, whatever another says; then the first failure is told. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (var part : new @Nullable AutoCloseable[] {mailbox, broker, store}) {
            try {
                close(part);
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
