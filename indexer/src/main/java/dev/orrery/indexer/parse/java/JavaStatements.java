package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.ArrayList;
import java.util.List;

/** Reads statements: scopes, variables, and the expressions in them. */
final class JavaStatements {
    private static final int DEEPEST = 500;

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;
    private int depth;

    JavaStatements(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    void statement(int node) {
        if (depth >= DEEPEST) {
            walk.calls.flat(node);
            return;
        }
        depth++;
        walk.rows.scope(node, facts.current());
        read(node);
        depth--;
    }

    private void read(int node) {
        switch (tree.kind(node)) {
            case BLOCK, CONSTRUCTOR_BODY -> scoped(node);
            case LOCAL_VARIABLE_DECLARATION -> variables(node);
            case EXPLICIT_CONSTRUCTOR_INVOCATION -> walk.calls.explicitConstructor(node);
            case IF_STATEMENT -> ifStatement(node);
            case WHILE_STATEMENT -> whileStatement(node);
            case FOR_STATEMENT -> scoped(node);
            case ENHANCED_FOR_STATEMENT -> forEach(node);
            case RETURN_STATEMENT -> value(node, walk.body.returned(), walk.body.results());
            case YIELD_STATEMENT -> value(node, walk.body.yielded(), walk.body.yields());
            case SWITCH_EXPRESSION -> walk.expressions.of(node, Context.NONE);
            case TRY_WITH_RESOURCES_STATEMENT -> scoped(node);
            case RESOURCE_SPECIFICATION -> children(node);
            case RESOURCE -> resource(node);
            case CATCH_CLAUSE -> catchClause(node);
            default -> {
                if (walk.declarations.isType(node)) {
                    walk.declarations.type(node, JavaMembers.Owner.BODY);
                } else if (walk.expressions.isExpression(tree.kind(node))) {
                    walk.expressions.of(node, Context.NONE);
                } else {
                    children(node);
                }
            }
        }
    }

    private void scoped(int node) {
        facts.openScope();
        children(node);
        facts.closeScope();
    }

    void children(int node) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                statement(child);
            }
        }
    }

    private void variables(int node) {
        int type = walk.types.of(tree.child(node, fields.type()));
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            int name = tree.is(child, JavaNode.VARIABLE_DECLARATOR) ? tree.child(child, fields.name()) : -1;
            if (name >= 0) {
                int declared = walk.types.withDimensions(type, child);
                int value = tree.child(child, fields.value());
                int source = value < 0 ? FactsBuilder.NONE : walk.expressions.of(value, JavaMembers.typed(declared));
                walk.rows.variable(
                        name,
                        facts.variable(
                                tree.text(name), declared, VariableOrigin.LOCAL, ifUntyped(declared, source), 0));
            }
        }
    }

    /**
     * A pattern's variables end with the statement, unless its first branch never goes on and so the pattern holds
     * afterwards: {@code if (!(x instanceof Y y)) return;}.
     */
    private void ifStatement(int node) {
        facts.openScope();
        int condition = tree.child(node, fields.condition());
        List<JavaPatterns.Bound> bound = condition < 0 ? List.of() : walk.patterns.boundIn(condition);
        int consequence = tree.child(node, fields.consequence());
        int alternative = tree.child(node, fields.alternative());
        nested(consequence);
        nested(alternative);
        facts.closeScope();
        if (consequence >= 0 && leaves(consequence)) {
            walk.patterns.keep(bound);
        }
    }

    private void whileStatement(int node) {
        facts.openScope();
        int condition = tree.child(node, fields.condition());
        List<JavaPatterns.Bound> bound = condition < 0 ? List.of() : walk.patterns.boundIn(condition);
        nested(tree.child(node, fields.body()));
        facts.closeScope();
        walk.patterns.keep(bound);
    }

    private void nested(int node) {
        if (node >= 0) {
            facts.openScope();
            statement(node);
            facts.closeScope();
        }
    }

    /** Whether a statement never completes normally, as far as its last statement shows. */
    private boolean leaves(int node) {
        return switch (tree.kind(node)) {
            case RETURN_STATEMENT, THROW_STATEMENT, BREAK_STATEMENT, CONTINUE_STATEMENT, YIELD_STATEMENT -> true;
            case BLOCK -> {
                int last = -1;
                for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
                    last = tree.isNamed(child) ? child : last;
                }
                yield last >= 0 && leaves(last);
            }
            default -> false;
        };
    }

    private void forEach(int node) {
        int value = tree.child(node, fields.value());
        int source = value < 0 ? FactsBuilder.NONE : walk.expressions.of(value, Context.NONE);
        facts.openScope();
        int name = tree.child(node, fields.name());
        int type = walk.types.withDimensions(walk.types.of(tree.child(node, fields.type())), node);
        if (name >= 0) {
            walk.rows.variable(
                    name, facts.variable(tree.text(name), type, VariableOrigin.EACH, ifUntyped(type, source), 0));
        }
        nested(tree.child(node, fields.body()));
        facts.closeScope();
    }

    private void value(int node, Context context, List<Integer> into) {
        int value = tree.firstNamed(node);
        if (value >= 0) {
            into.add(walk.expressions.of(value, context));
        }
    }

    /** Where a type is declared, nobody asks what the value's is. */
    private static int ifUntyped(int type, int source) {
        return type < 0 ? source : FactsBuilder.NONE;
    }

    private void resource(int node) {
        int name = tree.child(node, fields.name());
        int value = tree.child(node, fields.value());
        if (name < 0 || value < 0) {
            children(node);
            return;
        }
        int type = walk.types.withDimensions(walk.types.of(tree.child(node, fields.type())), node);
        int source = walk.expressions.of(value, JavaMembers.typed(type));
        walk.rows.variable(
                name, facts.variable(tree.text(name), type, VariableOrigin.LOCAL, ifUntyped(type, source), 0));
    }

    private void catchClause(int node) {
        facts.openScope();
        int parameter = tree.child(node, JavaNode.CATCH_FORMAL_PARAMETER);
        int name = parameter < 0 ? -1 : tree.child(parameter, fields.name());
        if (name >= 0) {
            int type = walk.types.of(tree.child(parameter, JavaNode.CATCH_TYPE));
            walk.rows.variable(name, facts.variable(tree.text(name), type, VariableOrigin.CATCH, FactsBuilder.NONE, 0));
        }
        int body = tree.child(node, fields.body());
        if (body >= 0) {
            statement(body);
        }
        facts.closeScope();
    }

    // Switches

    /** A switch, statement or expression; returns the expressions that it may yield. */
    List<Integer> switchResults(int node, Context context) {
        List<Integer> results = new ArrayList<>();
        int condition = tree.child(node, fields.condition());
        int selector = condition < 0 ? FactsBuilder.NONE : walk.expressions.of(condition, Context.NONE);
        JavaBody outer = walk.body;
        walk.body = outer.yieldingTo(context, results);
        facts.openScope();
        int block = tree.child(node, fields.body());
        for (int child = block < 0 ? -1 : tree.first(block); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                group(child, selector, context, results);
            }
        }
        facts.closeScope();
        walk.body = outer;
        return results;
    }

    private void group(int node, int selector, Context context, List<Integer> results) {
        boolean rule = tree.is(node, JavaNode.SWITCH_RULE);
        if (rule) {
            facts.openScope();
        }
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.SWITCH_LABEL)) {
                label(child, selector);
            } else if (rule && tree.is(child, JavaNode.EXPRESSION_STATEMENT)) {
                value(child, context, results);
            } else if (tree.isNamed(child)) {
                statement(child);
            }
        }
        if (rule) {
            facts.closeScope();
        }
    }

    private void label(int node, int selector) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case PATTERN, TYPE_PATTERN, RECORD_PATTERN -> walk.patterns.bind(child, selector);
                case GUARD -> children(child);
                case IDENTIFIER -> {}
                default -> {
                    if (tree.isNamed(child)) {
                        Context like = selector < 0 ? Context.NONE : new Context(ContextKind.ASSIGNMENT, 0, selector);
                        walk.expressions.of(child, like);
                    }
                }
            }
        }
    }

    static Context lambdaReturn(int lambda) {
        return new Context(ContextKind.LAMBDA_RETURN, 0, lambda);
    }
}
