package dev.orrery.models.tokens;

/** Where text is cut before pairs are merged; the rules stand in the package's description. */
final class Pieces {
    private static final int LONGEST = 64;

    private Pieces() {}

    private enum Kind {
        WORD,
        DIGIT,
        BREAK,
        BLANK,
        OTHER
    }

    /** The end of the piece that begins at {@code start}, which is before {@code text}'s end. */
    static int end(byte[] text, int start) {
        int limit = Math.min(text.length, start + LONGEST);
        Kind first = kind(text[start]);
        int next = start + 1;
        if (first == Kind.BREAK) {
            while (next < limit && isWhite(kind(text[next]))) {
                next++;
            }
            return next;
        }
        if (first == Kind.BLANK) {
            if (text[start] == ' ' && next < limit && !isWhite(kind(text[next]))) {
                return run(text, next, limit);
            }
            while (next < limit && kind(text[next]) == Kind.BLANK) {
                next++;
            }
            boolean beforeVisible = next < text.length && !isWhite(kind(text[next]));
            return beforeVisible && next - start > 1 && text[next - 1] == ' ' ? next - 1 : next;
        }
        return run(text, start, limit);
    }

    /** The end of a run of one kind that begins with the visible byte at {@code start}. */
    private static int run(byte[] text, int start, int limit) {
        Kind kind = kind(text[start]);
        int next = start + 1;
        while (next < limit && continues(kind, kind(text[next]))) {
            next++;
        }
        return next;
    }

    private static boolean continues(Kind run, Kind next) {
        return next == run || run == Kind.WORD && next == Kind.DIGIT;
    }

    private static boolean isWhite(Kind kind) {
        return kind == Kind.BREAK || kind == Kind.BLANK;
    }

    private static Kind kind(byte value) {
        int b = value & 0xff;
        if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b >= 128) {
            return Kind.WORD;
        }
        if (b >= '0' && b <= '9') {
            return Kind.DIGIT;
        }
        if (b == '\n' || b == '\r') {
            return Kind.BREAK;
        }
        return b <= ' ' || b == 127 ? Kind.BLANK : Kind.OTHER;
    }
}
