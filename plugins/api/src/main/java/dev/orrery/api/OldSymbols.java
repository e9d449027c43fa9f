package dev.orrery.api;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What became of the symbols of a {@link GraphPatch}'s base. Immutable. */
final class OldSymbols {
    private static final int[] NONE = {};

    private final GraphColumns base;
    private final int[] overrides;
    /** First symbols of ranges that moved together or whose files differ, ascending. */
    private final int[] start;
    /** By range: how far its symbols moved. */
    private final int[] shift;
    /** By range: what its symbols are now where its file differs, else null. */
    private final int[][] movedTo;
    /** By symbol of the patch's tables: what it was, or -1. */
    private final int[] before;

    /** @param rows of which the pieces are known */
    OldSymbols(GraphPatch patch, GraphRows rows) {
        this.base = patch.base();
        this.overrides = patch.overrides();
        int[] lost = patch.lost();
        int ranges = lost.length;
        for (int piece = 0; piece < rows.pieces(); piece++) {
            ranges += rows.isOld(piece) ? 1 : 0;
        }
        start = new int[ranges];
        shift = new int[ranges];
        movedTo = new int[ranges][];
        before = new int[patch.files().symbolKind().length];
        Arrays.fill(before, -1);
        int range = 0;
        int next = 0;
        for (int piece = 0; piece <= rows.pieces(); piece++) {
            boolean isEnd = piece == rows.pieces();
            if (isEnd || rows.isOld(piece)) {
                int file =
                        isEnd ? Integer.MAX_VALUE : (piece == 0 ? 0 : rows.endFile(piece - 1)) - rows.fileShift[piece];
                for (; next < lost.length && lost[next] < file; next++) {
                    start[range] = base.fileFirstSymbol()[lost[next]];
                    movedTo[range] = patch.movedTo()[next];
                    remember(movedTo[range], start[range++], rows);
                }
                if (!isEnd) {
                    start[range] = base.fileFirstSymbol()[file];
                    shift[range++] = rows.symbolShift[piece];
                }
            }
        }
    }

    private void remember(int[] symbols, int first, GraphRows rows) {
        for (int row = 0; row < symbols.length; row++) {
            if (symbols[row] >= 0) {
                before[symbols[row] - rows.symbolShift[rows.ofSymbol(symbols[row])]] = first + row;
            }
        }
    }

    private int range(int symbol) {
        return GraphRows.last(start, start.length, symbol);
    }

    /** What a symbol of the base is now, -1 where it is gone. */
    int now(int symbol) {
        int range = range(symbol);
        return movedTo[range] == null ? symbol + shift[range] : movedTo[range][symbol - start[range]];
    }

    /** What a symbol of the patch's tables was, or -1. */
    int before(int row) {
        return before[row];
    }

    private int firstOverride(int method) {
        int low = 0;
        int high = overrides.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (overrides[2 * middle] < method) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    /**
     * The symbols that override {@code method} now, ascending.
     *
     * @param was what {@code method} was, or -1
     */
    int[] overriders(int method, int was) {
        int told = firstOverride(method);
        boolean isOld = was >= 0 && base.symbolFirstOverrider()[was] < base.symbolFirstOverrider()[was + 1];
        if (!isOld && (told == overrides.length || overrides[told] != method)) {
            return NONE;
        }
        IntStream.Builder all = IntStream.builder();
        if (isOld) {
            int end = base.symbolFirstOverrider()[was + 1];
            for (int i = base.symbolFirstOverrider()[was]; i < end; i++) {
                int overrider = base.overriders()[i];
                if (movedTo[range(overrider)] == null) {
                    all.add(now(overrider));
                }
            }
        }
        for (int i = told; i < overrides.length && overrides[i] == method; i += 2) {
            all.add(overrides[i + 1]);
        }
        return all.build().sorted().toArray();
    }
}
