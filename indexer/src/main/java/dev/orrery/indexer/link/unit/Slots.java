package dev.orrery.indexer.link.unit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The slots of some units: few among many.
 *
 * @param sorted rising
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slots(int[] sorted) {
    public boolean has(int slot) {
        return Arrays.binarySearch(sorted, slot) >= 0;
    }

    public boolean meets(BitSet slots) {
        if (!slots.isEmpty()) {
            for (int slot : sorted) {
                if (slots.get(slot)) {
                    return true;
                }
            }
        }
        return false;
    }
}
