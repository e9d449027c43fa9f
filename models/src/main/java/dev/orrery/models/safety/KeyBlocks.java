package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds private keys between their {@code BEGIN} and {@code END} lines (PEM of RFC 7468, OpenSSH, PGP, SSH2) and PuTTY's private
 * lines, whole, on lines or within a string with escapes. Of a key that is cut off, what is left of it. No body
 * reaches over another mark, so the time is linear.
 */
final class KeyBlocks {
    private static final int LABEL = 60;
    private static final int LONGEST = 65_536;
    private static final int LEAST_RUN = 24;

    private KeyBlocks() {}

    static List<Secret> find(String text) {
        List<Secret> found = new ArrayList<>();
        int floor = 0;
        int at = nextMark(text, 0);
        while (at >= 0) {
            int next = nextMark(text, at + 1);
            if (isKey(text, at)) {
                int label = behindLabel(text, at);
                if (text.charAt(at) == 'E') {
                    int start = bodyStart(text, at, floor);
                    add(found, hasBody(text, start, at), start, label);
                } else if (next >= 0 && text.charAt(next) == 'E' && isKey(text, next) && next - at < LONGEST) {
                    int end = behindLabel(text, next);
                    if (add(found, hasBody(text, label, next), Math.max(floor, beforeDashes(text, at)), end)) {
                        next = nextMark(text, end);
                        label = end;
                    }
                } else {
                    int end = bodyEnd(text, label, next < 0 ? text.length() : beforeDashes(text, next));
                    add(found, hasBody(text, label, end), Math.max(floor, beforeDashes(text, at)), end);
                }
                floor = Math.max(floor, label);
            }
            at = next;
        }
        putty(text, found);
        return found;
    }

    /** Code that only names the marks has no body between them, and is no key. */
    private static boolean add(List<Secret> found, boolean body, int start, int end) {
        return body && found.add(new Secret(SecretType.PRIVATE_KEY, start, end));
    }

    private static int nextMark(String text, int from) {
        for (int dash = text.indexOf("----", from); dash >= 0; dash = text.indexOf("----", dash)) {
            while (dash < text.length() && (text.charAt(dash) == '-' || text.charAt(dash) == ' ')) {
                dash++;
            }
            if (text.startsWith("BEGIN ", dash) || text.startsWith("END ", dash)) {
                return dash;
            }
        }
        return -1;
    }

    private static boolean isKey(String text, int mark) {
        return text.substring(mark, Math.min(text.length(), mark + LABEL)).contains("PRIVATE KEY");
    }

    private static int beforeDashes(String text, int mark) {
        int at = mark;
        while (at > 0 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == ' ')) {
            at--;
        }
        return at;
    }

    private static int behindLabel(String text, int mark) {
        int at = text.indexOf("PRIVATE KEY", mark) + "PRIVATE KEY".length();
        at += text.startsWith(" BLOCK", at) ? " BLOCK".length() : 0;
        while (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == ' ')) {
            at++;
        }
        return at;
    }

    private static int bodyEnd(String text, int from, int to) {
        int at = from;
        while (at < to && isBody(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int bodyStart(String text, int mark, int floor) {
        int at = mark;
        while (at > floor && isBody(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isBody(char value) {
        return Alphabet.BASE64.has(value) || "\\\"', \t\r\n".indexOf(value) >= 0;
    }

    private static boolean hasBody(String text, int from, int to) {
        int run = 0;
        for (int at = from; at < to; at++) {
            run = Alphabet.BASE64.has(text.charAt(at)) && text.charAt(at) != '-' ? run + 1 : 0;
            if (run >= LEAST_RUN) {
                return true;
            }
        }
        return false;
    }

    private static void putty(String text, List<Secret> found) {
        for (int at = text.indexOf("Private-Lines: "); at >= 0; at = text.indexOf("Private-Lines: ", at + 1)) {
            int body = Math.max(at, text.indexOf('\n', at));
            int end = bodyEnd(text, body, text.length());
            if (hasBody(text, body, end)) {
                found.add(new Secret(SecretType.PRIVATE_KEY, at, end));
            }
            at = Math.max(at, end - 1);
        }
    }
}
