package dev.orrery.models.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text that is written in base 64, hexadecimal digits or escapes, decoded once. What does not decode to something readable is left
 * out, so that pictures, hashes and keys cost little. Each run is decoded once: linear.
 *
 * @param text what it says
 * @param start offset of its first UTF-16 unit in the text around it
 * @param end offset behind its last
 */
record ConcealedText(String text, int start, int end) {
    private static final int LEAST = 24;
    private static final int LEAST_ESCAPES = 12;

    static List<ConcealedText> find(String text) {
        List<ConcealedText> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (Alphabet.BASE64.has(unit)) {
                int end = Alphabet.BASE64.end(text, at);
                if (end - at >= LEAST) {
                    decode(text, at, end, found);
                }
                at = end;
            } else if (unit == '\\' || unit == '&' || unit == '%') {
                at = escapes(text, at, found);
            } else {
                at++;
            }
        }
        return found;
    }

    private static void decode(String text, int start, int end, List<ConcealedText> found) {
        if (Alphabet.HEX.end(text, start) == end && (end - start) % 2 == 0) {
            byte[] bytes = new byte[(end - start) / 2];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (Character.digit(text.charAt(start + 2 * at), 16) * 16
                        + Character.digit(text.charAt(start + 2 * at + 1), 16));
            }
            add(bytes, start, end, found);
        } else if (mixed(text, start, end)) {
            int last = end;
            while (last > start && text.charAt(last - 1) == '=') {
                last--;
            }
            String run = text.substring(start, last - ((last - start) % 4 == 1 ? 1 : 0))
                    .replace('-', '+')
                    .replace('_', '/');
            try {
                add(Base64.getDecoder().decode(run), start, end, found);
            } catch (IllegalArgumentException notBase64) {
                // A long name or path, most often.
            }
        }
    }

    /** Names are seldom of letters of both cases and digits at once; encoded sentences nearly always are. */
    private static boolean mixed(String text, int start, int end) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        for (int at = start; at < Math.min(end, start + 64); at++) {
            char unit = text.charAt(at);
            upper += unit >= 'A' && unit <= 'Z' ? 1 : 0;
            lower += unit >= 'a' && unit <= 'z' ? 1 : 0;
            digits += unit >= '0' && unit <= '9' ? 1 : 0;
        }
        return upper >= 3 && lower >= 3 && digits >= 1;
    }

    private static void add(byte[] bytes, int start, int end, List<ConcealedText> found) {
        int seen = Math.min(bytes.length, 256);
        int plain = 0;
        int spaces = 0;
        for (int at = 0; at < seen; at++) {
            plain += bytes[at] >= ' ' && bytes[at] < 127 || bytes[at] == '\n' || bytes[at] < 0 ? 1 : 0;
            spaces += bytes[at] == ' ' ? 1 : 0;
        }
        if (plain >= seen - seen / 20 && spaces >= 2) {
            found.add(new ConcealedText(new String(bytes, StandardCharsets.UTF_8), start, end));
        }
    }

    /** Reads a run of escapes of any kind, with what is written plainly between them, and returns where to go on. */
    private static int escapes(String text, int start, List<ConcealedText> found) {
        StringBuilder plain = new StringBuilder();
        int escapes = 0;
        int at = start;
        while (at < text.length()) {
            int end = escapeEnd(text, at);
            if (end > at) {
                plain.appendCodePoint(value(text, at, end));
                escapes++;
                at = end;
            } else if (text.charAt(at) == ' '
                    || Character.isLetterOrDigit(text.charAt(at))
                            && at + 1 < text.length()
                            && escapeEnd(text, at + 1) > at + 1) {
                plain.append(text.charAt(at++));
            } else {
                break;
            }
        }
        if (escapes >= LEAST_ESCAPES) {
            found.add(new ConcealedText(plain.toString(), start, at));
        }
        return Math.max(at, start + 1);
    }

    private static int escapeEnd(String text, int at) {
        char first = text.charAt(at);
        if (first == '\\' && text.startsWith("u", at + 1)) {
            return digits(text, at + 2, 4, 4);
        }
        if (first == '\\' && text.startsWith("x", at + 1)) {
            return digits(text, at + 2, 2, 2);
        }
        if (first == '%') {
            return digits(text, at + 1, 2, 2);
        }
        if (first == '&' && text.startsWith("#", at + 1)) {
            int from = at + 2 + (text.startsWith("x", at + 2) ? 1 : 0);
            int end = digits(text, from, 2, 6);
            return end > 0 && end < text.length() && text.charAt(end) == ';' ? end + 1 : -1;
        }
        return -1;
    }

    /** Offset behind the digits, or -1 where there are too few. */
    private static int digits(String text, int from, int least, int most) {
        int at = from;
        while (at < text.length() && at < from + most && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at - from >= least ? at : -1;
    }

    private static int value(String text, int start, int end) {
        int from = start;
        while (Character.digit(text.charAt(from), 16) < 0) {
            from++;
        }
        boolean decimal = text.startsWith("&#", start) && text.charAt(start + 2) != 'x';
        String digits = text.substring(from, text.charAt(end - 1) == ';' ? end - 1 : end);
        int value = decimal && digits.chars().allMatch(unit -> unit <= '9')
                ? Integer.parseInt(digits)
                : Integer.parseInt(digits, 16);
        return Character.isValidCodePoint(value) ? value : ' ';
    }
}
