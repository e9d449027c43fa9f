package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;

/** Final fields that a constructor must give their values: not read before, not given twice (chapter 16 of the specification). */
final class FinalFields {
    private final CheckedFile file;
    private final JavaTree tree;

    FinalFields(CheckedFile file) {
        this.file = file;
        this.tree = file.tree;
    }

    /** Whether a constructor reads a field by its simple name that nothing before gives a value. */
    boolean isUnset(int node, Fields.Hit hit) {
        int body = constructor(node, hit);
        if (body < 0 || isTarget(node)) {
            return false;
        }
        String name = tree.text(node);
        for (int at = body; at < node; at++) {
            if (tree.is(at, JavaNode.EXPLICIT_CONSTRUCTOR_INVOCATION) && tree.child(at, JavaNode.THIS) >= 0) {
                return false;
            }
            if (isGiven(at, name) && tree.after(at) <= node) {
                return false;
            }
        }
        return isBlank(body, name);
    }

    /** Whether the statements around an assignment to a field give it another value. */
    boolean isTwice(int node, Fields.Hit hit) {
        int body = constructor(node, hit);
        String text = tree.text(node);
        String name = text.startsWith("this.") ? text.substring("this.".length()) : text;
        int assignment = tree.parent(node);
        int statement = tree.parent(assignment);
        if (body < 0 || tree.parent(statement) != body || !isBlank(body, name)) {
            return false;
        }
        for (int other : file.children(body)) {
            int inside = tree.is(other, JavaNode.EXPRESSION_STATEMENT) ? tree.firstNamed(other) : -1;
            if (inside >= 0 && inside != assignment && isGiven(inside, name)) {
                return true;
            }
        }
        return false;
    }

    /** The body of the constructor in whose own code a node names a final field of its class; -1 elsewhere. */
    private int constructor(int node, Fields.Hit hit) {
        SourceClass user = file.user(node);
        boolean mine = Modifiers.has(hit.field().modifiers(), Modifiers.FINAL)
                && !Modifiers.has(hit.field().modifiers(), Modifiers.STATIC)
                && user != null
                && user.equals(hit.site().symbol());
        for (int at = node; mine && at >= 0; at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case CONSTRUCTOR_BODY -> {
                    return at;
                }
                case LAMBDA_EXPRESSION, CLASS_BODY, METHOD_DECLARATION -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private boolean isTarget(int node) {
        return tree.is(tree.parent(node), JavaNode.ASSIGNMENT_EXPRESSION) && tree.hasField(node, file.fields.left());
    }

    private boolean isGiven(int node, String name) {
        if (!tree.is(node, JavaNode.ASSIGNMENT_EXPRESSION)) {
            return false;
        }
        int left = tree.child(node, file.fields.left());
        return left >= 0 && (tree.textIs(left, name) || tree.textIs(left, "this." + name));
    }

    /** Whether a class declares a field without a value, and no initialiser gives it one. */
    private boolean isBlank(int constructor, String name) {
        int members = tree.parent(tree.parent(constructor));
        boolean blank = false;
        for (int member : file.children(members)) {
            if (tree.is(member, JavaNode.BLOCK)) {
                return false;
            }
            for (int child : tree.is(member, JavaNode.FIELD_DECLARATION)
                    ? file.children(member)
                    : java.util.List.<Integer>of()) {
                boolean same = tree.is(child, JavaNode.VARIABLE_DECLARATOR)
                        && tree.textIs(tree.child(child, file.fields.name()), name);
                blank |= same && tree.child(child, file.fields.value()) < 0;
            }
        }
        return blank;
    }
}
