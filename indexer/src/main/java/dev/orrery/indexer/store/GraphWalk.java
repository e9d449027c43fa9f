package dev.orrery.indexer.store;

import dev.orrery.api.GraphColumns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over the columns of a graph, for writing and for reading. A cell is told as its difference from what the
 * columns before it let expect, in the context of the cell beside it that says most: lines from the row above, starts from those
 * above, strings from what followed last time, callees from those that were called last, called names from the callee, columns of
 * calls from the call before on the line. The file of a symbol is not told.
 */
final class GraphWalk {
    /** How many streams there are, generously. */
    static final int STREAMS = 96;

    private static final int OWN = 0;
    private static final byte[] NOTHING = {};

    private final CellCoder coder;
    private final StringCells strings;
    private int stream;

    GraphWalk(CellCoder coder) {
        this.coder = coder;
        this.strings = new StringCells(coder);
    }

    /** What a cell is expected to be, from its row and the cells of its column above. */
    private interface Expected {
        int cell(int row, int[] column);
    }

    private static int above(int row, int[] column) {
        return row == 0 ? 0 : column[row - 1];
    }

    private static int none(int row, int[] column) {
        return 0;
    }

    /** Writes {@code c}, or reads columns and then needs nothing of what is given but its shape. */
    GraphColumns walk(GraphColumns c) throws DamagedException {
        String[] texts = texts(c.strings());
        String[] languages = texts(c.languages());
        int[] path = strings(c.filePath(), NOTHING, null);
        byte[] language = bytes(c.fileLanguage());
        int[] packageName = strings(c.filePackage(), NOTHING, null);
        int[] lines = column(c.fileLines(), NOTHING, GraphWalk::none);
        byte[] test = bytes(c.fileTest());
        int[] firstSymbol = column(c.fileFirstSymbol(), NOTHING, GraphWalk::above);
        byte[] kind = bytes(c.symbolKind());
        int[] name = strings(c.symbolName(), kind, null);
        int[] parameters = strings(c.symbolParameters(), kind, name);
        int[] parent = column(c.symbolParent(), kind, GraphWalk::above);
        int[] modifiers = labels(c.symbolModifiers(), kind);
        int[] line = column(c.symbolLine(), kind, GraphWalk::above);
        int[] column = column(c.symbolColumn(), kind, GraphWalk::none);
        int[] startLine = column(c.symbolStartLine(), kind, (row, done) -> at(line, row));
        int[] endLine = column(c.symbolEndLine(), kind, (row, done) -> at(line, row));
        int[] firstCall = column(c.symbolFirstCall(), kind, GraphWalk::above);
        int[] firstSuper = column(c.symbolFirstSuper(), kind, GraphWalk::above);
        int[] supertypes = column(c.supertypes(), NOTHING, GraphWalk::above);
        int[] firstOverrider = column(c.symbolFirstOverrider(), kind, GraphWalk::above);
        int[] overriders = column(c.overriders(), NOTHING, GraphWalk::above);
        byte[] resolution = bytes(c.callResolution());
        int[] caller = owners(firstCall, resolution.length);
        int[] callee = callees(c.callCallee(), resolution, caller);
        int[] callName = calledNames(c.callName(), resolution, callee, name);
        int[] callLine = column(
                c.callLine(),
                sameAsAbove(caller),
                (row, done) ->
                        row > 0 && at(caller, row) == at(caller, row - 1) ? done[row - 1] : at(line, at(caller, row)));
        int[] callColumn = callColumns(c.callColumn(), callLine, caller);
        int[] firstCandidate = column(c.callFirstCandidate(), resolution, GraphWalk::above);
        int[] candidates = column(c.candidates(), NOTHING, GraphWalk::above);
        return new GraphColumns(
                texts,
                languages,
                path,
                language,
                packageName,
                lines,
                test,
                firstSymbol,
                kind,
                name,
                parameters,
                parent,
                owners(firstSymbol, kind.length),
                line,
                column,
                startLine,
                endLine,
                modifiers,
                firstCall,
                firstSuper,
                supertypes,
                firstOverrider,
                overriders,
                callee,
                callName,
                callLine,
                callColumn,
                resolution,
                firstCandidate,
                candidates);
    }

    private static int at(int[] column, int row) {
        return row >= 0 && row < column.length ? column[row] : 0;
    }

    private static int at(byte[] column, int row) {
        return row < column.length ? column[row] : 0;
    }

    /** The row in whose range each of {@code count} rows lies, where each range begins at a start. */
    private static int[] owners(int[] starts, int count) {
        int[] owners = new int[count];
        for (int owner = 0; owner + 1 < starts.length; owner++) {
            int start = Math.clamp(starts[owner], 0, count);
            Arrays.fill(owners, start, Math.clamp(starts[owner + 1], start, count), owner);
        }
        return owners;
    }

