package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * What declarations and their containers have been found worth. A container is the type around a declaration, or the file of
 * one that stands outside types; it is a number: the type's row, or the file's row as {@code -1 - file}. All that the
 * document's own file declares is in one container, the file.
 */
final class Scores {
    private final CodeGraph graph;
    private final int own;
    private final Map<Integer, Double> symbols = new HashMap<>();
    private final Map<Integer, Container> containers = new HashMap<>();

    /** A container's score and what gave most of it. */
    static final class Container {
        final int id;
        double score;
        private double strongest;
        private Kind kind = Kind.NAMED;
        private int because = -1;

        private Container(int id) {
            this.id = id;
        }

        Kind kind() {
            return kind;
        }

        /** The symbol that gave the strongest reason, or -1. */
        int because() {
            return because;
        }
    }

    /**
     * @param own the document's file, or -1
     */
    Scores(CodeGraph graph, int own) {
        this.graph = graph;
        this.own = own;
    }

    int container(int symbol) {
        if (graph.file(symbol) == own) {
            return -1 - own;
        }
        if (graph.kind(symbol).isType()) {
            return symbol;
        }
        int outer = graph.parent(symbol);
        while (outer >= 0 && !graph.kind(outer).isType()) {
            outer = graph.parent(outer);
        }
        return outer >= 0 ? outer : -1 - graph.file(symbol);
    }

    /** Gives worth to a declaration, and to what declares it. */
    void symbol(int symbol, double worth, Kind kind) {
        symbols.merge(symbol, worth, Double::sum);
        container(container(symbol), worth, kind, symbol);
    }

    /** Gives worth to a type for whatever it declares. */
    void type(int type, double worth, Kind kind, int because) {
        symbols.merge(type, worth, Double::sum);
        container(container(type), worth, kind, because);
    }

    /** Gives worth to all that a container declares. */
    void container(int container, double worth, Kind kind, int because) {
        Container known = containers.computeIfAbsent(container, Container::new);
        known.score += worth;
        if (worth > known.strongest) {
            known.strongest = worth;
            known.kind = kind;
            known.because = because;
        }
    }

    double of(int symbol) {
        return symbols.getOrDefault(symbol, 0.0);
    }

    Iterable<Container> containers() {
        return containers.values();
    }

    double scoreOf(int container) {
        Container known = containers.get(container);
        return known == null ? 0 : known.score;
    }
}
