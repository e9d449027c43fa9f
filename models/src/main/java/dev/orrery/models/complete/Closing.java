package dev.orrery.models.complete;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;

/** Fits a line that a model wrote to the end of the line where it shall stand (pure). */
final class Closing {
    private Closing() {}

    /**
     * The edit that puts the rest of a line at the caret. Closing signs that stand behind the caret already, as editors put them there, are
     * taken for those of the line; what the line lacks of them stays.
     */
    static TextEdit edit(Document document, Position position, String line) {
        String rest = position.rest(document);
        if (!position.isAtEnd() || rest.isBlank()) {
            return new TextEdit(position.offset(), position.offset(), line);
        }
        return new TextEdit(position.offset(), position.lineEnd(), line + missing(line, rest));
    }

    /** The part of {@code rest} that {@code line} does not say itself, its last sign being the last that is compared. */
    private static String missing(String line, String rest) {
        int open = unopened(line);
        StringBuilder left = new StringBuilder();
        for (int at = 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            if (isCloser(c)) {
                if (open > 0) {
                    open--;
                } else {
                    left.append(c);
                }
            } else if (!Character.isWhitespace(c) && line.indexOf(c, lastCloser(line)) < 0) {
                left.append(c);
            }
        }
        return left.toString();
    }

    /** How many signs the line closes that it did not open. */
    private static int unopened(String line) {
        int depth = 0;
        int unopened = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (isCloser(c)) {
                if (depth > 0) {
                    depth--;
                } else {
                    unopened++;
                }
            }
        }
        return unopened;
    }

    private static int lastCloser(String line) {
        return Math.max(0, Math.max(line.lastIndexOf(')'), Math.max(line.lastIndexOf(']'), line.lastIndexOf('}'))));
    }

    private static boolean isCloser(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
