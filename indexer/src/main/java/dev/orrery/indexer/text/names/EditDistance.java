package dev.orrery.indexer.text.names;

import java.util.Arrays;

/** How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into another. */
final class EditDistance {
    private EditDistance() {}

    /** The distance, or any greater number than {@code most} where it is greater. */
    static int between(String a, String b, int most) {
        return lastRow(a, b, most)[b.length()];
    }

    /** The distance from {@code a} to the nearest beginning of {@code b}, as far as it is not greater than {@code most}. */
    static int toPrefix(String a, String b, int most) {
        String beginning = b.substring(0, Math.min(b.length(), a.length() + most));
        int least = most + 1;
        for (int distance : lastRow(a, beginning, most)) {
            least = Math.min(least, distance);
        }
        return least;
    }

    /** The distances from {@code a} to all beginnings of {@code b}; all too great where all are greater than {@code most}. */
    private static int[] lastRow(String a, String b, int most) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, current[j]);
            }
            if (least > most) {
                Arrays.fill(current, least);
                return current;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last;
    }
}
