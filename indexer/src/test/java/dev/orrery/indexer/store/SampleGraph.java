package dev.orrery.indexer.store;

import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKind;
import java.lang.reflect.RecordComponent;
import java.util.Random;

/** Random columns that hold together. */
final class SampleGraph {
    private SampleGraph() {}

    static GraphColumns columns(Random random, int symbols) {
        int calls = symbols * 2;
        String[] strings = {"", "a", "bé", "c.d", "e"};
        int[] file = ints(symbols, i -> i < symbols / 2 ? 0 : 1);
        return new GraphColumns(
                strings,
                new String[] {"java", "go"},
                new int[] {1, 2},
                new byte[] {0, 1},
                new int[] {3, 0},
                new int[] {10, 20},
                new byte[] {0, 1},
                new int[] {0, symbols / 2, symbols},
                bytes(symbols, i -> random.nextInt(SymbolKind.values().length)),
                ints(symbols, i -> random.nextInt(strings.length)),
                ints(symbols, i -> random.nextInt(strings.length) - 1),
                ints(symbols, i -> i % (symbols / 2) == 0 ? -1 : i - 1),
                file,
                ints(symbols, i -> i + 1),
                ints(symbols, i -> random.nextInt(80) + 1),
                ints(symbols, i -> i + 1),
                ints(symbols, i -> i + 9),
                ints(symbols, i -> random.nextInt()),
                ints(symbols + 1, i -> i * 2),
                ints(symbols + 1, i -> i == symbols ? 1 : 0),
                new int[] {0},
                ints(symbols + 1, i -> i == 0 ? 0 : 1),
                new int[] {1},
                ints(calls, i -> random.nextInt(symbols + 1) - 1),
                ints(calls, i -> random.nextInt(strings.length)),
                ints(calls, i -> i),
                ints(calls, i -> 1),
                bytes(calls, i -> random.nextInt(4)),
                ints(calls + 1, i -> i),
                ints(calls, i -> random.nextInt(symbols)));
    }

    /** Changes one cell of one column to something arbitrary. */
    static void spoil(GraphColumns columns, Random random) throws ReflectiveOperationException {
        RecordComponent[] components = GraphColumns.class.getRecordComponents();
        switch (components[random.nextInt(components.length)].getAccessor().invoke(columns)) {
            case int[] ints -> ints[random.nextInt(ints.length)] = random.nextInt(100) - 50;
            case byte[] bytes -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            default -> {}
        }
    }

    private interface Cell {
        int at(int row);
    }

    private static int[] ints(int rows, Cell cell) {
        int[] column = new int[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = cell.at(i);
        }
        return column;
    }

    private static byte[] bytes(int rows, Cell cell) {
        byte[] column = new byte[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = (byte) cell.at(i);
        }
        return column;
    }
}
