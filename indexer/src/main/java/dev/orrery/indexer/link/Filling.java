package dev.orrery.indexer.link;

import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitLinks;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Fills tables with the rows of some units. Used once. */
final class Filling {
    private final List<SourceUnit> units;
    private final int[] firstOf;
    private final CurrentSymbols symbols;
    private final GraphStrings strings;
    private final int[] firstSymbol;
    private final SymbolColumns symbol;
    private final CallColumns call;

    /** @param firstOf by unit, sorted by path: its first symbol in the whole graph */
    Filling(Map<SourceUnit, Integer> firstOf, CurrentSymbols symbols, GraphStrings strings) {
        this.units = List.copyOf(firstOf.keySet());
        this.firstOf = firstOf.values().stream().mapToInt(Integer::intValue).toArray();
        this.symbols = symbols;
        this.strings = strings;
        this.firstSymbol = new int[units.size() + 1];
        int calls = 0;
        for (int file = 0; file < units.size(); file++) {
            firstSymbol[file + 1] = firstSymbol[file] + units.get(file).heads().count();
            calls += units.get(file).callCount();
        }
        this.symbol = new SymbolColumns(firstSymbol[units.size()]);
        this.call = new CallColumns(calls);
    }

    /** The tables of a graph of these units alone. */
    GraphColumns whole() {
        Relation overriders = new Relation(firstSymbol[units.size()]);
        int[] pairs = overrides();
        for (int i = 0; i < pairs.length; i += 2) {
            overriders.add(pairs[i], pairs[i + 1]);
        }
        return columns(overriders);
    }

    /** The tables of these units for a patch. */
    GraphColumns patch() {
        return columns(new Relation(firstSymbol[units.size()]));
    }

    /** Pairs of symbols, ascending: a method and one of these units that overrides it. */
    int[] overrides() {
        long[] pairs = new long
                [units.stream()
                        .mapToInt(unit -> unit.links().overrides().length / 2)
                        .sum()];
        int count = 0;
        for (SourceUnit unit : units) {
            int[] handles = unit.links().overrides();
            for (int i = 0; i < handles.length; i += 2) {
                pairs[count++] = (long) symbols.of(handles[i]) << 32 | symbols.of(handles[i + 1]);
            }
        }
        Arrays.sort(pairs);
        int[] flat = new int[2 * pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            flat[2 * i] = (int) (pairs[i] >>> 32);
            flat[2 * i + 1] = (int) pairs[i];
        }
        return flat;
    }

    private GraphColumns columns(Relation overriders) {
        FileColumns file = new FileColumns(units, strings);
        Relation supertypes = new Relation(firstSymbol[units.size()]);
        for (int at = 0; at < units.size(); at++) {
            SourceUnit unit = units.get(at);
            add(unit, at);
            int[] pairs = unit.links().supertypes();
            for (int i = 0; i < pairs.length; i += 2) {
                int type = symbols.of(pairs[i]) - firstOf[at] + firstSymbol[at];
                supertypes.add(type, symbols.of(pairs[i + 1]));
            }
        }
        symbol.firstCall[symbol.count] = call.count;
        int[] supertypeTargets = supertypes.targets();
        int[] overriderTargets = overriders.targets();
        return new GraphColumns(
                strings.toArray(),
                file.languages,
                file.path,
                file.language,
                file.packageName,
                file.lines,
                file.test,
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

    private void add(SourceUnit unit, int file) {
        FileFacts facts = unit.facts();
        Declarations declarations = facts.declarations();
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
                addCall(unit, facts.calls(), unit.call(place));
            }
        }
    }

    private void addCall(SourceUnit unit, Calls facts, int row) {
        UnitLinks found = unit.links();
        int callee = found.callee()[row];
        call.add(
                callee < 0 ? -1 : symbols.of(callee),
                strings.of(found.callName()[row]),
                facts.line(row),
                facts.column(row),
                found.resolution()[row]);
        for (int candidate : found.candidates()[row]) {
            call.addCandidate(symbols.of(candidate));
        }
        call.endCandidates();
    }

    private static int name(SourceUnit unit, int row) {
        boolean script =
                unit.heads().kind(row) == SymbolKind.INITIALIZER && unit.heads().parent(row) < 0;
        return script && unit.facts().name(row).isEmpty() ? unit.stemName() : unit.declared(row);
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
                lines[file] = unit.lines();
                test[file] = (byte) (unit.isTest() ? 1 : 0);
            }
        }
    }
}
