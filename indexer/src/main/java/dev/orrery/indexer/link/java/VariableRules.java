package dev.orrery.indexer.link.java;

import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.OperatorKind;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;

/** What may be done with variables of a body: declared once, given a value before they are read, not changed where others hold them. */
final class VariableRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private int[] assignments = {};

    VariableRules(CheckedFile file) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
    }

    /** A variable that is assigned to. */
    void assigned(int node, int variable) {
        int name = file.declaration(variable);
        if (name < 0) {
            return;
        }
        boolean given = isGiven(name);
        if (given && (file.isFinal(variable) || isResource(name))) {
            file.report(Kind.ACCESS, node, "final", tree.text(node));
            return;
        }
        if (given || isLoop(node, name)) {
            int owner = owner(name);
            for (int use = owner; use < tree.after(owner); use++) {
                if (isUse(use, variable) && isCaptured(use, name)) {
                    file.report(Kind.ACCESS, node, "captured", tree.text(node));
                    return;
                }
            }
            if (isCaptured(node, name)) {
                file.report(Kind.ACCESS, node, "captured", tree.text(node));
            }
        }
    }

    private boolean isLoop(int node, int name) {
        return isCaptured(node, name);
    }

    /** A variable that is read or assigned to. */
    void used(int node) {
        int row = file.syntax.expression(node);
        Expressions expressions = body.facts.expressions();
        if (row < 0 || expressions.kind(row) != ExpressionKind.LOCAL || !tree.is(node, JavaNode.IDENTIFIER)) {
            return;
        }
        int variable = expressions.a(row);
        int name = file.declaration(variable);
        if (name < 0) {
            return;
        }
        if (isPattern(name) && isBeyond(node, name)) {
            file.report(Kind.NAME, node, "name", tree.text(node));
            return;
        }
        if (isGiven(name) && count(variable) > 0 && isCaptured(node, name)) {
            file.report(Kind.ACCESS, node, "captured", tree.text(node));
        }
        if (!isTarget(node) && isUnset(node, name, variable)) {
            file.report(Kind.ACCESS, node, "unset", tree.text(node));
        }
    }

    /** Whether a pattern's variable is used behind a statement that lets it hold inside alone: nothing in its condition is negated. */
    private boolean isBeyond(int node, int name) {
        int condition = file.around(name, JavaNode.PARENTHESIZED_EXPRESSION);
        while (condition >= 0 && !tree.is(tree.parent(condition), JavaNode.IF_STATEMENT)) {
            condition = file.around(tree.parent(condition), JavaNode.PARENTHESIZED_EXPRESSION);
        }
        if (condition < 0 || encloses(tree.parent(condition), node)) {
            return false;
        }
        for (int at = name; at > condition; at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case UNARY_EXPRESSION, TERNARY_EXPRESSION, LAMBDA_EXPRESSION -> {
                    return false;
                }
                case BINARY_EXPRESSION -> {
                    if (!tree.textIs(tree.child(at, file.fields.operator()), "&&")) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private boolean isTarget(int node) {
        int parent = tree.parent(node);
        return tree.is(parent, JavaNode.ASSIGNMENT_EXPRESSION)
                && tree.hasField(node, file.fields.left())
                && tree.textIs(tree.child(parent, file.fields.operator()), "=");
    }

    /** Whether a variable has a value from its declaration on. */
    private boolean isGiven(int name) {
        int parent = tree.parent(name);
        return !tree.is(parent, JavaNode.VARIABLE_DECLARATOR)
                || tree.is(tree.parent(parent), JavaNode.SPREAD_PARAMETER)
                || tree.child(parent, file.fields.value()) >= 0;
    }

    private boolean isResource(int name) {
        return tree.is(tree.parent(name), JavaNode.RESOURCE);
    }

    /** Whether nothing before it in the text gives a variable a value. */
    private boolean isUnset(int node, int name, int variable) {
        int declarator = tree.parent(name);
        if (!tree.is(declarator, JavaNode.VARIABLE_DECLARATOR)) {
            return false;
        }
        int value = tree.child(declarator, file.fields.value());
        if (value >= 0) {
            return node >= value && node < tree.after(value) && !isInFunction(node, value);
        }
        if (tree.is(tree.parent(declarator), JavaNode.SPREAD_PARAMETER)) {
            return false;
        }
        for (int at = name; at < node; at++) {
            if (isUse(at, variable) && isTarget(at) && !encloses(tree.parent(at), node)) {
                return false;
            }
        }
        return true;
    }

    private boolean encloses(int outer, int node) {
        return node >= outer && node < tree.after(outer);
    }

    /** Whether a lambda or class lies between a node and one around it. */
    private boolean isInFunction(int node, int around) {
        for (int at = node; at > around; at = tree.parent(at)) {
            if (tree.is(at, JavaNode.LAMBDA_EXPRESSION) || tree.is(at, JavaNode.CLASS_BODY)) {
                return true;
            }
        }
        return tree.is(around, JavaNode.LAMBDA_EXPRESSION);
    }

    /** Whether a use lies in a lambda or class that its variable is declared outside of. */
    private boolean isCaptured(int use, int name) {
        for (int at = tree.parent(use); at >= 0; at = tree.parent(at)) {
            if (encloses(at, name)) {
                return false;
            }
            boolean inside = tree.is(at, JavaNode.CLASS_BODY) && !encloses(tree.parent(at), name);
            if (inside || tree.is(at, JavaNode.LAMBDA_EXPRESSION)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUse(int node, int variable) {
        int row = file.syntax.expression(node);
        return row >= 0
                && tree.is(node, JavaNode.IDENTIFIER)
                && body.facts.expressions().kind(row) == ExpressionKind.LOCAL
                && body.facts.expressions().a(row) == variable;
    }

    /** How often a variable is assigned to after its declaration. */
    private int count(int variable) {
        if (assignments.length == 0) {
            assignments = new int[Math.max(1, body.facts.variables().count())];
            Expressions expressions = body.facts.expressions();
            for (int row = 0; row < expressions.count(); row++) {
                boolean changes = expressions.kind(row) == ExpressionKind.ASSIGNMENT
                        || expressions.kind(row) == ExpressionKind.OPERATION
                                && expressions.c(row) == OperatorKind.SAME.ordinal();
                int target = changes ? expressions.a(row) : -1;
                if (target >= 0 && expressions.kind(target) == ExpressionKind.LOCAL) {
                    assignments[expressions.a(target)]++;
                }
            }
        }
        return assignments[variable];
    }

    /** A variable that is declared while another of its name can be seen. */
    void declared(int name) {
        String text = tree.text(name);
        if (text.equals("_")) {
            return;
        }
        int member = member(name);
        for (int node = member; node < tree.after(member); node++) {
            if (node != name
                    && file.syntax.variable(node) >= 0
                    && tree.text(node).equals(text)) {
                int first = Math.min(node, name);
                int second = Math.max(node, name);
                if (!isPattern(first) && encloses(owner(first), second) && !isInClass(second, owner(first))) {
                    file.report(Kind.NAME, name, "duplicate", text);
                    return;
                }
            }
        }
    }

    /** The method, initialiser or field around. */
    private int member(int node) {
        int at = node;
        while (at > 0 && !isBody(tree.parent(at))) {
            at = tree.parent(at);
        }
        return at;
    }

    private boolean isBody(int node) {
        return switch (tree.kind(node)) {
            case CLASS_BODY, ENUM_BODY, INTERFACE_BODY, ANNOTATION_TYPE_BODY, ENUM_BODY_DECLARATIONS, PROGRAM -> true;
            default -> false;
        };
    }

    private boolean isInClass(int node, int around) {
        for (int at = node; at > around; at = tree.parent(at)) {
            if (isBody(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPattern(int name) {
        return switch (tree.kind(tree.parent(name))) {
            case INSTANCEOF_EXPRESSION, TYPE_PATTERN, RECORD_PATTERN_COMPONENT -> true;
            default -> false;
        };
    }

    /** The node that a variable can be seen in. */
    int owner(int name) {
        int parent = tree.parent(name);
        return switch (tree.kind(parent)) {
            case VARIABLE_DECLARATOR -> {
                int declaration = tree.parent(parent);
                yield tree.is(declaration, JavaNode.SPREAD_PARAMETER)
                        ? tree.parent(tree.parent(declaration))
                        : tree.parent(declaration);
            }
            case FORMAL_PARAMETER -> tree.parent(tree.parent(parent));
            case CATCH_FORMAL_PARAMETER, LAMBDA_EXPRESSION, ENHANCED_FOR_STATEMENT ->
                tree.is(parent, JavaNode.CATCH_FORMAL_PARAMETER) ? tree.parent(parent) : parent;
            case INFERRED_PARAMETERS -> tree.parent(parent);
            case RESOURCE -> {
                int statement = tree.parent(tree.parent(parent));
                int block = tree.child(statement, file.fields.body());
                yield block < 0 ? statement : block;
            }
            default -> parent;
        };
    }
}
