package dev.orrery.api;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts the pieces of a graph together into one set of tables. Confined to one thread. */
final class WholeColumns {
    private final GraphRows rows;
    private final int[] firstFile;
    private final int[] firstSymbol;
    private final int[] firstCall;

    WholeColumns(GraphRows rows) {
        this.rows = rows;
        int pieces = rows.pieces();
        firstFile = new int[pieces + 1];
        firstSymbol = new int[pieces + 1];
        firstCall = new int[pieces + 1];
        for (int piece = 0; piece < pieces; piece++) {
            firstFile[piece + 1] = rows.endFile(piece);
            firstSymbol[piece + 1] = rows.endSymbol(piece);
            firstCall[piece + 1] = rows.endCall(piece);
        }
    }

    GraphColumns columns() {
        String[] languages = languages();
        Starts supertypes = supertypes();
        Starts overriders = overriders();
        Starts candidates = candidates();
        return new GraphColumns(
                strings(),
                languages,
                ints(firstFile, rows.fileShift, GraphColumns::filePath),
                language(languages),
                ints(firstFile, rows.fileShift, GraphColumns::filePackage),
                ints(firstFile, rows.fileShift, GraphColumns::fileLines),
                bytes(firstFile, rows.fileShift, GraphColumns::fileTest),
                starts(firstFile, rows.fileShift, rows.symbolShift, GraphColumns::fileFirstSymbol, rows.symbols()),
                bytes(firstSymbol, rows.symbolShift, GraphColumns::symbolKind),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolName),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolParameters),
                shifted(rows.symbolShift, GraphColumns::symbolParent),
                shifted(rows.fileShift, GraphColumns::symbolFile),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolLine),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolColumn),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolStartLine),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolEndLine),
                ints(firstSymbol, rows.symbolShift, GraphColumns::symbolModifiers),
                starts(firstSymbol, rows.symbolShift, rows.callShift, GraphColumns::symbolFirstCall, rows.calls()),
                supertypes.first,
                supertypes.targets(),
                overriders.first,
                overriders.targets(),
                callee(),
                ints(firstCall, rows.callShift, GraphColumns::callName),
                ints(firstCall, rows.callShift, GraphColumns::callLine),
                ints(firstCall, rows.callShift, GraphColumns::callColumn),
                bytes(firstCall, rows.callShift, GraphColumns::callResolution),
                candidates.first,
                candidates.targets());
    }

    /** The patch's strings begin with those of its base. */
    private String[] strings() {
        String[] longest = {};
        for (GraphColumns table : rows.table) {
            longest = table.strings().length > longest.length ? table.strings() : longest;
        }
        return longest;
    }

    private String[] languages() {
        TreeSet<String> used = new TreeSet<>();
        for (int piece = 0; piece < rows.pieces(); piece++) {
            for (int file = firstFile[piece]; file < firstFile[piece + 1]; file++) {
                GraphColumns table = rows.table[piece];
                used.add(table.languages()[table.fileLanguage()[file - rows.fileShift[piece]]]);
            }
        }
        return used.toArray(String[]::new);
    }

    private byte[] language(String[] languages) {
        byte[] column = new byte[rows.files()];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            GraphColumns table = rows.table[piece];
            for (int file = firstFile[piece]; file < firstFile[piece + 1]; file++) {
                String id = table.languages()[table.fileLanguage()[file - rows.fileShift[piece]]];
                column[file] = (byte) Arrays.binarySearch(languages, id);
            }
        }
        return column;
    }

    private int[] ints(int[] first, int[] shift, Function<GraphColumns, int[]> from) {
        int[] column = new int[first[rows.pieces()]];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int length = first[piece + 1] - first[piece];
            System.arraycopy(from.apply(rows.table[piece]), first[piece] - shift[piece], column, first[piece], length);
        }
        return column;
    }

    private byte[] bytes(int[] first, int[] shift, Function<GraphColumns, byte[]> from) {
        byte[] column = new byte[first[rows.pieces()]];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int length = first[piece + 1] - first[piece];
            System.arraycopy(from.apply(rows.table[piece]), first[piece] - shift[piece], column, first[piece], length);
        }
        return column;
    }

    /** A column of rows of another table, for which {@code end} stands at the end. */
    private int[] starts(int[] first, int[] shift, int[] by, Function<GraphColumns, int[]> from, int end) {
        int[] column = new int[first[rows.pieces()] + 1];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] its = from.apply(rows.table[piece]);
            for (int row = first[piece]; row < first[piece + 1]; row++) {
                column[row] = its[row - shift[piece]] + by[piece];
            }
        }
        column[first[rows.pieces()]] = end;
        return column;
    }

    /** A column of the symbol table whose numbers, where there are some, move with the pieces. */
    private int[] shifted(int[] by, Function<GraphColumns, int[]> from) {
        int[] column = new int[rows.symbols()];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] its = from.apply(rows.table[piece]);
            for (int row = firstSymbol[piece]; row < firstSymbol[piece + 1]; row++) {
                int told = its[row - rows.symbolShift[piece]];
                column[row] = told < 0 ? -1 : told + by[piece];
            }
        }
        return column;
    }

    private int[] callee() {
        int[] column = new int[rows.calls()];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] its = rows.table[piece].callCallee();
            for (int row = firstCall[piece]; row < firstCall[piece + 1]; row++) {
                column[row] = rows.symbol(piece, its[row - rows.callShift[piece]]);
            }
        }
        return column;
    }

    private Starts supertypes() {
        Starts supertypes = new Starts(rows.symbols());
        for (int piece = 0; piece < rows.pieces(); piece++) {
            GraphColumns table = rows.table[piece];
            for (int symbol = firstSymbol[piece]; symbol < firstSymbol[piece + 1]; symbol++) {
                int row = symbol - rows.symbolShift[piece];
                for (int i = table.symbolFirstSuper()[row]; i < table.symbolFirstSuper()[row + 1]; i++) {
                    supertypes.add(rows.symbol(piece, table.supertypes()[i]));
                }
                supertypes.end(symbol);
            }
        }
        return supertypes;
    }

    private Starts overriders() {
        Starts overriders = new Starts(rows.symbols());
        for (int symbol = 0; symbol < rows.symbols(); symbol++) {
            for (int overrider : rows.overriders(symbol)) {
                overriders.add(overrider);
            }
            overriders.end(symbol);
        }
        return overriders;
    }

    private Starts candidates() {
        Starts candidates = new Starts(rows.calls());
        for (int piece = 0; piece < rows.pieces(); piece++) {
            GraphColumns table = rows.table[piece];
            for (int call = firstCall[piece]; call < firstCall[piece + 1]; call++) {
                int row = call - rows.callShift[piece];
                for (int i = table.callFirstCandidate()[row]; i < table.callFirstCandidate()[row + 1]; i++) {
                    candidates.add(rows.symbol(piece, table.candidates()[i]));
                }
                candidates.end(call);
            }
        }
        return candidates;
    }

    /** A table of which each row of another one has a range. */
    private static final class Starts {
        final int[] first;
        private int[] targets = new int[1024];
        private int count;

        Starts(int rows) {
            first = new int[rows + 1];
        }

        void add(int target) {
            if (count == targets.length) {
                targets = Arrays.copyOf(targets, count * 2);
            }
            targets[count++] = target;
        }

        void end(int row) {
            first[row + 1] = count;
        }

        int[] targets() {
            return Arrays.copyOf(targets, count);
        }
    }
}
