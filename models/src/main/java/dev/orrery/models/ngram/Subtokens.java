package dev.orrery.models.ngram;

/** The parts of names, {@code parse}, {@code file} and {@code name} of {@code parseFileName}, as bits of a number: equal parts have equal bits. */
final class Subtokens {
    private Subtokens() {}

    /** The bits of the parts of a name; 0 where it has no letter. */
    static long bits(String name) {
        long bits = 0;
        int hash = 0;
        int length = 0;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean begins = Character.isUpperCase(c)
                    && (at == 0
                            || !Character.isUpperCase(name.charAt(at - 1))
                            || at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1)));
            if ((begins || !Character.isLetter(c)) && length > 0) {
                bits |= bit(hash);
                hash = 0;
                length = 0;
            }
            if (Character.isLetter(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
                length++;
            }
        }
        return length > 0 ? bits | bit(hash) : bits;
    }

    private static long bit(int hash) {
        int mixed = hash * 0x9E3779B9;
        return 1L << (mixed >>> 26);
    }
}
