package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.LiveFacts;

/** A file's facts, whole and not as they are stored, beside the tree that they were read from. Immutable. */
public final class JavaSyntax {
    private final JavaTree tree;
    private final LiveFacts live;
    private final JavaRows rows;

    JavaSyntax(JavaTree tree, LiveFacts live, JavaRows rows) {
        this.tree = tree;
        this.live = live;
        this.rows = rows;
    }

    public JavaTree tree() {
        return tree;
    }

    public FileFacts facts() {
        return live.facts();
    }

    /** The facts without the places of expressions and types. */
    public LiveFacts live() {
        return live;
    }

    /** The row among the expressions of what the node says, or -1. */
    public int expression(int node) {
        return node < 0 ? -1 : rows.expressionAt(node);
    }

    /** The variable that is declared where its name is the node, or -1. */
    public int variable(int node) {
        return node < 0 ? -1 : rows.variableAt(node);
    }

    /** The type, method, constructor, enum constant or, by its declarator, field that the node declares, or -1. */
    public int declaration(int node) {
        return node < 0 ? -1 : rows.declarationAt(node);
    }

    /** The declaration whose names a node in its body is written in; a head belongs to what is around it. Or -1. */
    public int scope(int node) {
        return node < 0 ? -1 : rows.scopeAt(node, tree);
    }
}
