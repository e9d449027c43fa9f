package dev.orrery.indexer.context;

/** Finds the names in a line of code of whatever language: runs of characters that identifiers are made of. */
final class Identifiers {
    private static final int LONGEST = 200;

    private Identifiers() {}

    /** Takes a name and the column after its last character, 0-based. */
    @FunctionalInterface
    interface Sink {
        void name(String name, int end);
    }

    /** Names of two characters or more, left to right; of very long lines only the beginning is looked at. */
    static void in(String line, int limit, Sink sink) {
        int length = Math.min(line.length(), limit);
        int start = -1;
        for (int at = 0; at <= length; at++) {
            boolean inside = at < length && Character.isJavaIdentifierPart(line.charAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                if (at - start > 1 && at - start <= LONGEST && !Character.isDigit(line.charAt(start))) {
                    sink.name(line.substring(start, at), at);
                }
                start = -1;
            }
        }
    }
}
