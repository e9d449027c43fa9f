package dev.orrery.indexer.context;

/**
 * Which line of a buffer is which of the file that the snapshot knows. Lines before the first and after the last difference
 * correspond; those between exist in one of the two only. Lines are 1-based.
 */
final class LineMap {
    private final int same;
    private final int shift;
    private final int firstSameAfter;
    private final int length;

    /**
     * @param known the file's lines as the snapshot knows them
     * @param buffer the buffer's lines
     */
    LineMap(String[] known, String[] buffer) {
        int limit = Math.min(known.length, buffer.length);
        int prefix = 0;
        while (prefix < limit && known[prefix].equals(buffer[prefix])) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < limit - prefix && known[known.length - 1 - suffix].equals(buffer[buffer.length - 1 - suffix])) {
            suffix++;
        }
        same = prefix;
        firstSameAfter = known.length - suffix + 1;
        shift = buffer.length - known.length;
        length = buffer.length;
    }

    /** The line of the buffer, or 0 where the known line was changed or removed. */
    int toBuffer(int known) {
        if (known <= same) {
            return known;
        }
        return known >= firstSameAfter && known + shift <= length ? known + shift : 0;
    }

    /** The known line; for one that only the buffer has the last one before it that both have. */
    int toKnown(int buffer) {
        if (buffer <= same) {
            return buffer;
        }
        int known = buffer - shift;
        return known >= firstSameAfter ? known : Math.max(1, same);
    }
}
