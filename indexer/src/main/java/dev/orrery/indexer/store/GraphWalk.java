package dev.orrery.indexer.store;

import dev.orrery.api.GraphColumns;
import java.util.Arrays;

/**
 * The one walk over the columns of a graph, for writing and for reading. A cell is told as its difference from what the
 * columns before it let expect: lines from the row above, starts from those above, strings from the next one that has not
 * been used, callees from those that were called last, called names from the callee. The file of a symbol is not told.
 */
final class GraphWalk {
    private static final int OWN = -1;

    private final CellCoder coder;
    private int stream;
    private int nextString;

    GraphWalk(CellCoder coder) {
        this.coder = coder;
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
        String[] strings = texts(c.strings());
        String[] languages = texts(c.languages());
        int[] path = strings(c.filePath());
        byte[] language = bytes(c.fileLanguage());
        int[] packageName = strings(c.filePackage());
        int[] lines = column(c.fileLines(), GraphWalk::none);
        byte[] test = bytes(c.fileTest());
        int[] firstSymbol = column(c.fileFirstSymbol(), GraphWalk::above);
        byte[] kind = bytes(c.symbolKind());
        int[] name = strings(c.symbolName());
        int[] parameters = strings(c.symbolParameters());
        int[] parent = column(c.symbolParent(), GraphWalk::above);
        int[] line = column(c.symbolLine(), GraphWalk::above);
        int[] column = column(c.symbolColumn(), GraphWalk::none);
        int[] startLine = column(c.symbolStartLine(), (row, done) -> at(line, row));
        int[] endLine = column(c.symbolEndLine(), (row, done) -> at(line, row));
        int[] modifiers = column(c.symbolModifiers(), GraphWalk::none);
        int[] firstCall = column(c.symbolFirstCall(), GraphWalk::above);
        int[] firstSuper = column(c.symbolFirstSuper(), GraphWalk::above);
        int[] supertypes = column(c.supertypes(), GraphWalk::above);
        int[] firstOverrider = column(c.symbolFirstOverrider(), GraphWalk::above);
        int[] overriders = column(c.overriders(), GraphWalk::above);
        byte[] resolution = bytes(c.callResolution());
        int[] caller = owners(firstCall, resolution.length);
        int[] callee = callees(c.callCallee(), caller);
        int[] callName = calledNames(c.callName(), callee, name);
        int[] callLine = column(
                c.callLine(),
                (row, done) ->
                        row > 0 && at(caller, row) == at(caller, row - 1) ? done[row - 1] : at(line, at(caller, row)));
        int[] callColumn = column(c.callColumn(), GraphWalk::none);
        int[] firstCandidate = column(c.callFirstCandidate(), GraphWalk::above);
        int[] candidates = column(c.candidates(), GraphWalk::above);
        return new GraphColumns(
                strings,
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

    /** The row in whose range each of {@code count} rows lies, where each range begins at a start. */
    private static int[] owners(int[] starts, int count) {
        int[] owners = new int[count];
        for (int owner = 0; owner + 1 < starts.length; owner++) {
            int start = Math.clamp(starts[owner], 0, count);
            Arrays.fill(owners, start, Math.clamp(starts[owner + 1], start, count), owner);
        }
        return owners;
    }

    private String[] texts(String[] given) throws DamagedException {
        String[] texts = new String[coder.count(++stream, given.length)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = coder.text(stream, coder.isReading() ? "" : given[i]);
        }
        return texts;
    }

    private byte[] bytes(byte[] given) throws DamagedException {
        byte[] cells = new byte[coder.count(++stream, given.length)];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = (byte) coder.near(stream, coder.isReading() ? 0 : given[row], 0);
        }
        return cells;
    }

    /** The rows of a column, as given where they are written. */
    private int[] rows(int[] given) throws DamagedException {
        int rows = coder.count(++stream, given.length);
        return coder.isReading() ? new int[rows] : given.clone();
    }

    private int[] column(int[] given, Expected expected) throws DamagedException {
        int[] cells = rows(given);
        for (int row = 0; row < cells.length; row++) {
            cells[row] = coder.near(stream, cells[row], expected.cell(row, cells));
        }
        return cells;
    }

    /** Strings, of which most are used for the first time; -1 stands for none. */
    private int[] strings(int[] given) throws DamagedException {
        int[] cells = rows(given);
        for (int row = 0; row < cells.length; row++) {
            boolean isNone = coder.near(stream, cells[row] < 0 ? 1 : 0, 0) != 0;
            cells[row] = isNone ? -1 : string(stream + 1, cells[row]);
        }
        stream++;
        return cells;
    }

    private int string(int of, int given) throws DamagedException {
        int string = coder.near(of, given, nextString);
        nextString = Math.max(nextString, string + 1);
        return string;
    }

    private int[] callees(int[] given, int[] caller) throws DamagedException {
        int[] cells = rows(given);
        Recent recent = new Recent();
        for (int row = 0; row < cells.length; row++) {
            int place = coder.near(stream, recent.place(cells[row]), 0);
            cells[row] = recent.has(place) ? recent.get(place) : coder.near(stream + 1, cells[row], at(caller, row));
            recent.add(cells[row]);
        }
        stream++;
        return cells;
    }

    /** The name of a callee inside the repository is mostly its own. */
    private int[] calledNames(int[] given, int[] callee, int[] name) throws DamagedException {
        int[] cells = rows(given);
        Recent recent = new Recent();
        for (int row = 0; row < cells.length; row++) {
            boolean isKnown = callee[row] >= 0 && callee[row] < name.length;
            int own = isKnown ? name[callee[row]] : -1;
            int place = coder.near(stream, isKnown && own == cells[row] ? OWN : recent.place(cells[row]), 0);
            if (place == OWN) {
                cells[row] = own;
                continue;
            }
            cells[row] = recent.has(place) ? recent.get(place) : string(stream + 1, cells[row]);
            recent.add(cells[row]);
        }
        stream++;
        return cells;
    }

    /** The different values that came last, the newest first. */
    private static final class Recent {
        private static final int KEPT = 32;

        private final int[] values = new int[KEPT];
        private int count;

        /** Where the value stands, or {@link #KEPT}. */
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
}
