package dev.orrery.indexer.parse.structure;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.function.Function;

/**
 * One file's walk from top to bottom: gives each node to the reader that its role names. Below a certain depth it stops to
 * follow the structure, which only generated or hostile code reaches, and merely notes the calls.
 */
final class Walk {
    private static final int DEEPEST = 300;

    final Source source;
    final FactsBuilder facts;
    final LanguageRules rules;
    final TypeReader types;
    final ExpressionReader expressions;
    final CallReader calls;
    final VariableReader variables;
    final DeclarationReader declarations;
    private int depth;
    private int lambdas;

    Walk(Source source, FactsBuilder facts, Function<Walk, LanguageRules> rules) {
        this.source = source;
        this.facts = facts;
        types = new TypeReader(this);
        expressions = new ExpressionReader(this);
        calls = new CallReader(this);
        variables = new VariableReader(this);
        declarations = new DeclarationReader(this);
        this.rules = rules.apply(this);
    }

    void file() {
        facts.openScope();
        rules.beforeFile(0);
        children(0);
        facts.closeScope();
    }

    void children(int node) {
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            visit(child);
        }
    }

    /** Reads a node where nobody asks for its value. */
    void visit(int node) {
        if (node < 0) {
            return;
        }
        if (++depth > DEEPEST) {
            calls.scan(node);
            depth--;
            return;
        }
        Rule rule = source.rule(node);
        if (rule == null) {
            children(node);
        } else {
            dispatch(node, rule);
        }
        depth--;
    }

    private void dispatch(int node, Rule rule) {
        switch (rule.role()) {
            case SKIP, NAME, THIS, SUPER, INT, DOUBLE, BOOLEAN, NULL, TYPE_NAME, TYPE_WRAP, TYPE_ARRAY -> {}
            case MODIFIERS, ANNOTATION, DECLARATOR, PARAMETER, PATTERN, TYPE_GENERIC, TYPE_UNION -> children(node);
            case SPECIAL -> rules.special(node);
            case TYPE -> declarations.type(node, rule);
            case FUNCTION -> declarations.function(node, rule);
            case VARIABLE -> variables.declare(node);
            case SCOPE -> {
                facts.openScope();
                children(node);
                facts.closeScope();
            }
            case EACH -> variables.each(node);
            case CATCH -> variables.caught(node);
            case STRING, SAME, LIST, MAP, ELEMENT, CHOICE -> children(node);
            case CALL, NEW, MEMBER, CAST, ASSIGNMENT, LAMBDA, VALUE -> expressions.read(node);
            case RETURN -> expressions.returned(node);
        }
    }

    /** Counts a level of recursion that does not go through {@link #visit}; false where it is time to stop. */
    boolean deeper() {
        return ++depth <= DEEPEST;
    }

    void shallower() {
        depth--;
    }

    /** Whether the place at hand is the body of a type. */
    boolean inType() {
        int current = facts.current();
        return current >= 0 && facts.kind(current).isType();
    }

    /** Whether the place at hand is code that runs as part of something that is called. */
    boolean inBody() {
        int current = facts.current();
        return lambdas > 0 || current >= 0 && facts.kind(current).isCallable();
    }

    /** Enters a lambda, whose body is code wherever it stands. */
    void openLambda() {
        lambdas++;
    }

    void closeLambda() {
        lambdas--;
    }

    /** Enters a declaration, in which lambdas around it do not count; returns what {@link #leaveDeclaration} wants back. */
    int enterDeclaration() {
        int around = lambdas;
        lambdas = 0;
        return around;
    }

    void leaveDeclaration(int around) {
        lambdas = around;
    }

    /** The name of the declaration at hand; empty outside of any. */
    String nameAround() {
        return facts.current() < 0 ? "" : facts.nameOf(facts.current());
    }

    /** The type that is declared at the place at hand, or -1. */
    int typeAround() {
        return nameAround().isEmpty() ? FactsBuilder.NONE : facts.type(nameAround());
    }

    /** The kind that a function gets from where it stands. */
    SymbolKind functionKind() {
        return inType() ? SymbolKind.METHOD : SymbolKind.FUNCTION;
    }
}
