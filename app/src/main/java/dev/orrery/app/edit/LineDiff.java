package dev.orrery.app.edit;

import java.util.BitSet;

/**
 * Which lines two texts have not in common: what is the same at both ends is left out, between that the longest common subsequence
 * decides, and where there is too much for that all differs. Pure.
 *
 * @param left lines only the first text has
 * @param right lines only the second text has
 */
public record LineDiff(BitSet left, BitSet right) {
    private static final long MOST = 4_000_000;

    public static LineDiff of(TextBuffer left, TextBuffer right) {
        int a = left.count();
        int b = right.count();
        int same = 0;
        while (same < Math.min(a, b) && left.line(same).equals(right.line(same))) {
            same++;
        }
        int behind = 0;
        while (behind < Math.min(a, b) - same && left.line(a - 1 - behind).equals(right.line(b - 1 - behind))) {
            behind++;
        }
        BitSet onlyLeft = new BitSet();
        BitSet onlyRight = new BitSet();
        onlyLeft.set(same, a - behind);
        onlyRight.set(same, b - behind);
        int rows = a - behind - same;
        int columns = b - behind - same;
        if ((long) rows * columns <= MOST) {
            String[] rowLines = lines(left, same, rows);
            String[] columnLines = lines(right, same, columns);
            int[][] longest = longest(rowLines, columnLines);
            for (int i = 0, j = 0; i < rows && j < columns; ) {
                if (rowLines[i].equals(columnLines[j])) {
                    onlyLeft.clear(same + i++);
                    onlyRight.clear(same + j++);
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        return new LineDiff(onlyLeft, onlyRight);
    }

    private static String[] lines(TextBuffer text, int first, int count) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = text.line(first + i);
        }
        return lines;
    }

    private static int[][] longest(String[] rows, String[] columns) {
        int[][] longest = new int[rows.length + 1][columns.length + 1];
        for (int i = rows.length - 1; i >= 0; i--) {
            for (int j = columns.length - 1; j >= 0; j--) {
                longest[i][j] = rows[i].equals(columns[j])
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }
}