    private static byte[] sameAsAbove(int[] column) {
        byte[] same = new byte[column.length];
        for (int row = 1; row < column.length; row++) {
            same[row] = (byte) (column[row] == column[row - 1] ? 1 : 0);
        }
        return same;
    }

    private String[] texts(String[] given) throws DamagedException {
        String[] texts = new String[coder.count(++stream, given.length)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = coder.text(coder.isReading() ? "" : given[i]);
        }
        return texts;
    }

    private byte[] bytes(byte[] given) throws DamagedException {
        int rows = coder.count(++stream, given.length);
        byte[] cells = coder.isReading() ? new byte[rows] : given;
        stream++;
        for (int row = 0; row < rows; row++) {
            byte cell = (byte) coder.near(stream, cells[row], 0, 0);
            if (coder.isReading()) {
                cells[row] = cell;
            }
        }
        return cells;
    }

    /** The rows of a column, those given where they are written; the stream is then that of its cells. */
    private int[] rows(int[] given) throws DamagedException {
        int rows = coder.count(++stream, given.length);
        stream++;
        return coder.isReading() ? new int[rows] : given;
    }

    /** Puts a cell that was read into its place; where one is written it stands there, and others may be looking. */
    private void put(int[] cells, int row, int cell) {
        if (coder.isReading()) {
            cells[row] = cell;
        }
    }

    private int[] column(int[] given, byte[] beside, Expected expected) throws DamagedException {
        int[] cells = rows(given);
        for (int row = 0; row < cells.length; row++) {
            put(cells, row, coder.near(stream, cells[row], expected.cell(row, cells), at(beside, row)));
        }
        return cells;
    }

    private int[] labels(int[] given, byte[] beside) throws DamagedException {
        int[] cells = rows(given);
        for (int row = 0; row < cells.length; row++) {
            put(cells, row, coder.label(stream, cells[row], at(beside, row)));
        }
        stream++;
        return cells;
    }

    /** @param owner what the string beside each cell is, which lets it be expected; null where it is the one above */
    private int[] strings(int[] given, byte[] beside, int @Nullable [] owner) throws DamagedException {
        int[] cells = rows(given);
        for (int row = 0; row < cells.length; row++) {
            int of = owner != null ? at(owner, row) : row == 0 ? 0 : cells[row - 1];
            put(cells, row, strings.string(stream, cells[row], of, at(beside, row)));
        }
        stream += StringCells.STREAMS - 1;
        return cells;
    }

    private int[] callees(int[] given, byte[] resolution, int[] caller) throws DamagedException {
        int[] cells = rows(given);
        Recent recent = new Recent();
        for (int row = 0; row < cells.length; row++) {
            int place = coder.unsigned(stream, recent.place(cells[row]), at(resolution, row));
            int cell = recent.has(place)
                    ? recent.get(place)
                    : coder.near(stream + 1, cells[row], at(caller, row), at(resolution, row));
            put(cells, row, cell);
            recent.add(cells[row]);
        }
        stream++;
        return cells;
    }

    /** The name of a callee inside the repository is mostly its own. */
    private int[] calledNames(int[] given, byte[] resolution, int[] callee, int[] name) throws DamagedException {
        int[] cells = rows(given);
        Recent recent = new Recent();
        int lastOther = 0;
        for (int row = 0; row < cells.length; row++) {
            boolean isKnown = callee[row] >= 0 && callee[row] < name.length;
            int own = isKnown ? name[callee[row]] : -1;
            int code = isKnown && own == cells[row] ? OWN : 1 + recent.place(cells[row]);
            int place = coder.unsigned(stream, code, isKnown ? 1 : 0) - 1;
            if (place < 0) {
                put(cells, row, own);
                continue;
            }
            int cell = recent.has(place)
                    ? recent.get(place)
                    : strings.string(stream + 1, cells[row], lastOther, at(resolution, row));
            put(cells, row, cell);
            lastOther = cells[row];
            recent.add(cells[row]);
        }
        stream += StringCells.STREAMS;
        return cells;
    }

    /** Calls that begin a line stand where others did, further ones behind those before them. */
    private int[] callColumns(int[] given, int[] line, int[] caller) throws DamagedException {
        int[] cells = rows(given);
        int lineBegins = 0;
        for (int row = 0; row < cells.length; row++) {
            boolean isFirst = row == 0 || at(line, row) != at(line, row - 1) || caller[row] != caller[row - 1];
            int near = isFirst ? lineBegins : cells[row - 1];
            put(cells, row, coder.near(isFirst ? stream : stream + 1, cells[row], near, 0));
            lineBegins = isFirst ? cells[row] : lineBegins;
        }
        stream++;
        return cells;
    }
}
