package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.ArrayList;
import java.util.List;

/** Reads patterns, whose variables become visible in the open scope. */
final class JavaPatterns {
    private static final int DEEPEST = 60;

    /** A variable that a pattern binds. */
    record Bound(String name, int type, int source) {}

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private List<Bound> recent = new ArrayList<>();
    private int depth;

    JavaPatterns(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
    }

    /** Reads a condition and returns the variables that it binds. */
    List<Bound> boundIn(int condition) {
        List<Bound> outer = recent;
        recent = new ArrayList<>();
        walk.expressions.of(condition, Context.NONE);
        List<Bound> bound = recent;
        recent = outer;
        return bound;
    }

    /** Makes variables visible again in the scope that is open now. */
    void keep(List<Bound> bound) {
        for (Bound variable : bound) {
            facts.variable(variable.name(), variable.type(), VariableOrigin.PATTERN, variable.source(), 0);
        }
    }

    /** {@code value instanceof …}. */
    void instanceOf(int node) {
        JavaFields fields = tree.fields();
        int left = tree.child(node, fields.left());
        int source = left < 0 ? FactsBuilder.NONE : walk.expressions.of(left, Context.NONE);
        int name = tree.child(node, fields.name());
        int pattern = tree.child(node, fields.pattern());
        if (name >= 0) {
            variable(name, walk.types.of(tree.child(node, fields.right())), source);
        } else if (pattern >= 0) {
            bind(pattern, source);
        }
    }

    void bind(int node, int source) {
        if (depth >= DEEPEST) {
            return;
        }
        depth++;
        switch (tree.kind(node)) {
            case PATTERN -> bind(tree.firstNamed(node), source);
            case TYPE_PATTERN -> typed(node, source);
            case RECORD_PATTERN -> record(node);
            default -> {}
        }
        depth--;
    }

    private void typed(int node, int source) {
        int type = tree.firstNamed(node);
        while (type >= 0 && tree.is(type, JavaNode.MODIFIERS)) {
            type = tree.next(type);
        }
        int name = type < 0 ? -1 : tree.next(type);
        if (name >= 0 && tree.is(name, JavaNode.IDENTIFIER)) {
            variable(name, walk.types.of(type), source);
        }
    }

    private void variable(int node, int type, int source) {
        String name = tree.text(node);
        walk.rows.variable(node, facts.variable(name, type, VariableOrigin.PATTERN, source, 0));
        recent.add(new Bound(name, type, source));
    }

    private void record(int node) {
        int type = walk.types.of(tree.firstNamed(node));
        int body = tree.child(node, JavaNode.RECORD_PATTERN_BODY);
        if (type < 0 || body < 0) {
            return;
        }
        int index = 0;
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.RECORD_PATTERN)) {
                bind(child, FactsBuilder.NONE);
                index++;
            } else if (tree.is(child, JavaNode.RECORD_PATTERN_COMPONENT)) {
                component(child, type, index++);
            }
        }
    }

    private void component(int node, int record, int index) {
        int type = tree.firstNamed(node);
        int name = type < 0 ? -1 : tree.next(type);
        if (name < 0 || !tree.is(name, JavaNode.IDENTIFIER)) {
            return;
        }
        int declared = walk.types.of(type);
        int source = facts.expression(ExpressionKind.TYPE, record, 0, 0);
        walk.rows.variable(name, facts.variable(tree.text(name), declared, VariableOrigin.COMPONENT, source, index));
        recent.add(new Bound(tree.text(name), declared, FactsBuilder.NONE));
    }
}
