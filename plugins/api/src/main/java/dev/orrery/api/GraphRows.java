package dev.orrery.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a graph, in pieces of consecutive files that stand in one set of tables each. A row of the graph less the
 * piece's shift is the row of its table. Immutable once it is made.
 */
final class GraphRows {
    final GraphColumns[] table;
    final Language[][] languages;
    final int[] fileShift;
    final int[] symbolShift;
    final int[] callShift;
    private final int[] firstFile;
    private final int[] firstSymbol;
    private final int[] firstCall;
    /** By piece: whether its tables speak of symbols of the base. */
    private final boolean[] isOld;

    private @Nullable OldSymbols old;

    private GraphRows(int pieces) {
        this.table = new GraphColumns[pieces];
        this.languages = new Language[pieces][];
        this.fileShift = new int[pieces];
        this.symbolShift = new int[pieces];
        this.callShift = new int[pieces];
        this.firstFile = new int[pieces + 1];
        this.firstSymbol = new int[pieces + 1];
        this.firstCall = new int[pieces + 1];
        this.isOld = new boolean[pieces];
    }

    static GraphRows of(GraphColumns columns) {
        GraphRows rows = new GraphRows(1);
        rows.put(0, columns, languages(columns), 0, columns.filePath().length);
        return rows;
    }

    static GraphRows of(GraphPatch patch) {
        int[] origin = patch.origin();
        int pieces = 0;
        for (int file = 0; file < origin.length; file++) {
            pieces += isFollowing(origin, file) ? 0 : 1;
        }
        GraphRows rows = new GraphRows(pieces);
        Language[] before = languages(patch.base());
        Language[] after = languages(patch.files());
        int piece = 0;
        for (int file = 0; file < origin.length; ) {
            int end = file + 1;
            while (end < origin.length && isFollowing(origin, end)) {
                end++;
            }
            boolean isOld = origin[file] >= 0;
            int row = isOld ? origin[file] : -1 - origin[file];
            rows.isOld[piece] = isOld;
            rows.put(piece++, isOld ? patch.base() : patch.files(), isOld ? before : after, row, row + end - file);
            file = end;
        }
        rows.old = new OldSymbols(patch, rows);
        return rows;
    }

    private static boolean isFollowing(int[] origin, int file) {
        return file > 0
                && origin[file] < 0 == origin[file - 1] < 0
                && Math.abs(origin[file]) == Math.abs(origin[file - 1]) + 1;
    }

    private static Language[] languages(GraphColumns columns) {
        return Arrays.stream(columns.languages()).map(Language::new).toArray(Language[]::new);
    }

    /** Lets the files {@code from} to {@code end} of a table stand behind the pieces before. */
    private void put(int piece, GraphColumns columns, Language[] its, int from, int end) {
        int symbol = columns.fileFirstSymbol()[from];
        int endSymbol = columns.fileFirstSymbol()[end];
        int call = columns.symbolFirstCall()[symbol];
        table[piece] = columns;
        languages[piece] = its;
        fileShift[piece] = firstFile[piece] - from;
        symbolShift[piece] = firstSymbol[piece] - symbol;
        callShift[piece] = firstCall[piece] - call;
        firstFile[piece + 1] = firstFile[piece] + end - from;
        firstSymbol[piece + 1] = firstSymbol[piece] + endSymbol - symbol;
        firstCall[piece + 1] = firstCall[piece] + columns.symbolFirstCall()[endSymbol] - call;
    }

    /** Whether all rows stand in one set of tables that speaks of this graph alone. */
    boolean isWhole() {
        return old == null;
    }

    int pieces() {
        return table.length;
    }

    int files() {
        return firstFile[table.length];
    }

    int symbols() {
        return firstSymbol[table.length];
    }

    int calls() {
        return firstCall[table.length];
    }

    boolean isOld(int piece) {
        return isOld[piece];
    }

    int endSymbol(int piece) {
        return firstSymbol[piece + 1];
    }

    int endCall(int piece) {
        return firstCall[piece + 1];
    }

    int endFile(int piece) {
        return firstFile[piece + 1];
    }

    int ofFile(int file) {
        return piece(firstFile, file);
    }

    int ofSymbol(int symbol) {
        return piece(firstSymbol, symbol);
    }

    int ofCall(int call) {
        return piece(firstCall, call);
    }

    private static int piece(int[] first, int row) {
        return first.length == 2 ? 0 : last(first, first.length - 1, row);
    }

    /** The last of the first {@code count} elements, which are ascending, that is not greater; the first is not. */
    static int last(int[] ascending, int count, int value) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ascending[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The symbol that a piece's tables mean by a number, -1 for none. */
    int symbol(int piece, int told) {
        return told < 0 || !isOld[piece] || old == null ? told : old.now(told);
    }

    byte resolution(int call) {
        int piece = ofCall(call);
        return table[piece].callResolution()[call - callShift[piece]];
    }

    /** Ascending. */
    int[] overriders(int method) {
        int piece = ofSymbol(method);
        int row = method - symbolShift[piece];
        if (old != null) {
            return old.overriders(method, isOld[piece] ? row : old.before(row));
        }
        GraphColumns its = table[piece];
        return Arrays.copyOfRange(
                its.overriders(), its.symbolFirstOverrider()[row], its.symbolFirstOverrider()[row + 1]);
    }
}
