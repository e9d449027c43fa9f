package dev.orrery.indexer.text.regex;

/**
 * The switches that hold at one place of a pattern. {@code m} and {@code s} are read and have no effect, because a match
 * never leaves its line.
 *
 * @param fold {@code i}: letters match in both cases
 * @param swapGreed {@code U}: repetitions prefer less, and with {@code ?} more
 * @param bytes {@code -u}: classes and escapes mean bytes and ASCII
 * @param verbose {@code x}: white space and comments mean nothing
 */
record Flags(boolean fold, boolean swapGreed, boolean bytes, boolean verbose) {
    static final Flags NONE = new Flags(false, false, false, false);

    /** These flags with one switched; null where there is no such flag. */
    Flags with(int flag, boolean on) {
        return switch (flag) {
            case 'i' -> new Flags(on, swapGreed, bytes, verbose);
            case 'U' -> new Flags(fold, on, bytes, verbose);
            case 'u' -> new Flags(fold, swapGreed, !on, verbose);
            case 'x' -> new Flags(fold, swapGreed, bytes, on);
            default -> this;
        };
    }

    CodePoints universe() {
        return bytes ? CodePoints.ALL_BYTES : CodePoints.ALL;
    }

    CodePoints folded(CodePoints set) {
        return !fold ? set : bytes ? CaseFolding.foldAscii(set) : CaseFolding.fold(set);
    }
}
