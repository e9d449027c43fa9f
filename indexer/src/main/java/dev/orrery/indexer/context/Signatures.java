package dev.orrery.indexer.context;

/** Cuts a declaration's signature out of its lines: up to the body, whatever the language. */
final class Signatures {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 240;

    private Signatures() {}

    /**
     * The signature that begins on a line, on one line.
     *
     * @param line 1-based line of the declared name
     */
    static String at(String[] lines, int line) {
        StringBuilder text = new StringBuilder();
        int open = 0;
        for (int at = line; at <= lines.length && at < line + MOST_LINES; at++) {
            String next = lines[at - 1].strip();
            next = next.substring(0, Math.min(next.length(), LONGEST));
            int cut = bodyStart(next, open);
            text.append(text.isEmpty() ? "" : " ")
                    .append(cut < 0 ? next : next.substring(0, cut).stripTrailing());
            open += balance(next);
            if (cut >= 0 || open <= 0 || text.length() > LONGEST) {
                break;
            }
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    /** Where a brace opens outside round brackets, or -1. */
    private static int bodyStart(String line, int open) {
        int depth = open;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (next == '(') {
                depth++;
            } else if (next == ')') {
                depth--;
            } else if (next == '{' && depth <= 0 && at > 0) {
                return at;
            }
        }
        return -1;
    }

    private static int balance(String line) {
        int depth = 0;
        for (int at = 0; at < line.length(); at++) {
            depth += line.charAt(at) == '(' ? 1 : line.charAt(at) == ')' ? -1 : 0;
        }
        return depth;
    }
}
