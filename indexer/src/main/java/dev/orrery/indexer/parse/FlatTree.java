package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;

/**
 * One file's syntax tree as plain ints, in preorder: node 0 is the root, a node's descendants are the nodes from the next
 * one up to {@link #after}. Offsets are bytes of the UTF-8 text. Immutable, and not bound to any native memory.
 */
public final class FlatTree {
    /** The node type of a stretch that the parser could not read. */
    public static final int ERROR = 0xFFFF;

    static final int CELLS = 6;
    static final int NAMED = 1 << 16;
    static final int BROKEN = 1 << 17;
    static final int MISSING = 1 << 18;

    private static final int START = 1;
    private static final int END = 2;
    private static final int PARENT = 3;
    private static final int FIELD = 4;
    private static final int AFTER = 5;

    private final Grammar grammar;
    private final int[] cells;

    /** Takes the array as it is; it must not change any more. */
    FlatTree(Grammar grammar, int[] cells) {
        this.grammar = grammar;
        this.cells = cells;
    }

    public Grammar grammar() {
        return grammar;
    }

    /** The number of nodes, at least one. */
    public int size() {
        return cells.length / CELLS;
    }

    /** The node's type: a number of its grammar, or {@link #ERROR}. */
    public int symbol(int node) {
        return cells[node * CELLS] & 0xFFFF;
    }

    /** Whether the node is more than a keyword or punctuation mark. */
    public boolean named(int node) {
        return (cells[node * CELLS] & NAMED) != 0;
    }

    /** Whether the node is, or contains, something that the parser could not read. */
    public boolean broken(int node) {
        return (cells[node * CELLS] & BROKEN) != 0;
    }

    /** Whether the node stands for a token that is not in the text. */
    public boolean missing(int node) {
        return (cells[node * CELLS] & MISSING) != 0;
    }

    /** The first byte. */
    public int start(int node) {
        return cells[node * CELLS + START];
    }

    /** One past the last byte. */
    public int end(int node) {
        return cells[node * CELLS + END];
    }

    /** The parent, or -1 for the root. */
    public int parent(int node) {
        return cells[node * CELLS + PARENT];
    }

    /** The field through which the parent holds this node, or 0. */
    public int field(int node) {
        return cells[node * CELLS + FIELD];
    }

    /** The node after all descendants of this one; {@link #size} where there is none. */
    public int after(int node) {
        return cells[node * CELLS + AFTER];
    }

    /** The first child, or -1. */
    public int firstChild(int node) {
        return after(node) == node + 1 ? -1 : node + 1;
    }

    /** The next child of the same parent, or -1. */
    public int nextSibling(int node) {
        int next = after(node);
        return next < size() && parent(next) == parent(node) ? next : -1;
    }

    /** The first child held through the field, or -1. */
    public int child(int node, int field) {
        for (int child = firstChild(node); child >= 0; child = nextSibling(child)) {
            if (field(child) == field) {
                return child;
            }
        }
        return -1;
    }

    /** The first child of the type, or -1. */
    public int childOfType(int node, int symbol) {
        for (int child = firstChild(node); child >= 0; child = nextSibling(child)) {
            if (symbol(child) == symbol) {
                return child;
            }
        }
        return -1;
    }

    /** Whether the parser met anything that it could not read. */
    public boolean hasError() {
        return broken(0);
    }

    /** The node's text. */
    public String text(int node, byte[] utf8) {
        return new String(utf8, start(node), end(node) - start(node), StandardCharsets.UTF_8);
    }
}
