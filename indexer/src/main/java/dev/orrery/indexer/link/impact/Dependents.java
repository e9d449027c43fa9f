package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;

/** Who depends directly on a symbol, and how surely. */
final class Dependents {
    /** The steps that are followed from a changed declaration itself, but not from what only runs it. */
    enum Change {
        /** What is declared changed: overriders and subtypes promise it too. */
        DECLARATION,
        /** What runs changed. */
        BEHAVIOUR
    }

    /** Takes one step. */
    @FunctionalInterface
    interface Step {
        /**
         * @param dependent who is reached
         * @param call the call that reaches, -1 where it is none
         * @param certainty of this step alone
         * @param change what changed for the dependent
         */
        void to(int dependent, int call, Certainty certainty, Change change);
    }

    private final CodeGraph graph;
    private final Inverse overridden;
    private final Inverse candidateOf;
    private final Inverse subtypes;

    Dependents(CodeGraph graph) {
        this.graph = graph;
        GraphColumns columns = graph.columns();
        int symbols = graph.symbolCount();
        overridden = new Inverse(columns.symbolFirstOverrider(), columns.overriders(), symbols);
        candidateOf = new Inverse(columns.callFirstCandidate(), columns.candidates(), symbols);
        subtypes = new Inverse(columns.symbolFirstSuper(), columns.supertypes(), symbols);
    }

    void of(int symbol, Change change, Step step) {
        callers(symbol, symbol, step);
        for (int at = overridden.start(symbol); at < overridden.end(symbol); at++) {
            callers(symbol, overridden.row(at), step);
        }
        int encloser = encloser(symbol);
        if (encloser >= 0) {
            step.to(encloser, -1, Certainty.VIRTUAL, Change.BEHAVIOUR);
        }
        if (change == Change.DECLARATION) {
            for (int overrider : graph.overriders(symbol)) {
                step.to(overrider, -1, Certainty.VIRTUAL, Change.BEHAVIOUR);
            }
            for (int at = subtypes.start(symbol); at < subtypes.end(symbol); at++) {
                step.to(subtypes.row(at), -1, Certainty.VIRTUAL, Change.DECLARATION);
            }
        }
    }

    /** Who calls what runs {@code symbol}: the symbol itself, or a method that it overrides. */
    private void callers(int symbol, int callee, Step step) {
        Certainty most = symbol == callee ? Certainty.EXACT : Certainty.VIRTUAL;
        for (int i = 0; i < graph.incomingCount(callee); i++) {
            int call = graph.incoming(callee, i);
            if (symbol == callee || graph.isVirtual(call)) {
                Certainty certainty = Certainty.of(graph.resolution(call));
                step.to(graph.caller(call), call, certainty.and(most), Change.BEHAVIOUR);
            }
        }
        for (int at = candidateOf.start(callee); at < candidateOf.end(callee); at++) {
            int call = candidateOf.row(at);
            if (symbol == callee || graph.isVirtual(call)) {
                step.to(graph.caller(call), call, Certainty.AMBIGUOUS, Change.BEHAVIOUR);
            }
        }
    }

    /** The code that a local declaration stands in, or -1. */
    private int encloser(int symbol) {
        int outer = graph.parent(symbol);
        while (outer >= 0 && !graph.kind(outer).isCallable()) {
            outer = graph.parent(outer);
        }
        return outer;
    }
}
