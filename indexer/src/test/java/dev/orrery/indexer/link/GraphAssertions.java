package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Compares graphs column by column. */
final class GraphAssertions {
    private GraphAssertions() {}

    static void assertSameColumns(CodeGraph expected, CodeGraph actual, String when) throws Exception {
        for (RecordComponent column : GraphColumns.class.getRecordComponents()) {
            Object a = column.getAccessor().invoke(expected.columns().canonical());
            Object b = column.getAccessor().invoke(actual.columns().canonical());
            if (Array.getLength(a) != Array.getLength(b)) {
                fail(when + ": " + column.getName() + " has " + Array.getLength(b) + " rows instead of "
                        + Array.getLength(a) + difference(expected, actual));
            }
            for (int i = 0; i < Array.getLength(a); i++) {
                if (!Objects.equals(Array.get(a, i), Array.get(b, i))) {
                    fail(when + ": " + column.getName() + "[" + i + "] is " + Array.get(b, i) + " instead of "
                            + Array.get(a, i) + difference(expected, actual));
                }
            }
        }
    }

    /** Asks both graphs everything, row by row; a patched graph answers without putting its tables together. */
    static void assertSameAnswers(CodeGraph expected, CodeGraph actual, String when) {
        assertEquals(expected.fileCount(), actual.fileCount(), when);
        assertEquals(expected.symbolCount(), actual.symbolCount(), when);
        assertEquals(expected.callCount(), actual.callCount(), when);
        for (int file = 0; file < expected.fileCount(); file++) {
            assertEquals(file(expected, file), file(actual, file), when);
        }
        for (int symbol = 0; symbol < expected.symbolCount(); symbol++) {
            assertEquals(symbol(expected, symbol), symbol(actual, symbol), when);
        }
        for (int call = 0; call < expected.callCount(); call++) {
            assertEquals(call(expected, call), call(actual, call), when);
        }
    }

    private static List<Object> file(CodeGraph graph, int file) {
        return List.of(
                graph.path(file),
                graph.language(file),
                graph.packageName(file),
                graph.lines(file),
                graph.isTestFile(file),
                graph.firstSymbol(file),
                graph.endSymbol(file),
                graph.findFile(graph.path(file)));
    }

    private static List<Object> symbol(CodeGraph graph, int symbol) {
        List<Integer> related = new ArrayList<>();
        for (int i = 0; i < graph.superCount(symbol); i++) {
            related.add(graph.supertype(symbol, i));
        }
        related.add(-1);
        Arrays.stream(graph.overriders(symbol)).forEach(related::add);
        related.add(-1);
        for (int i = 0; i < graph.incomingCount(symbol); i++) {
            related.add(graph.incoming(symbol, i));
        }
        return List.of(
                graph.key(symbol),
                graph.qualifiedName(symbol),
                graph.parent(symbol),
                graph.file(symbol),
                List.of(graph.line(symbol), graph.column(symbol), graph.startLine(symbol), graph.endLine(symbol)),
                graph.modifiers(symbol),
                graph.firstCall(symbol),
                graph.endCall(symbol),
                related);
    }

    private static List<Object> call(CodeGraph graph, int call) {
        return List.of(
                graph.caller(call),
                graph.callee(call),
                graph.calleeName(call),
                graph.callLine(call),
                graph.callColumn(call),
                graph.resolution(call),
                graph.isVirtual(call),
                Arrays.stream(graph.candidates(call)).boxed().toList());
    }

    /** The first call on which the graphs disagree, in words. */
    private static String difference(CodeGraph expected, CodeGraph actual) {
        for (int call = 0; call < Math.min(expected.callCount(), actual.callCount()); call++) {
            String a = describe(expected, call);
            String b = describe(actual, call);
            if (!a.equals(b)) {
                return "\n  full:        " + a + "\n  incremental: " + b;
            }
        }
        return "";
    }

    static String describe(CodeGraph graph, int call) {
        int callee = graph.callee(call);
        StringBuilder text = new StringBuilder(graph.path(graph.file(graph.caller(call))));
        text.append(':').append(graph.callLine(call)).append(' ').append(graph.qualifiedName(graph.caller(call)));
        text.append(" -> ").append(graph.resolution(call)).append(' ');
        text.append(callee < 0 ? graph.calleeName(call) : graph.qualifiedName(callee));
        for (int candidate : graph.candidates(call)) {
            text.append(" | ").append(graph.qualifiedName(candidate));
        }
        return text.toString();
    }
}
