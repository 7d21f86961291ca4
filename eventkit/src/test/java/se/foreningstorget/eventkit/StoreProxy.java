package se.foreningstorget.eventkit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import se.foreningstorget.testkit.Platform;

/** Stands between a driver and the store, reads each command, and does with it what a test says. */
final class StoreProxy implements AutoCloseable {
    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;

    /** What becomes of a command. */
    sealed interface Fate {
        /** Done and answered. */
        record Pass() implements Fate {}

        /** Not done; the connection breaks. */
        record Cut() implements Fate {}

        /** Done; the connection breaks instead of an answer. */
        record LoseReply() implements Fate {}

        /** Done; the answer is there, and comes when the latch opens. */
        record Held(CountDownLatch answered, CountDownLatch until) implements Fate {}

        /** Not done, and never answered. */
        record Silence() implements Fate {}

        /** Not done; answered so. */
        record Answer(BsonDocument reply) implements Fate {}

        /** Done, but answered so. */
        record DoneBut(BsonDocument reply) implements Fate {}
    }

    /** Decides the fate of each command; on the threads of the connections. */
    interface Script {
        Fate on(BsonDocument command);
    }

    static final Fate PASS = new Fate.Pass();

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile Script script = _ -> PASS;
    private volatile boolean hung;

    StoreProxy() {
        var hosts = new ConnectionString(Platform.shared().mongoUri("any")).getHosts();
        var host = hosts.getFirst();
        this.server = Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Production's settings, but through here, and with another deadline. */
    MongoClientSettings.Builder settings(Duration deadline) {
        return StoreClient.settings(address(), deadline);
    }

    String address() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?directConnection=true";
    }

    void plays(Script next) {
        script = next;
    }

    /** Everything sent is taken and nothing is answered, until told otherwise. */
    void hang(boolean yes) {
        hung = yes;
        if (!yes) {
            clients.forEach(StoreProxy::close);
        }
    }

    int connections() {
        return clients.size();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                clients.add(client);
                var fates = new ConcurrentHashMap<Integer, Fate>();
                Thread.ofVirtual()
                        .start(() -> {
                            requests(client, upstream, fates);
                            clients.remove(client);
                        });
                Thread.ofVirtual().start(() -> replies(upstream, client, fates));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void requests(Socket client, Socket upstream, ConcurrentHashMap<Integer, Fate> fates) {
        try (client;
                upstream) {
            var in = new DataInputStream(client.getInputStream());
            for (var message = read(in); ; message = read(in)) {
                var command = command(message);
                var fate = command == null ? PASS : script.on(command);
                if (hung) {
                    continue;
                }
                switch (fate) {
                    case Fate.Cut() -> {
                        return;
                    }
                    case Fate.Silence() -> {}
                    case Fate.Answer(var reply) -> write(client, reply(message, reply));
                    case Fate.Pass(), Fate.LoseReply(), Fate.DoneBut(var _), Fate.Held _ -> {
                        fates.put(id(message), fate);
                        write(upstream, message);
                    }
                }
            }
        } catch (IOException gone) {
            // either side hung up: that is all there is to it
        }
    }

    private void replies(Socket upstream, Socket client, ConcurrentHashMap<Integer, Fate> fates) {
        try (client;
                upstream) {
            var in = new DataInputStream(upstream.getInputStream());
            for (var message = read(in); ; message = read(in)) {
                int answered = numbers(message).getInt(8);
                switch (fates.getOrDefault(answered, PASS)) {
                    case Fate.LoseReply() -> {
                        return;
                    }
                    case Fate.DoneBut(var reply) -> write(client, message(answered, reply));
                    case Fate.Held(var there, var until) -> {
                        there.countDown();
                        until.await();
                        write(client, message);
                    }
                    case Fate.Pass(), Fate.Cut(), Fate.Silence(), Fate.Answer(var _) ->
                            write(client, message);
                }
            }
        } catch (IOException | InterruptedException gone) {
            // as above
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        var message = new byte[length];
        numbers(message).putInt(0, length);
        in.readFully(message, 4, length - 4);
        return message;
    }

    private static void write(Socket to, byte[] message) throws IOException {
        to.getOutputStream().write(message);
    }

    /** The command with its lists of documents in place; null for the old form of greeting. */
    private static @org.jspecify.annotations.Nullable BsonDocument command(byte[] message) {
        var numbers = numbers(message);
        if (numbers.getInt(12) != OP_MSG) {
            return null;
        }
        var command = new BsonDocument();
        int at = HEADER + 4;
        while (at < message.length) {
            int kind = message[at++];
            int size = numbers.getInt(at);
            if (kind == 0) {
                command.putAll(document(message, at));
            } else {
                int name = at + 4;
                int document = name;
                while (message[document] != 0) {
                    document++;
                }
                var documents = new BsonArray();
                var key = new String(Arrays.copyOfRange(message, name, document++));
                for (; document < at + size; document += numbers.getInt(document)) {
                    documents.add(document(message, document));
                }
                command.put(key, documents);
            }
            at += size;
        }
        return command;
    }

    private static BsonDocument document(byte[] message, int at) {
        return new RawBsonDocument(message, at, numbers(message).getInt(at))
                .decode(new BsonDocumentCodec());
    }

    private static byte[] reply(byte[] request, BsonDocument document) {
        return message(id(request), document);
    }

    private static byte[] message(int responseTo, BsonDocument document) {
        var bytes = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        var message = new byte[HEADER + 5 + bytes.remaining()];
        numbers(message)
                .putInt(message.length)
                .putInt(-responseTo)
                .putInt(responseTo)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(bytes.asNIO());
        return message;
    }

    private static int id(byte[] message) {
        return numbers(message).getInt(4);
    }

    private static ByteBuffer numbers(byte[] message) {
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        clients.forEach(StoreProxy::close);
    }
}
