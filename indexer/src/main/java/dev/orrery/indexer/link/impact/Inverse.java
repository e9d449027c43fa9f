package dev.orrery.indexer.link.impact;

/** A relation of rows turned round: for each target the rows that point to it, in ascending order. */
final class Inverse {
    private final int[] first;
    private final int[] rows;

    /**
     * @param start where each row's targets begin in {@code targets}; one element longer than there are rows
     * @param targets may be negative, which points nowhere
     * @param count how many targets there can be
     */
    Inverse(int[] start, int[] targets, int count) {
        first = new int[count + 1];
        int known = 0;
        for (int target : targets) {
            if (target >= 0) {
                first[target + 1]++;
                known++;
            }
        }
        for (int i = 1; i <= count; i++) {
            first[i] += first[i - 1];
        }
        rows = new int[known];
        int[] next = first.clone();
        for (int row = 0; row + 1 < start.length; row++) {
            for (int at = start[row]; at < start[row + 1]; at++) {
                if (targets[at] >= 0) {
                    rows[next[targets[at]]++] = row;
                }
            }
        }
    }

    int start(int target) {
        return first[target];
    }

    int end(int target) {
        return first[target + 1];
    }

    int row(int at) {
        return rows[at];
    }
}
