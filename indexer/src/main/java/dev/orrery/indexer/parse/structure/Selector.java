package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Grammar;

/**
 * A way from a node to one of its descendants: alternatives separated by {@code |}, each of steps separated by {@code /}. A
 * step is a field ({@code name}), a node type ({@code #block}), or {@code first} or {@code last} for a named child that is
 * no comment.
 */
final class Selector {
    private static final int FIRST = -2;
    private static final int LAST = -3;

    /** Each step is a field, or a node type shifted beyond the fields. */
    private final int[][] ways;

    private static final int TYPE = 1 << 16;

    private Selector(int[][] ways) {
        this.ways = ways;
    }

    static Selector parse(Grammar grammar, String text) {
        String[] alternatives = text.split("\\|");
        int[][] ways = new int[alternatives.length][];
        for (int i = 0; i < ways.length; i++) {
            String[] steps = alternatives[i].split("/");
            ways[i] = new int[steps.length];
            for (int j = 0; j < steps.length; j++) {
                ways[i][j] = step(grammar, steps[j]);
            }
        }
        return new Selector(ways);
    }

    private static int step(Grammar grammar, String text) {
        if (text.equals("first")) {
            return FIRST;
        }
        if (text.equals("last")) {
            return LAST;
        }
        int id = text.startsWith("#") ? grammar.symbol(text.substring(1)) : grammar.field(text);
        if (id < 0) {
            throw new IllegalArgumentException("grammar " + grammar + " does not know " + text);
        }
        return text.startsWith("#") ? id | TYPE : id;
    }

    /** The selected node, or -1. */
    int find(FlatTree tree, StructureTable table, int node) {
        for (int[] way : ways) {
            int at = node;
            for (int i = 0; i < way.length && at >= 0; i++) {
                at = follow(tree, table, at, way[i]);
            }
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static int follow(FlatTree tree, StructureTable table, int node, int step) {
        if (step >= 0) {
            return step < TYPE ? tree.child(node, step) : tree.childOfType(node, step & ~TYPE);
        }
        int found = -1;
        for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
            if (tree.named(child) && !table.isComment(tree.symbol(child))) {
                found = child;
                if (step == FIRST) {
                    break;
                }
            }
        }
        return found;
    }
}
