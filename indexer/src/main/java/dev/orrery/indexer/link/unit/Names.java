package dev.orrery.indexer.link.unit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings by number, each distinct one once; numbers are never given up. Safe from any thread: looking up a known string takes no
 * lock. A hash table with linear probing over the numbers alone, because a large repository has millions of names.
 */
public final class Names {
    private static final int SMALLEST = 1024;

    private volatile Table table = new Table(new int[2 * SMALLEST], new String[SMALLEST]);
    private int size;

    /**
     * @param slots by hash, a power of two: a number and one, or 0
     * @param strings by number; null where a number is not given yet, or not seen yet by this thread
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Table(int[] slots, @Nullable String[] strings) {
        /** The number of the text, or -1 where this thread sees none. */
        int find(String text) {
            int mask = slots.length - 1;
            for (int at = slot(text, mask); slots[at] != 0; at = at + 1 & mask) {
                int number = slots[at] - 1;
                if (text.equals(strings[number])) {
                    return number;
                }
            }
            return -1;
        }

        void place(String text, int number) {
            int mask = slots.length - 1;
            int at = slot(text, mask);
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = number + 1;
        }

        private static int slot(String text, int mask) {
            int hash = text.hashCode() * 0x9E3779B9;
            return (hash ^ hash >>> 15) & mask;
        }
    }

    public int intern(String text) {
        int known = table.find(text);
        return known >= 0 ? known : add(text);
    }

    private synchronized int add(String text) {
        int known = table.find(text);
        if (known >= 0) {
            return known;
        }
        Table into = table;
        if (size == into.strings.length) {
            into = grown(into);
        }
        into.strings[size] = text;
        into.place(text, size);
        table = into;
        return size++;
    }

    private static Table grown(Table full) {
        Table grown = new Table(new int[full.slots.length * 2], Arrays.copyOf(full.strings, full.strings.length * 2));
        for (int number = 0; number < full.strings.length; number++) {
            String text = full.strings[number];
            if (text != null) {
                grown.place(text, number);
            }
        }
        return grown;
    }

    /** The number of a string that may never have been interned, or -1. */
    public int find(String text) {
        int known = table.find(text);
        if (known >= 0) {
            return known;
        }
        synchronized (this) {
            return table.find(text);
        }
    }

    public String get(int number) {
        String text = table.strings[number];
        if (text == null) {
            throw new IllegalArgumentException("no string has the number " + number);
        }
        return text;
    }

    public synchronized int size() {
        return size;
    }
}
