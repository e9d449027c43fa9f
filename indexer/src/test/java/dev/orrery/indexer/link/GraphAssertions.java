package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.fail;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
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
