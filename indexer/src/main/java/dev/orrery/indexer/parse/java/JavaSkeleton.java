package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Skeleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Java text without comments and without what stands in braces that declare no members, so that the parser finds the same
 * members in a fraction of the time; each kept line knows which it was. A lexical scan that knows strings, comments and
 * which heads open a type; a text that it cannot follow to its end stays whole.
 */
final class JavaSkeleton {
    private final byte[] text;
    private final byte[] kept;
    private int[] lines = new int[64];
    private int lineCount;
    private int size;
    private int line = 1;
    private int lineAt;
    private boolean space;
    private int at;
    private int types;
    private int bodies;
    private int parentheses;
    private boolean opensType;
    private boolean record;
    private boolean afterDot;
    private final List<Braces> inside = new ArrayList<>();
    private int opening;

    /** What stands in braces that declare no members: from behind the first to the last of them. */
    record Braces(int start, int end) {}

    private JavaSkeleton(byte[] text) {
        this.text = text;
        this.kept = new byte[2 * text.length];
    }

    static Skeleton of(byte[] utf8) {
        JavaSkeleton skeleton = new JavaSkeleton(utf8);
        return skeleton.scan()
                ? new Skeleton(
                        utf8,
                        Arrays.copyOf(skeleton.kept, skeleton.size),
                        Arrays.copyOf(skeleton.lines, skeleton.lineCount))
                : Skeleton.whole(utf8);
    }

    /** The braces that declare no members, those in others left out; empty for a text that cannot be followed to its end. */
    static List<Braces> bodies(byte[] utf8) {
        JavaSkeleton skeleton = new JavaSkeleton(utf8);
        return skeleton.scan() ? skeleton.inside : List.of();
    }

    /** Whether braces, strings and comments were all closed. */
    private boolean scan() {
        while (at < text.length) {
            if (!token()) {
                return false;
            }
        }
        return types == 0 && bodies == 0;
    }

    private boolean token() {
        byte c = text[at];
        int start = at;
        if (c >= 0 && c <= ' ') {
            at++;
            space = true;
            return true;
        }
        if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
            space = true;
            return peek(1) == '/' ? lineComment() : comment();
        }
        boolean closed = true;
        if (c == '"' || c == '\'') {
            closed = c == '"' && peek(1) == '"' && peek(2) == '"' ? textBlock() : quoted(c);
        } else if (isNamePart(c)) {
            word();
        } else if (c == '}') {
            at++;
            closed = closed();
        } else {
            at++;
            mark(c);
        }
        if (bodies == 0 || bodies == 1 && c == '{') {
            keep(start);
        }
        return closed;
    }

    /** Takes over the token from {@code start} to where the scan is; what was on different lines stays so. */
    private void keep(int start) {
        for (; lineAt < start; lineAt++) {
            line += text[lineAt] == '\n' ? 1 : 0;
        }
        if (lineCount == 0 || lines[lineCount - 1] != line) {
            if (lineCount > 0) {
                kept[size++] = '\n';
            }
            begin(line);
        } else if (space) {
            kept[size++] = ' ';
        }
        space = false;
        for (int i = start; i < at; i++) {
            kept[size++] = text[i];
            if (text[i] == '\n') {
                begin(++line);
            }
        }
        lineAt = at;
    }

    private void begin(int of) {
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, lineCount * 2);
        }
        lines[lineCount++] = of;
    }

    private void mark(byte c) {
        record = false;
        afterDot = c == '.';
        if (c == '{') {
            opened();
        } else if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses--;
        } else if (c == ';' && bodies == 0) {
            head();
        }
    }

    private void head() {
        parentheses = 0;
        opensType = false;
        record = false;
    }

    private void opened() {
        if (bodies > 0) {
            bodies++;
        } else if (opensType && parentheses == 0) {
            types++;
            head();
        } else {
            bodies = 1;
            opening = at;
        }
    }

    private boolean closed() {
        if (bodies > 1) {
            bodies--;
            return true;
        }
        if (bodies == 1) {
            bodies = 0;
            inside.add(new Braces(opening, at - 1));
            if (parentheses <= 0) {
                head();
            }
            return true;
        }
        head();
        return --types >= 0;
    }

    /** A name or keyword; {@code record} is one only before another name. */
    private void word() {
        int start = at;
        while (at < text.length && isNamePart(text[at])) {
            at++;
        }
        if (bodies > 0 || parentheses > 0) {
            return;
        }
        opensType |= record || !afterDot && (is(start, "class") || is(start, "interface") || is(start, "enum"));
        record = !afterDot && is(start, "record");
        afterDot = false;
    }

    private boolean is(int start, String word) {
        if (at - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean lineComment() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return true;
    }

    private boolean comment() {
        for (at += 2; at + 1 < text.length; at++) {
            if (text[at] == '*' && text[at + 1] == '/') {
                at += 2;
                return true;
            }
        }
        return false;
    }

    private boolean quoted(byte quote) {
        for (at++; at < text.length && text[at] != '\n'; at++) {
            if (text[at] == '\\') {
                at++;
            } else if (text[at] == quote) {
                at++;
                return true;
            }
        }
        return false;
    }

    private boolean textBlock() {
        for (at += 3; at + 2 < text.length; at++) {
            if (text[at] == '\\') {
                at++;
            } else if (text[at] == '"' && text[at + 1] == '"' && text[at + 2] == '"') {
                at += 3;
                return true;
            }
        }
        return false;
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : 0;
    }

    private static boolean isNamePart(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c < 0;
    }
}
