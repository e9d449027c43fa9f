package dev.orrery.indexer.link;

import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitLinks;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the units together into one graph's columns. What comes out depends on the units' facts and links alone, not on the
 * numbers that handles and names happen to have.
 */
final class Assembly {
    private final List<SourceUnit> units;
    private final CanonicalStrings strings;
    private final int[] symbolOf;
    private final int[] firstSymbol;
    private final int symbols;
    private final int calls;

    /**
     * @param units sorted by path
     * @param handles one more than the largest handle
     */
    Assembly(List<SourceUnit> units, Names names, int handles) {
        this.units = units;
        strings = new CanonicalStrings(names);
        symbolOf = new int[handles];
        Arrays.fill(symbolOf, -1);
        firstSymbol = new int[units.size() + 1];
        int callCount = 0;
        for (int file = 0; file < units.size(); file++) {
            FileFacts facts = units.get(file).facts();
            int count = facts.declarations().count();
            for (int row = 0; row < count; row++) {
                symbolOf[units.get(file).handle(row)] = firstSymbol[file] + row;
            }
            firstSymbol[file + 1] = firstSymbol[file] + count;
            callCount += facts.calls().count();
        }
        symbols = firstSymbol[units.size()];
        calls = callCount;
    }

    GraphColumns columns() {
        FileColumns files = new FileColumns(units.size());
        SymbolColumns symbol = new SymbolColumns(symbols);
        CallColumns call = new CallColumns(calls);
        String[] languages = units.stream()
                .map(unit -> unit.language().id())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        for (int file = 0; file < units.size(); file++) {
            SourceUnit unit = units.get(file);
            files.path[file] = strings.of(unit.pathName());
            files.language[file] =
                    (byte) Arrays.binarySearch(languages, unit.language().id());
            files.packageName[file] = strings.of(unit.packageName());
            files.lines[file] = unit.facts().lines();
            files.test[file] = (byte) (unit.isTest() ? 1 : 0);
            symbols(unit, file, symbol, call);
        }
        symbol.firstCall[symbols] = call.count;
        Relation supertypes = new Relation(symbols);
        Relation overriders = new Relation(symbols);
        for (SourceUnit unit : units) {
            supertypes.count(unit.links().supertypes(), symbolOf);
            overriders.count(unit.links().overrides(), symbolOf);
        }
        for (SourceUnit unit : units) {
            supertypes.add(unit.links().supertypes(), symbolOf);
            overriders.add(unit.links().overrides(), symbolOf);
        }
        overriders.sort();
        return new GraphColumns(
                strings.toArray(),
                languages,
                files.path,
                files.language,
                files.packageName,
                files.lines,
                files.test,
                firstSymbol,
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
                supertypes.targets(),
                overriders.first(),
                overriders.targets(),
                call.callee,
                call.name,
                call.line,
                call.column,
                call.resolution,
                call.firstCandidate,
                call.candidates());
    }

    private void symbols(SourceUnit unit, int file, SymbolColumns symbol, CallColumns call) {
        Declarations declarations = unit.facts().declarations();
        int base = firstSymbol[file];
        for (int row = 0; row < declarations.count(); row++) {
            int at = base + row;
            symbol.kind[at] = (byte) declarations.kind(row).ordinal();
            symbol.name[at] = strings.of(name(unit, row));
            int parameters = unit.parameters(row);
            symbol.parameters[at] = parameters < 0 ? -1 : strings.of(parameters);
            int parent = declarations.parent(row);
            symbol.parent[at] = parent < 0 ? -1 : base + parent;
            symbol.file[at] = file;
            symbol.line[at] = declarations.line(row);
            symbol.column[at] = declarations.column(row);
            symbol.startLine[at] = declarations.startLine(row);
            symbol.endLine[at] = declarations.endLine(row);
            symbol.modifiers[at] = declarations.modifiers(row);
            symbol.firstCall[at] = call.count;
            for (int place = unit.firstCall(row); place < unit.firstCall(row + 1); place++) {
                call(unit, unit.call(place), call);
            }
        }
    }

    private static int name(SourceUnit unit, int row) {
        Declarations declarations = unit.facts().declarations();
        boolean script = declarations.kind(row) == SymbolKind.INITIALIZER && declarations.parent(row) < 0;
        return script && unit.facts().name(row).isEmpty() ? unit.stemName() : unit.name(declarations.name(row));
    }

    private void call(SourceUnit unit, int row, CallColumns call) {
        UnitLinks links = unit.links();
        Calls facts = unit.facts().calls();
        int callee = links.callee()[row];
        call.add(
                callee < 0 ? -1 : symbolOf[callee],
                strings.of(links.callName()[row]),
                facts.line(row),
                facts.column(row),
                links.resolution()[row]);
        for (int candidate : links.candidates()[row]) {
            call.addCandidate(symbolOf[candidate]);
        }
        call.endCandidates();
    }

    private static final class FileColumns {
        final int[] path;
        final byte[] language;
        final int[] packageName;
        final int[] lines;
        final byte[] test;

        FileColumns(int count) {
            path = new int[count];
            language = new byte[count];
            packageName = new int[count];
            lines = new int[count];
            test = new byte[count];
        }
    }

    private static final class SymbolColumns {
        final byte[] kind;
        final int[] name;
        final int[] parameters;
        final int[] parent;
        final int[] file;
        final int[] line;
        final int[] column;
        final int[] startLine;
        final int[] endLine;
        final int[] modifiers;
        final int[] firstCall;

        SymbolColumns(int count) {
            kind = new byte[count];
            name = new int[count];
            parameters = new int[count];
            parent = new int[count];
            file = new int[count];
            line = new int[count];
            column = new int[count];
            startLine = new int[count];
            endLine = new int[count];
            modifiers = new int[count];
            firstCall = new int[count + 1];
        }
    }
}
