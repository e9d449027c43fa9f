package dev.orrery.app.edit;

/** Which ends the lines of a text have. */
final class LineEnds {
    private LineEnds() {}

    /** The most frequent end; the system's own where a text has one line only. */
    static String usual(String text) {
        int windows = 0;
        int unix = 0;
        int old = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                unix++;
            } else if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                windows++;
                i++;
            } else if (c == '\r') {
                old++;
            }
        }
        if (windows + unix + old == 0) {
            return System.lineSeparator();
        }
        return windows > Math.max(unix, old) ? "\r\n" : old > unix ? "\r" : "\n";
    }
}
