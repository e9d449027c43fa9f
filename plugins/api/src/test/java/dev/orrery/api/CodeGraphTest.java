package dev.orrery.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
