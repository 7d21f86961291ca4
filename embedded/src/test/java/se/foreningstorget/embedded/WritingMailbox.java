package se.foreningstorget.embedded;

import java.nio.file.Path;

/** A process that owns a mailbox, sends mails to it without end and says which were accepted. */
final class WritingMailbox {
    private static final int THREADS = 4;

    private WritingMailbox() {}

    public static void main(String[] arguments) throws InterruptedException {
        var mailbox = EmbeddedMailbox.start(Path.of(arguments[0]), 0);
        for (int i = 0; i < THREADS; i++) {
            var thread = i;
            Thread.ofPlatform().start(() -> sendForEver(mailbox.port(), thread));
        }
        Thread.currentThread().join();
    }

    private static void sendForEver(int port, int thread) {
        for (int i = 0; ; i++) {
            var text = "mail " + thread + "/" + i;
            try {
                EmbeddedMailboxTest.send(port, message -> message.setText(text, "UTF-8"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            synchronized (System.out) {
                System.out.println(text + ";");
                System.out.flush();
            }
        }
    }
}
