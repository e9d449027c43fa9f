package dev.orrery.indexer.store;

/** The different values that came last, the newest first. */
final class Recent {
    private static final int KEPT = 32;

    private final int[] values = new int[KEPT];
    private int count;

    /** Where the value stands; where it does not, a place at which nothing ever stands. */
    int place(int value) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return KEPT;
    }

    boolean has(int place) {
        return place >= 0 && place < count;
    }

    int get(int place) {
        return values[place];
    }

    void add(int value) {
        int place = place(value);
        if (place == KEPT) {
            count = Math.min(KEPT, count + 1);
            place = count - 1;
        }
        System.arraycopy(values, 0, values, 1, place);
        values[0] = value;
    }
}
