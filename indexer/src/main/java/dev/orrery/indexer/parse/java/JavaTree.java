package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Grammar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file's syntax tree with the questions that extraction asks of it; nodes are ints, -1 is none. */
public final class JavaTree {
    private final FlatTree tree;
    private final byte[] utf8;
    private final JavaNode[] kinds;
    private final JavaFields fields;

    JavaTree(FlatTree tree, byte[] utf8, JavaNode[] kinds, JavaFields fields) {
        this.tree = tree;
        this.utf8 = utf8;
        this.kinds = kinds;
        this.fields = fields;
    }

    /** The kind of each symbol id of the grammar. */
    static JavaNode[] kinds(Grammar grammar) {
        JavaNode[] kinds = new JavaNode[grammar.symbolCount()];
        for (int id = 0; id < kinds.length; id++) {
            kinds[id] = JavaNode.OTHER;
            String name = grammar.symbolName(id);
            for (JavaNode node : JavaNode.values()) {
                if (node.name().equalsIgnoreCase(name)) {
                    kinds[id] = node;
                }
            }
        }
        return kinds;
    }

    public JavaFields fields() {
        return fields;
    }

    public int size() {
        return tree.size();
    }

    public JavaNode kind(int node) {
        int symbol = tree.symbol(node);
        return tree.named(node) && symbol < kinds.length ? kinds[symbol] : JavaNode.OTHER;
    }

    public boolean is(int node, JavaNode kind) {
        return node >= 0 && kind(node) == kind;
    }

    public int parent(int node) {
        return tree.parent(node);
    }

    /** Whether the parser could not read some of the node. */
    public boolean isBroken(int node) {
        return tree.broken(node);
    }

    /** The node after all descendants of this one; {@link #size} where there is none. */
    public int after(int node) {
        return tree.after(node);
    }

    public int start(int node) {
        return tree.start(node);
    }

    public int end(int node) {
        return tree.end(node);
    }

    /** The first child that is no comment. */
    public int first(int node) {
        return skipComments(tree.firstChild(node));
    }

    /** The next sibling that is no comment. */
    public int next(int node) {
        return skipComments(tree.nextSibling(node));
    }

    private int skipComments(int node) {
        while (node >= 0) {
            JavaNode kind = kind(node);
            if (kind != JavaNode.LINE_COMMENT && kind != JavaNode.BLOCK_COMMENT) {
                return node;
            }
            node = tree.nextSibling(node);
        }
        return node;
    }

    public boolean isNamed(int node) {
        return tree.named(node);
    }

    public boolean isLeaf(int node) {
        return tree.firstChild(node) < 0;
    }

    public boolean hasField(int node, int field) {
        return tree.field(node) == field;
    }

    /** The first child under that field, or -1. */
    public int child(int node, int field) {
        for (int child = first(node); child >= 0; child = next(child)) {
            if (tree.field(child) == field) {
                return child;
            }
        }
        return -1;
    }

    /** The first child of that kind, or -1. */
    public int child(int node, JavaNode kind) {
        for (int child = first(node); child >= 0; child = next(child)) {
            if (kind(child) == kind) {
                return child;
            }
        }
        return -1;
    }

    /** The first named child, or -1. */
    public int firstNamed(int node) {
        for (int child = first(node); child >= 0; child = next(child)) {
            if (tree.named(child)) {
                return child;
            }
        }
        return -1;
    }

    public String text(int node) {
        return new String(utf8, tree.start(node), tree.end(node) - tree.start(node), StandardCharsets.UTF_8);
    }

    /** Whether the node's text is that word of ASCII letters. */
    public boolean textIs(int node, String word) {
        int start = tree.start(node);
        if (tree.end(node) - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (utf8[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The last byte of the node's text, 0 for an empty node. */
    public int lastByte(int node) {
        return tree.end(node) > tree.start(node) ? utf8[tree.end(node) - 1] : 0;
    }

    public int firstByte(int node) {
        return tree.end(node) > tree.start(node) ? utf8[tree.start(node)] : 0;
    }

    /** The identifiers of a dotted name joined by dots, whatever space and comments lie between. */
    public String dotted(int node) {
        if (isLeaf(node)) {
            return text(node);
        }
        StringBuilder name = new StringBuilder();
        int end = tree.end(node);
        for (int inner = node + 1; inner < tree.size() && tree.start(inner) < end; inner++) {
            JavaNode kind = kind(inner);
            if (kind == JavaNode.IDENTIFIER || kind == JavaNode.TYPE_IDENTIFIER) {
                name.append(name.isEmpty() ? "" : ".").append(text(inner));
            }
        }
        return name.toString();
    }

    /** Number of leaves that are no comments. */
    int tokens() {
        int tokens = 0;
        for (int node = 0; node < tree.size(); node++) {
            boolean leaf = node + 1 == tree.size() || tree.parent(node + 1) != node;
            if (leaf && kind(node) != JavaNode.LINE_COMMENT && kind(node) != JavaNode.BLOCK_COMMENT) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The texts of {@code nodes} as expression rows; convenience for callers that collect. */
    static int[] trim(int[] rows, int count) {
        return rows.length == count ? rows : Arrays.copyOf(rows, count);
    }
}
