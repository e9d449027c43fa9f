package dev.orrery.indexer.store;

import dev.orrery.api.GraphColumns;

/** Makes sure that no row of stored columns points where there is nothing, so that readers need not ask. */
final class GraphCheck {
    private GraphCheck() {}

    static void check(GraphColumns c, int kinds, int resolutions) throws DamagedException {
        int strings = c.strings().length;
        int files = c.filePath().length;
        int symbols = c.symbolKind().length;
        int calls = c.callCallee().length;
        lengths(files, c.fileLanguage().length, c.filePackage().length, c.fileLines().length, c.fileTest().length);
        lengths(symbols, c.symbolName().length, c.symbolParameters().length, c.symbolParent().length);
        lengths(symbols, c.symbolFile().length, c.symbolLine().length, c.symbolColumn().length);
        lengths(symbols, c.symbolStartLine().length, c.symbolEndLine().length, c.symbolModifiers().length);
        lengths(calls, c.callName().length, c.callLine().length, c.callColumn().length, c.callResolution().length);
        range(c.filePath(), 0, strings);
        range(c.filePackage(), 0, strings);
        range(c.fileLanguage(), c.languages().length);
        range(c.symbolKind(), kinds);
        range(c.symbolName(), 0, strings);
        range(c.symbolParameters(), -1, strings);
        parents(c.symbolParent());
        range(c.symbolFile(), 0, files);
        range(c.supertypes(), 0, symbols);
        range(c.overriders(), 0, symbols);
        range(c.callCallee(), -1, symbols);
        range(c.callName(), 0, strings);
        range(c.callResolution(), GraphColumns.NOT_VIRTUAL + resolutions);
        range(c.candidates(), 0, symbols);
        starts(c.fileFirstSymbol(), files, symbols);
        starts(c.symbolFirstCall(), symbols, calls);
        starts(c.symbolFirstSuper(), symbols, c.supertypes().length);
        starts(c.symbolFirstOverrider(), symbols, c.overriders().length);
        starts(c.callFirstCandidate(), calls, c.candidates().length);
    }

    private static void lengths(int expected, int... lengths) throws DamagedException {
        for (int length : lengths) {
            require(length == expected, "column length");
        }
    }

    private static void range(int[] column, int from, int to) throws DamagedException {
        for (int cell : column) {
            require(cell >= from && cell < to, "row out of range");
        }
    }

    private static void range(byte[] column, int to) throws DamagedException {
        for (byte cell : column) {
            require(cell >= 0 && cell < to, "number out of range");
        }
    }

    /** A parent stands before its children, so that walking up ends. */
    private static void parents(int[] parents) throws DamagedException {
        for (int symbol = 0; symbol < parents.length; symbol++) {
            require(parents[symbol] >= -1 && parents[symbol] < symbol, "parent");
        }
    }

    private static void starts(int[] starts, int rows, int end) throws DamagedException {
        require(rows == 0 && starts.length <= 1 && end == 0 || starts.length == rows + 1, "starts");
        int previous = 0;
        for (int start : starts) {
            require(start >= previous && start <= end, "start");
            previous = start;
        }
        require(rows == 0 || starts[0] == 0 && starts[rows] == end, "end");
    }

    private static void require(boolean holds, String what) throws DamagedException {
        if (!holds) {
            throw new DamagedException(what);
        }
    }
}
