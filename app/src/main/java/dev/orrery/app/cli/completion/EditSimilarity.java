package dev.orrery.app.cli.completion;

/**
 * How alike two lines are: 1 less the least number of insertions, deletions and replacements of characters that make one of the other
 * (Levenshtein 1966), over the length of the longer one.
 */
final class EditSimilarity {
    private static final int LONGEST = 1_000;

    private EditSimilarity() {}

    /** From 0, nothing in common, to 1, the same. Of longer texts the first thousand characters count. */
    static double of(String one, String other) {
        String a = cut(one);
        String b = cut(other);
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        int[] above = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            above[column] = column;
        }
        int[] row = new int[b.length() + 1];
        for (int at = 1; at <= a.length(); at++) {
            row[0] = at;
            for (int column = 1; column <= b.length(); column++) {
                int replaced = above[column - 1] + (a.charAt(at - 1) == b.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(replaced, Math.min(row[column - 1], above[column]) + 1);
            }
            int[] free = above;
            above = row;
            row = free;
        }
        return 1 - above[b.length()] / (double) Math.max(a.length(), b.length());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
