package dev.orrery.models.ngram;

/**
 * The tokens of one file, perhaps within a longer stream.
 *
 * @param hash of the text that they were cut from
 */
@SuppressWarnings("ArrayRecordComponent")
record Slice(int[] array, int from, int to, long hash) {
    int length() {
        return to - from;
    }

    /** The last tokens of it. */
    Slice last(int count) {
        return new Slice(array, Math.max(from, to - count), to, hash);
    }
}
