package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.function.IntConsumer;

/** Reads fields, local variables, parameters and assignments. */
final class VariableReader {
    /** Takes the parameters of a declaration or a lambda. */
    interface ParameterSink {
        /** The variable's row. */
        int add(String name, int type);

        /** The last one takes any number of arguments. */
        default void variadic() {}
    }

    /** Adds to a declaration. */
    record DeclaredParameters(FactsBuilder facts, int row) implements ParameterSink {
        @Override
        public int add(String name, int type) {
            return facts.parameter(row, name, type);
        }

        @Override
        public void variadic() {
            facts.addModifiers(row, Modifiers.VARARGS);
        }
    }

    /** Adds to a lambda. */
    record LambdaParameters(FactsBuilder facts, int expression) implements ParameterSink {
        @Override
        public int add(String name, int type) {
            return facts.lambdaParameter(expression, name, type);
        }
    }

    private final Walk walk;
    private final Source source;
    private final FactsBuilder facts;

    VariableReader(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    /** Declares what one declarator names: a function where its value is one, a field, or a local variable. */
    void declare(int node) {
        int name = nameNode(source.part(node, Part.NAME));
        int value = source.part(node, Part.VALUE);
        if (name < 0) {
            walk.children(node);
            return;
        }
        if (!source.is(name, Role.PATTERN) && walk.rules.namesLambdas()) {
            if (source.is(value, Role.LAMBDA)) {
                walk.declarations.named(node, source.text(name), name, value);
                return;
            }
            Rule rule = source.rule(value);
            if (rule != null && rule.role() == Role.TYPE) {
                walk.declarations.type(value, rule, name);
                return;
            }
        }
        int type = walk.types.read(source.part(node, Part.TYPE));
        if (type < 0 && source.is(name, Role.NAME) && walk.rules.declaresObject(node, source.text(name), name, value)) {
            return;
        }
        if (walk.inBody()) {
            int from = walk.expressions.read(value);
            local(name, type, from);
        } else {
            if (source.is(name, Role.PATTERN)) {
                int from = walk.expressions.read(value);
                if (from < 0 || !walk.rules.patternParts(name, from)) {
                    eachName(name, inner -> field(node, inner, FactsBuilder.NONE));
                }
                return;
            }
            int row = field(node, name, type);
            int from = walk.expressions.read(value);
            if (type < 0 && from >= 0) {
                facts.value(row, from);
            }
        }
    }

    /** Declares the local variables that a name or pattern names. */
    void local(int name, int type, int from) {
        if (source.is(name, Role.PATTERN)) {
            patternNames(name, type < 0 ? from : facts.expression(ExpressionKind.VALUE, type, 0, 0));
        } else {
            facts.variable(source.text(name), type, VariableOrigin.LOCAL, from, 0);
        }
    }

    /** Declares a field named by one node. */
    int field(int node, int name, int type) {
        String text = source.text(name);
        int bits = walk.declarations.modifiers(node) | walk.rules.modifiers(node, SymbolKind.FIELD, text);
        int row = facts.declare(SymbolKind.FIELD, text, bits, source.start(name), source.start(node), source.end(node));
        if (type >= 0) {
            facts.declaredType(row, type);
        }
        return row;
    }

    /** Declares the variables of a pattern, each with its part of the value {@code from}, or -1. */
    void patternNames(int pattern, int from) {
        if (from < 0 || !walk.rules.patternParts(pattern, from)) {
            eachName(pattern, inner -> facts.variable(source.text(inner), -1, VariableOrigin.LOCAL, -1, 0));
        }
    }

    /** Runs for each name in a pattern; keys and default values are no names. */
    void eachName(int pattern, IntConsumer action) {
        int only = source.part(pattern, Part.VALUE);
        if (only >= 0) {
            named(only, action);
            return;
        }
        for (int child = source.firstNamed(pattern); child >= 0; child = source.nextNamed(child)) {
            named(child, action);
        }
    }

    private void named(int node, IntConsumer action) {
        int inner = nameNode(node);
        if (source.is(inner, Role.NAME) && walk.rules.isPatternName(source.text(inner))) {
            action.accept(inner);
        } else if (source.is(inner, Role.PATTERN)) {
            if (walk.deeper()) {
                eachName(inner, action);
            }
            walk.shallower();
        }
    }

    /** The name or pattern inside of declarators around it. */
    int nameNode(int node) {
        int at = node;
        while (source.is(at, Role.DECLARATOR)) {
            int name = source.part(at, Part.NAME);
            at = name >= 0 ? name : source.firstNamed(at);
        }
        return at;
    }

    void each(int node) {
        facts.openScope();
        int from = walk.expressions.read(source.part(node, Part.VALUE));
        int type = walk.types.read(source.part(node, Part.TYPE));
        int name = nameNode(source.part(node, Part.NAME));
        if (source.is(name, Role.PATTERN)) {
            patternNames(name, from < 0 ? from : facts.expression(ExpressionKind.ELEMENT, from, 0, 0));
        } else if (source.is(name, Role.NAME)) {
            facts.variable(source.text(name), type, VariableOrigin.EACH, from, 0);
        }
        walk.visit(source.part(node, Part.BODY));
        facts.closeScope();
    }

    void caught(int node) {
        facts.openScope();
        int name = nameNode(source.part(node, Part.NAME));
        if (source.is(name, Role.NAME)) {
            int type = walk.types.read(source.part(node, Part.TYPE));
            facts.variable(source.text(name), type, VariableOrigin.CATCH, -1, 0);
        }
        walk.visit(source.part(node, Part.BODY));
        facts.closeScope();
    }

    int assign(int node) {
        if (walk.rules.assignment(node)) {
            return FactsBuilder.NONE;
        }
        int target = walk.expressions.read(source.part(node, Part.NAME));
        int value = walk.expressions.read(source.part(node, Part.VALUE));
        return target < 0 ? value : facts.expression(ExpressionKind.ASSIGNMENT, target, value, 0);
    }

    /** Reads a list of parameters, or a lone one that stands for itself. */
    void parameters(int list, ParameterSink sink) {
        if (list < 0) {
            return;
        }
        if (source.is(list, Role.NAME) || source.is(list, Role.PARAMETER) || source.is(list, Role.PATTERN)) {
            parameter(list, sink);
            return;
        }
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            parameter(child, sink);
        }
    }

    /** Reads those of a node's children that are parameters. */
    void parametersAmong(int node, ParameterSink sink) {
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.is(child, Role.PARAMETER)) {
                parameter(child, sink);
            }
        }
    }

    private void parameter(int node, ParameterSink sink) {
        if (walk.rules.parameter(node, sink)) {
            return;
        }
        boolean whole = source.is(node, Role.PARAMETER);
        int name = nameNode(whole ? source.part(node, Part.NAME) : node);
        int type = whole ? walk.types.read(source.part(node, Part.TYPE)) : FactsBuilder.NONE;
        if (source.is(name, Role.NAME)) {
            sink.add(source.text(name), type);
        } else if (source.is(name, Role.PATTERN)) {
            patternNames(name, facts.expression(ExpressionKind.LOCAL, sink.add("_", type), 0, 0));
        } else if (whole && name < 0) {
            sink.add("_", type);
        }
        if (whole) {
            walk.visit(source.part(node, Part.VALUE));
        }
        if (walk.rules.isVariadic(node)) {
            sink.variadic();
        }
    }
}
