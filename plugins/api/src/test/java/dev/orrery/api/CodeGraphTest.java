package dev.orrery.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeGraphTest {
    private static final int ABSENT = -1;

    /** One file with {@code class A { void f(int) { f(int); g(); } void f(int) {} }}, f declared twice as in broken code. */
    private static CodeGraph twins() {
        String[] strings = {"p/A.java", "p", "A", "f", "int", "g"};
        int[] zeros = new int[4];
        return new CodeGraph(
                7,
                new GraphColumns(
                        strings,
                        new String[] {"java"},
                        new int[] {0},
                        new byte[] {0},
                        new int[] {1},
                        new int[] {9},
                        new byte[] {0},
                        new int[] {0, 3},
                        kinds(SymbolKind.CLASS, SymbolKind.METHOD, SymbolKind.METHOD),
                        new int[] {2, 3, 3},
                        new int[] {ABSENT, 4, 4},
                        new int[] {ABSENT, 0, 0},
                        new int[] {0, 0, 0},
                        new int[] {1, 2, 6},
                        new int[] {7, 8, 8},
                        new int[] {1, 2, 6},
                        new int[] {9, 5, 8},
                        new int[3],
                        new int[] {0, 0, 2, 2},
                        zeros,
                        new int[0],
                        zeros,
                        new int[0],
                        new int[] {1, ABSENT},
                        new int[] {3, 5},
                        new int[] {3, 4},
                        new int[] {9, 9},
                        new byte[] {(byte) Resolution.EXACT.ordinal(), (byte) Resolution.EXTERNAL.ordinal()},
                        new int[] {0, 0, 0},
                        new int[0]));
    }

    private static byte[] kinds(SymbolKind... kinds) {
        byte[] ordinals = new byte[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            ordinals[i] = (byte) kinds[i].ordinal();
        }
        return ordinals;
    }

    @Test
    void twinsAreToldApartByOrdinalAndFoundAgain() {
        CodeGraph graph = twins();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            assertEquals(symbol, graph.find(graph.key(symbol)));
        }
        assertEquals(1, graph.key(2).ordinal());
        assertEquals("p.A.f(int)", graph.qualifiedName(1));
        assertEquals("p.A", graph.qualifiedName(0));
    }

    /**
     * A file {@code A.java} of the package p: each symbol a kind, a name out of three, parameters out of two or none, and an
     * enclosing symbol out of those before it or none.
     */
    private static CodeGraph random(Random random, int count) {
        byte[] kinds = new byte[count];
        int[] names = new int[count];
        int[] parameters = new int[count];
        int[] parents = new int[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) (random.nextBoolean() ? SymbolKind.CLASS : SymbolKind.METHOD).ordinal();
            names[i] = 2 + random.nextInt(3);
            parameters[i] = random.nextInt(3) - 1 < 0 ? ABSENT : 5 + random.nextInt(2);
            parents[i] = random.nextInt(i + 1) - 1;
        }
        int[] zeros = new int[count];
        int[] none = new int[count + 1];
        return new CodeGraph(
                1,
                new GraphColumns(
                        new String[] {"A.java", "p", "a", "b", "a.b", "", "int"},
                        new String[] {"java"},
                        new int[] {0},
                        new byte[] {0},
                        new int[] {1},
                        new int[] {9},
                        new byte[] {0},
                        new int[] {0, count},
                        kinds,
                        names,
                        parameters,
                        parents,
                        zeros,
                        zeros,
                        zeros,
                        zeros,
                        zeros,
                        zeros,
                        none,
                        none,
                        new int[0],
                        none,
                        new int[0],
                        new int[0],
                        new int[0],
                        new int[0],
                        new int[0],
                        new byte[0],
                        new int[] {0},
                        new int[0]));
    }

    /** Keys that were the same for two symbols would send whoever holds the second one to the first. */
    @Test
    void everySymbolHasAKeyOfItsOwnHoweverItIsAskedFor() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            CodeGraph graph = random(random, random.nextInt(40));
            List<SymbolKey> keys = graph.keys(0);
            String told = "-Dorrery.test.seed=" + seed + ", round " + round;
            assertEquals(graph.symbolCount(), new HashSet<>(keys).size(), told);
            assertEquals(keys, List.copyOf(graph.keys()), told);
            for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
                assertEquals(keys.get(symbol), graph.key(symbol), told);
                assertEquals(symbol, graph.find(keys.get(symbol)), told);
            }
        }
    }

    @Test
    void aKeyOfAnotherFileOrLanguageIsNotFound() {
        CodeGraph graph = twins();
        SymbolKey key = graph.key(1);
        assertEquals(
                ABSENT,
                graph.find(new SymbolKey(
                        key.language(), "p/B.java", key.qualifiedName(), key.kind(), key.parameters(), 0)));
        assertEquals(
                ABSENT,
                graph.find(new SymbolKey(
                        new Language("go"), key.path(), key.qualifiedName(), key.kind(), key.parameters(), 0)));
    }

    @Test
    void incomingCallsMirrorOutgoingOnes() {
        CodeGraph graph = twins();
        assertEquals(1, graph.incomingCount(1));
        assertEquals(0, graph.incoming(1, 0));
        assertEquals(1, graph.caller(0));
        assertEquals(ABSENT, graph.callee(1));
        assertEquals("g", graph.calleeName(1));
        assertEquals(Resolution.EXTERNAL, graph.resolution(1));
        assertArrayEquals(new int[0], graph.candidates(0));
    }

    @Test
    void theEmptyGraphAnswersEverythingWithNothing() {
        CodeGraph graph = CodeGraph.empty();
        assertEquals(0, graph.fileCount() + graph.symbolCount() + graph.callCount());
        assertEquals(ABSENT, graph.findFile("a"));
    }
}
