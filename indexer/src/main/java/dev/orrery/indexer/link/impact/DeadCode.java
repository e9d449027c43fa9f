package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Set;

/**
 * Code that nothing reaches. Reached is what runs by itself (tests, {@code main}, initialisers), what others may call (public
 * and protected declarations: every repository counts as a library), and whatever these call, all candidates and overriders
 * included. Code that only reflection, annotations or serialisation of a framework's own making reach looks dead and is not.
 */
public final class DeadCode {
    private static final Set<String> CALLED_BY_SERIALISATION =
            Set.of("readObject", "readObjectNoData", "readResolve", "writeObject", "writeReplace");
    /** Languages in which a method without a word for its visibility may fulfil a contract from elsewhere. */
    private static final Set<String> SILENTLY_PUBLIC = Set.of("rust");

    private final CodeGraph graph;
    private final BitSet reached;

    private DeadCode(CodeGraph graph) {
        this.graph = graph;
        this.reached = new BitSet(graph.symbolCount());
    }

    /** The symbols, ascending. */
    public static int[] of(CodeGraph graph) {
        DeadCode dead = new DeadCode(graph);
        dead.reach();
        BitSet unreached = new BitSet();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable() && !dead.reached.get(symbol)) {
                unreached.set(symbol);
            }
        }
        return unreached.stream().toArray();
    }

    private void reach() {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable() && isEntry(symbol)) {
                enter(symbol, open);
            }
        }
        for (Integer symbol = open.poll(); symbol != null; symbol = open.poll()) {
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                called(graph.callee(call), graph.isVirtual(call), open);
                for (int candidate : graph.candidates(call)) {
                    called(candidate, graph.isVirtual(call), open);
                }
            }
            int end = graph.endSymbol(graph.file(symbol));
            for (int inner = symbol + 1; inner < end && graph.line(inner) <= graph.endLine(symbol); inner++) {
                if (graph.kind(inner).isCallable() && isInside(inner, symbol)) {
                    enter(inner, open);
                }
            }
        }
    }

    private void called(int callee, boolean virtual, ArrayDeque<Integer> open) {
        if (callee >= 0) {
            enter(callee, open);
            for (int overrider : virtual ? graph.overriders(callee) : new int[0]) {
                enter(overrider, open);
            }
        }
    }

    private void enter(int symbol, ArrayDeque<Integer> open) {
        if (!reached.get(symbol)) {
            reached.set(symbol);
            open.add(symbol);
        }
    }

    /** Local classes and functions live as long as the code around them. */
    private boolean isInside(int inner, int outer) {
        for (int up = graph.parent(inner); up >= outer; up = graph.parent(up)) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    private boolean isEntry(int symbol) {
        SymbolKind kind = graph.kind(symbol);
        int modifiers = graph.modifiers(symbol);
        String name = graph.name(symbol);
        return kind == SymbolKind.INITIALIZER
                || kind == SymbolKind.MACRO
                || graph.isTest(symbol)
                || name.equals("main")
                || CALLED_BY_SERIALISATION.contains(name)
                || Modifiers.has(modifiers, Modifiers.IMPLICIT)
                || Modifiers.has(modifiers, Modifiers.PUBLIC)
                || Modifiers.has(modifiers, Modifiers.PROTECTED)
                || kind == SymbolKind.CONSTRUCTOR && graph.parameters(symbol).isEmpty()
                || !Modifiers.has(modifiers, Modifiers.PRIVATE)
                        && kind == SymbolKind.METHOD
                        && SILENTLY_PUBLIC.contains(
                                graph.language(graph.file(symbol)).id());
    }
}
