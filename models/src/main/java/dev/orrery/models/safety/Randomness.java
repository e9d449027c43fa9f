package dev.orrery.models.safety;

/** How random a piece of text looks. All looks at no more than {@link #SEEN} characters. */
final class Randomness {
    private static final int SEEN = 256;

    private Randomness() {}

    /** Whether these are not the crosses, dots and repetitions that stand for a secret in an example. */
    static boolean varied(String text, int from, int end) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        long low = 0;
        long high = 0;
        for (int at = from; at < Math.min(end, from + SEEN); at++) {
            char value = text.charAt(at);
            digit |= value >= '0' && value <= '9';
            upper |= value >= 'A' && value <= 'Z';
            lower |= value >= 'a' && value <= 'z';
            if (value < 64) {
                low |= 1L << value;
            } else {
                high |= 1L << (value & 63);
            }
        }
        int different = Long.bitCount(low) + Long.bitCount(high);
        return different >= Math.min(8, (end - from + 1) / 2) && (digit || upper && lower);
    }

    static int digits(String text, int from, int end) {
        int digits = 0;
        for (int at = from; at < Math.min(end, from + SEEN); at++) {
            digits += text.charAt(at) >= '0' && text.charAt(at) <= '9' ? 1 : 0;
        }
        return digits;
    }

    /**
     * Whether the characters look drawn by chance: digits among letters of both cases, or hexadecimal digits, many different ones, and the
     * kinds of characters changing often, as they do not in the names of things.
     */
    static boolean random(String text, int from, int end) {
        int length = Math.min(end - from, SEEN);
        int[] counts = new int[128];
        int digits = 0;
        int upper = 0;
        int lower = 0;
        int changes = 0;
        int beforeKind = -1;
        boolean hex = true;
        for (int at = from; at < from + length; at++) {
            char value = text.charAt(at);
            if (value >= 128) {
                return false;
            }
            counts[value]++;
            int kind = value >= '0' && value <= '9'
                    ? 0
                    : value >= 'A' && value <= 'Z' ? 1 : value >= 'a' && value <= 'z' ? 2 : 3;
            digits += kind == 0 ? 1 : 0;
            upper += kind == 1 ? 1 : 0;
            lower += kind == 2 ? 1 : 0;
            hex &= kind == 0 || value >= 'a' && value <= 'f' || value >= 'A' && value <= 'F';
            changes += kind != beforeKind ? 1 : 0;
            beforeKind = kind;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        if (hex) {
            return length >= 32 && entropy >= 3.0 && digits >= 4 && digits < length && changes >= length / 5;
        }
        return length >= 20
                && entropy >= Math.min(4.2, 0.75 * Math.log(length) / Math.log(2) + 0.3)
                && upper > 0
                && lower > 0
                && digits >= Math.max(2, length / 14)
                && changes >= length * 9 / 20;
    }
}
