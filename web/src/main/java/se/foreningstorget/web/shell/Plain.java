package se.foreningstorget.web.shell;

/** Text as people mean it: without the control characters that come along when they paste. */
final class Plain {
    private Plain() {}

    /** On one line: what breaks it becomes a blank. */
    static String line(String text) {
        return lines(text.strip()).replaceAll("[\\t\\r\\n]+", " ");
    }

    /** On as many lines as it has. */
    static String lines(String text) {
        return text.codePoints()
                .filter(point -> !isControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isControl(int point) {
        boolean turnsTheText =
                point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
        boolean breaksTheLine = point == '\n' || point == '\r' || point == '\t';
        return turnsTheText || Character.isISOControl(point) && !breaksTheLine;
    }
}
