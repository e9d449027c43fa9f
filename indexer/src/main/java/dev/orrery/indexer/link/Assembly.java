package dev.orrery.indexer.link;

import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitLinks;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Declarations;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The units put together into one graph's columns. Rows of units whose facts and links are those of the assembly before are
 * copied from it, block by block; only their references to other rows are moved. What comes out depends on the units' facts
 * and links alone, except for the numbers of strings (see {@link GraphColumns#canonical}). Immutable once it is made.
 */
final class Assembly {
    private static final int STRINGS_WORTH_A_RESTART = 10_000;

    private final List<SourceUnit> units;
    private final UnitLinks[] links;
    private final int[] symbolOf;
    private final GraphStrings strings;
    private final int stringsAtStart;
    private final GraphColumns columns;

    private Assembly(
            List<SourceUnit> units, int[] symbolOf, GraphStrings strings, int stringsAtStart, GraphColumns columns) {
        this.units = units;
        this.links = new UnitLinks[units.size()];
        for (int file = 0; file < links.length; file++) {
            links[file] = units.get(file).links();
        }
        this.symbolOf = symbolOf;
        this.strings = strings;
        this.stringsAtStart = stringsAtStart;
        this.columns = columns;
    }

    /** The assembly of nothing; its strings are used by all that follow it. */
    static Assembly empty(GraphStrings strings) {
        return new Assembly(List.of(), new int[0], strings, 0, GraphColumns.empty());
    }

    GraphColumns columns() {
        return columns;
    }

    /** Whether so many strings are no longer used that it pays to begin with an empty assembly. */
    boolean isWorn() {
        return strings.count() > 2 * stringsAtStart + STRINGS_WORTH_A_RESTART;
    }

    /**
     * @param after sorted by path
     * @param handles one more than the largest handle
     */
    Assembly next(List<SourceUnit> after, int handles) {
        RowMoves moves = new RowMoves(units, links, columns.fileFirstSymbol(), symbolOf, after, handles);
        GraphColumns fresh = new Filling(after, moves).columns();
        int start = units.isEmpty() ? strings.count() : stringsAtStart;
        return new Assembly(after, moves.symbolOf, strings, start, fresh);
    }

    /** The next graph while it is filled, over the columns of this one. */
    private final class Filling {
        private final List<SourceUnit> after;
        private final RowMoves moves;
        private final SymbolColumns symbol;
        private final CallColumns call;

        Filling(List<SourceUnit> after, RowMoves moves) {
            this.after = after;
            this.moves = moves;
            this.symbol = new SymbolColumns(moves.firstSymbol[after.size()]);
            int calls = 0;
            for (SourceUnit unit : after) {
                calls += unit.facts().calls().count();
            }
            this.call = new CallColumns(calls);
        }

        GraphColumns columns() {
            FileColumns file = new FileColumns(after, strings);
            for (int at = 0; at < after.size(); at++) {
                if (moves.keptFrom[at] < 0) {
                    add(after.get(at), at);
                } else {
                    at = copyFrom(at);
                }
            }
            symbol.firstCall[symbol.count] = call.count;
            Relation supertypes = new Relation(symbol.count);
            Relation overriders = new Relation(symbol.count);
            copyPairs(supertypes, overriders);
            for (int at = 0; at < after.size(); at++) {
                if (moves.keptFrom[at] < 0) {
                    UnitLinks found = after.get(at).links();
                    supertypes.addAll(found.supertypes(), moves.symbolOf);
                    overriders.addAll(found.overrides(), moves.symbolOf);
                }
            }
            int[] supertypeTargets = supertypes.targets();
            int[] overriderTargets = overriders.sortedTargets();
            return new GraphColumns(
                    strings.toArray(),
                    file.languages,
                    file.path,
                    file.language,
                    file.packageName,
                    file.lines,
                    file.test,
                    moves.firstSymbol,
                    symbol.kind,
                    symbol.name,
                    symbol.parameters,
                    symbol.parent,
                    symbol.file,
                    symbol.line,
                    symbol.column,
                    symbol.startLine,
                    symbol.endLine,
                    symbol.modifiers,
                    symbol.firstCall,
                    supertypes.first(),
                    supertypeTargets,
                    overriders.first(),
                    overriderTargets,
                    call.callee,
                    call.name,
                    call.line,
                    call.column,
                    call.resolution,
                    call.firstCandidate,
                    call.candidates());
        }

        /** Copies the longest run of files that stood one after the other; returns the last one of it. */
        private int copyFrom(int first) {
            int last = first;
            while (last + 1 < after.size() && moves.keptFrom[last + 1] == moves.keptFrom[last] + 1) {
                last++;
            }
            int from = columns.fileFirstSymbol()[moves.keptFrom[first]];
            int end = columns.fileFirstSymbol()[moves.keptFrom[last] + 1];
            int firstCall = columns.symbolFirstCall()[from];
            symbol.copy(columns, from, end, first - moves.keptFrom[first], call.count - firstCall);
            call.copy(columns, firstCall, columns.symbolFirstCall()[end], moves.moved);
            return last;
        }

        private void add(SourceUnit unit, int file) {
            Declarations declarations = unit.facts().declarations();
            int base = symbol.count;
            for (int row = 0; row < declarations.count(); row++) {
                int parameters = unit.parameters(row);
                symbol.add(
                        declarations,
                        row,
                        strings.of(name(unit, row)),
                        parameters < 0 ? -1 : strings.of(parameters),
                        base,
                        file,
                        call.count);
                for (int place = unit.firstCall(row); place < unit.firstCall(row + 1); place++) {
                    addCall(unit, unit.call(place));
                }
            }
        }

        private void addCall(SourceUnit unit, int row) {
            UnitLinks found = unit.links();
            Calls facts = unit.facts().calls();
            int callee = found.callee()[row];
            call.add(
                    callee < 0 ? -1 : moves.symbolOf[callee],
                    strings.of(found.callName()[row]),
                    facts.line(row),
                    facts.column(row),
                    found.resolution()[row]);
            for (int candidate : found.candidates()[row]) {
                call.addCandidate(moves.symbolOf[candidate]);
            }
            call.endCandidates();
        }

        /** The pairs that kept files told: a type's supertypes are told by its file, an overridden method's overriders by theirs. */
        private void copyPairs(Relation supertypes, Relation overriders) {
            int[] file = columns.symbolFile();
            for (int from = 0; from < file.length; from++) {
                if (moves.isKept[file[from]]) {
                    int end = columns.symbolFirstSuper()[from + 1];
                    for (int i = columns.symbolFirstSuper()[from]; i < end; i++) {
                        supertypes.add(moves.moved[from], moves.moved[columns.supertypes()[i]]);
                    }
                }
                int end = columns.symbolFirstOverrider()[from + 1];
                for (int i = columns.symbolFirstOverrider()[from]; i < end; i++) {
                    int overrider = columns.overriders()[i];
                    if (moves.isKept[file[overrider]]) {
                        overriders.add(moves.moved[from], moves.moved[overrider]);
                    }
                }
            }
        }
    }

    private static int name(SourceUnit unit, int row) {
        Declarations declarations = unit.facts().declarations();
        boolean script = declarations.kind(row) == SymbolKind.INITIALIZER && declarations.parent(row) < 0;
        return script && unit.facts().name(row).isEmpty() ? unit.stemName() : unit.name(declarations.name(row));
    }

    private static final class FileColumns {
        final String[] languages;
        final int[] path;
        final byte[] language;
        final int[] packageName;
        final int[] lines;
        final byte[] test;

        FileColumns(List<SourceUnit> units, GraphStrings strings) {
            TreeSet<String> ids = new TreeSet<>();
            for (SourceUnit unit : units) {
                ids.add(unit.language().id());
            }
            languages = ids.toArray(String[]::new);
            path = new int[units.size()];
            language = new byte[units.size()];
            packageName = new int[units.size()];
            lines = new int[units.size()];
            test = new byte[units.size()];
            for (int file = 0; file < units.size(); file++) {
                SourceUnit unit = units.get(file);
                path[file] = strings.of(unit.pathName());
                language[file] =
                        (byte) Arrays.binarySearch(languages, unit.language().id());
                packageName[file] = strings.of(unit.packageName());
                lines[file] = unit.facts().lines();
                test[file] = (byte) (unit.isTest() ? 1 : 0);
            }
        }
    }
}
