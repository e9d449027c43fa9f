package dev.orrery.indexer.text.names;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.List;

/** Makes graphs of a few symbols, one file each, with calls from the first symbol. */
final class SmallGraph {
    private final List<String> strings = new ArrayList<>(List.of(""));
    private final List<Row> rows = new ArrayList<>();

    private record Row(String path, SymbolKind kind, String name, int test, int calls) {}

    SmallGraph add(String path, SymbolKind kind, String name, int calls) {
        rows.add(new Row(path, kind, name, path.contains("test") ? 1 : 0, calls));
        return this;
    }

    CodeGraph build() {
        rows.sort(java.util.Comparator.comparing(Row::path));
        int size = rows.size();
        int[] identity = java.util.stream.IntStream.rangeClosed(0, size).toArray();
        int[] callees = java.util.stream.IntStream.range(0, size)
                .flatMap(row -> java.util.stream.IntStream.generate(() -> row).limit(rows.get(row).calls))
                .toArray();
        int[] firstCall = new int[size + 1];
        java.util.Arrays.fill(firstCall, 1, size + 1, callees.length);
        int[] zeros = new int[size];
        int[] ones = filled(size, 1);
        return new CodeGraph(
                1,
                new GraphColumns(
                        named(),
                        new String[] {"java"},
                        column(Row::path),
                        new byte[size],
                        zeros,
                        ones,
                        bytes(Row::test),
                        identity,
                        bytes(row -> row.kind.ordinal()),
                        column(Row::name),
                        filled(size, -1),
                        filled(size, -1),
                        java.util.Arrays.copyOf(identity, size),
                        ones,
                        ones,
                        ones,
                        ones,
                        zeros,
                        firstCall,
                        new int[size + 1],
                        new int[0],
                        new int[size + 1],
                        new int[0],
                        callees,
                        new int[callees.length],
                        filled(callees.length, 1),
                        filled(callees.length, 1),
                        new byte[callees.length],
                        new int[callees.length + 1],
                        new int[0]));
    }

    private String[] named() {
        for (Row row : rows) {
            strings.add(row.path);
            strings.add(row.name);
        }
        return strings.stream().distinct().toArray(String[]::new);
    }

    private int[] column(java.util.function.Function<Row, String> value) {
        List<String> distinct = strings.stream().distinct().toList();
        return rows.stream().mapToInt(row -> distinct.indexOf(value.apply(row))).toArray();
    }

    private byte[] bytes(java.util.function.ToIntFunction<Row> value) {
        byte[] bytes = new byte[rows.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value.applyAsInt(rows.get(i));
        }
        return bytes;
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
