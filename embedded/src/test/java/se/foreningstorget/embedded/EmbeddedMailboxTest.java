package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMailboxTest {
    private static final String SUBJECT =
            "Möte på Ängö för alla föreningar – välkommen så är det en lång rad";
    private static final String TEXT =
            "Hej Åsa!\r\nVi ses på lördag. Över 100 kr? = nej.\r\n.\r\nHälsningar";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quoted-printable", "base64", "8bit"})
    void swedishTextComesBackAsItWasSent(String encoding) throws Exception {
        try (var mailbox = EmbeddedMailbox.start(folder, 0)) {
            send(
                    mailbox.port(),
                    message -> {
                        message.setText(TEXT, "UTF-8");
                        message.setHeader("Content-Transfer-Encoding", encoding);
                    });
            var mail = mailbox.mails().getFirst();
            assertThat(mail.subject()).isEqualTo(SUBJECT);
            assertThat(mail.text().strip()).isEqualTo(TEXT);
            assertThat(mail.from()).isEqualTo("avsandare@example.org");
            assertThat(mail.recipients()).containsExactly("asa@example.org", "dold@example.org");
            assertThat(mail.messageId()).isEqualTo("<reaction/key/1@example.org>");
            assertThat(mail.headers().get("List-Unsubscribe"))
                    .containsExactly("<https://example.org/u>");
            assertThat(mail.headers()).doesNotContainKey("X-Envelope-To");
        }
    }

    @Test
    void ofAMailWithTwoFormsThePlainTextIsRead() throws Exception {
        try (var mailbox = EmbeddedMailbox.start(folder, 0)) {
            send(
                    mailbox.port(),
                    message -> {
                        var plain = new MimeBodyPart();
                        plain.setText(TEXT, "UTF-8");
                        var html = new MimeBodyPart();
                        html.setContent("<p>Hej Åsa!</p>", "text/html; charset=UTF-8");
                        message.setContent(new MimeMultipart("alternative", plain, html));
                    });
            send(
                    mailbox.port(),
                    message -> message.setContent("<p>Blåbär</p>", "text/html; charset=UTF-8"));
            assertThat(mailbox.mails())
                    .extracting(mail -> mail.text().strip())
                    .containsExactly(TEXT, "<p>Blåbär</p>");
        }
    }

    @Test
    void mailsSurviveARestartInOrderAndEachIsAFile() throws Exception {
        List<ReceivedMail> before;
        try (var mailbox = EmbeddedMailbox.start(folder, 0)) {
            for (int i = 0; i < 3; i++) {
                var text = "nr " + i;
                send(mailbox.port(), message -> message.setText(text, "UTF-8"));
            }
            before = mailbox.mails();
        }
        // What a kill in the middle of a mail leaves behind.
        Files.writeString(folder.resolve("0000000000000000001.part"), "half");
        try (var mailbox = EmbeddedMailbox.start(folder, 0)) {
            assertThat(mailbox.mails()).isEqualTo(before);
            send(mailbox.port(), message -> message.setText("nr 3", "UTF-8"));
            assertThat(mailbox.mails())
                    .extracting(mail -> mail.text().strip())
                    .containsExactly("nr 0", "nr 1", "nr 2", "nr 3");
            assertThat(mailFiles()).hasSize(4);
            mailbox.clear();
            assertThat(mailbox.mails()).isEmpty();
            assertThat(mailFiles()).isEmpty();
        }
    }

    @Test
    void everyAcknowledgedMailSurvivesAKill() throws Exception {
        List<String> acknowledged;
        try (var child = new ChildProcess(WritingMailbox.class, folder)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> child.acknowledgedSoFar() >= 100);
            acknowledged = child.kill();
        }
        try (var mailbox = EmbeddedMailbox.start(folder, 0)) {
            assertThat(mailbox.mails())
                    .extracting(mail -> mail.text().strip())
                    .containsAll(acknowledged);
        }
    }

    private List<Path> mailFiles() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("in-use.lock")).toList();
        }
    }

    interface Filling {
        void fill(MimeMessage message) throws Exception;
    }

    static void send(int port, Filling filling) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.localhost", "localhost");
        properties.setProperty("mail.smtp.allow8bitmime", "true");
        var message =
                new MimeMessage(Session.getInstance(properties)) {
                    @Override
                    protected void updateMessageID() throws jakarta.mail.MessagingException {
                        setHeader("Message-ID", "<reaction/key/1@example.org>");
                    }
                };
        message.setFrom(new InternetAddress("avsandare@example.org", "Föreningen Ö", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, "asa@example.org");
        message.setRecipients(Message.RecipientType.BCC, "dold@example.org");
        message.setHeader("List-Unsubscribe", "<https://example.org/u>");
        message.setSubject(SUBJECT, "UTF-8");
        filling.fill(message);
        Transport.send(message);
    }
}
