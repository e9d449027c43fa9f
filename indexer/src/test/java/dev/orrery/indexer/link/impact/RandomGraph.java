package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Random graphs that hold together: types with methods, local classes in methods, overrides, calls of every resolution. */
final class RandomGraph {
    private static final SymbolKind[] KINDS = {SymbolKind.CLASS, SymbolKind.METHOD, SymbolKind.METHOD, SymbolKind.METHOD
    };

    private final Random random;
    private final int symbols;

    private RandomGraph(Random random, int symbols) {
        this.random = random;
        this.symbols = symbols;
    }

    static CodeGraph of(Random random, int symbols, int calls) {
        return new RandomGraph(random, symbols).graph(calls);
    }

    private CodeGraph graph(int calls) {
        int files = 1 + random.nextInt(4);
        int[] firstSymbol = cuts(files, symbols);
        byte[] kind = new byte[symbols];
        int[] parent = new int[symbols];
        int[] file = new int[symbols];
        for (int f = 0; f < files; f++) {
            for (int symbol = firstSymbol[f]; symbol < firstSymbol[f + 1]; symbol++) {
                kind[symbol] = (byte) KINDS[random.nextInt(KINDS.length)].ordinal();
                int above = symbol - firstSymbol[f];
                parent[symbol] = above == 0 || random.nextInt(4) == 0 ? -1 : firstSymbol[f] + random.nextInt(above);
                file[symbol] = f;
            }
        }
        int[] types = kinds(kind, SymbolKind.CLASS);
        int[] methods = kinds(kind, SymbolKind.METHOD);
        Rows called = rows(symbols, methods, calls, methods);
        int[] callee = called.targets;
        byte[] resolution = new byte[callee.length];
        for (int call = 0; call < resolution.length; call++) {
            resolution[call] = (byte) random.nextInt(Resolution.values().length);
            callee[call] = resolution[call] == Resolution.EXTERNAL.ordinal() ? -1 : callee[call];
            resolution[call] |= (byte) (random.nextInt(4) == 0 ? GraphColumns.NOT_VIRTUAL : 0);
        }
        int[] paths = new int[files];
        String[] strings = new String[files + 1];
        strings[files] = "name";
        for (int f = 0; f < files; f++) {
            paths[f] = f;
            strings[f] = "f" + f;
        }
        Rows supers = rows(symbols, types, symbols / 4, types);
        Rows overriders = rows(symbols, methods, symbols / 4, methods);
        Rows candidates = rows(callee.length, range(callee.length), callee.length / 8, methods);
        return new CodeGraph(
                1,
                new GraphColumns(
                        strings,
                        new String[] {"java"},
                        paths,
                        new byte[files],
                        filled(files, files),
                        filled(files, 1),
                        new byte[files],
                        firstSymbol,
                        kind,
                        filled(symbols, files),
                        filled(symbols, -1),
                        parent,
                        file,
                        filled(symbols, 1),
                        filled(symbols, 1),
                        filled(symbols, 1),
                        filled(symbols, 1),
                        new int[symbols],
                        called.first,
                        supers.first,
                        supers.targets,
                        overriders.first,
                        overriders.targets,
                        callee,
                        filled(callee.length, files),
                        filled(callee.length, 1),
                        filled(callee.length, 1),
                        resolution,
                        candidates.first,
                        candidates.targets));
    }

    private record Rows(int[] first, int[] targets) {}

    /** {@code count} pairs of one of {@code from} and one of {@code to}, grouped by the former. */
    private Rows rows(int rows, int[] from, int count, int[] to) {
        int pairs = from.length == 0 || to.length == 0 ? 0 : count;
        int[] first = new int[rows + 1];
        for (int i = 0; i < pairs; i++) {
            first[from[random.nextInt(from.length)] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return new Rows(
                first,
                random.ints(pairs, 0, Math.max(1, to.length)).map(i -> to[i]).toArray());
    }

    private static int[] range(int length) {
        return IntStream.range(0, length).toArray();
    }

    private static int[] kinds(byte[] kind, SymbolKind wanted) {
        return IntStream.range(0, kind.length)
                .filter(i -> kind[i] == wanted.ordinal())
                .toArray();
    }

    /** Random boundaries of {@code parts} contiguous ranges that cover {@code total}. */
    private int[] cuts(int parts, int total) {
        int[] cuts = new int[parts + 1];
        for (int i = 1; i < parts; i++) {
            cuts[i] = random.nextInt(total + 1);
        }
        cuts[parts] = total;
        Arrays.sort(cuts);
        return cuts;
    }

    private static int[] filled(int length, int value) {
        int[] column = new int[length];
        Arrays.fill(column, value);
        return column;
    }

    static TreeSet<Integer> some(Random random, int symbols) {
        TreeSet<Integer> some = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(random.nextInt(symbols));
        }
        return some;
    }
}
