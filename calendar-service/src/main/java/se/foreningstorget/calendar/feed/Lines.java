package se.foreningstorget.calendar.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Folds content lines at 75 octets of UTF-8, never inside a character (RFC 5545, 3.1). */
final class Lines {
    private static final int MOST_OCTETS = 75;
    private static final byte[] END = {'\r', '\n'};
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private Lines() {}

    /** The same content, folded; ical4j folds by characters, which lets å count as one octet. */
    static byte[] folded(String content) {
        var folded = new ByteArrayOutputStream(content.length() * 5 / 4);
        content.lines().forEach(line -> fold(line.getBytes(StandardCharsets.UTF_8), folded));
        return folded.toByteArray();
    }

    private static void fold(byte[] line, ByteArrayOutputStream folded) {
        int from = 0;
        int most = MOST_OCTETS;
        while (line.length - from > most) {
            int to = from + most;
            while (isInsideCharacter(line[to])) {
                to--;
            }
            folded.write(line, from, to - from);
            folded.writeBytes(FOLD);
            from = to;
            most = MOST_OCTETS - 1; // the space that marks the fold counts
        }
        folded.write(line, from, line.length - from);
        folded.writeBytes(END);
    }

    private static boolean isInsideCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
