package dev.orrery.indexer.parse.structure;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.FactsBuilder;

/** What a language's table cannot say. Each walk has its own; the defaults fit most languages. */
class LanguageRules {
    final Walk walk;
    final Source source;
    final FactsBuilder facts;

    LanguageRules(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    /** Before anything else is read. */
    void beforeFile(int root) {}

    /** Reads a node of role {@link Role#SPECIAL}. */
    void special(int node) {
        walk.children(node);
    }

    /** Reads a node of role {@link Role#SPECIAL} as an expression. */
    int specialExpression(int node, Context context) {
        special(node);
        return FactsBuilder.NONE;
    }

    /** Reads a node of role {@link Role#SPECIAL} as a type. */
    int specialType(int node) {
        return FactsBuilder.NONE;
    }

    /** The value of a simple name. */
    int name(int node, String name) {
        return facts.name(name);
    }

    /** Adds a call; the place to turn it into another kind. */
    int call(CallKind kind, String name, int receiver, int nameOffset, int node) {
        return facts.call(kind, name, receiver, FactsBuilder.NONE, nameOffset);
    }

    /** After a call is added and before its arguments; {@code call} is -1 where what is called has no name. */
    void afterCallee(int node, int call) {}

    /** Whether a call's arguments are the children of that node. */
    boolean isArgumentList(int node) {
        return true;
    }

    /** Reads an assignment that declares something; false where it is a plain one. */
    boolean assignment(int node) {
        return false;
    }

    /** Reads a parameter that is not like others; false where it is. */
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        return false;
    }

    boolean isVariadic(int node) {
        return false;
    }

    /** Declares a pattern's variables with their parts of a value; false where the language's patterns do not tell. */
    boolean patternParts(int pattern, int from) {
        return false;
    }

    /** Whether a name in a pattern is that of a new variable. */
    boolean isPatternName(String name) {
        return true;
    }

    /** Whether a call is no call at all but an operator that looks like one; its arguments are read all the same. */
    boolean isOperator(int function) {
        return false;
    }

    /** Whether a variable that holds a function is declared as one. */
    boolean namesLambdas() {
        return false;
    }

    /** Declares an object that is written as a literal and has a name; false where the language or the value has none. */
    boolean declaresObject(int whole, String name, int nameNode, int value) {
        return false;
    }

    /** The value of an object literal without a name, if more is known about it than that it is one; otherwise -1. */
    int literalObject(int node) {
        return FactsBuilder.NONE;
    }

    /** Whether a lambda's body is a block of statements. */
    boolean isBlock(int body) {
        return source.is(body, Role.SCOPE);
    }

    /** Whether a type's name means that none is written. */
    boolean isUntyped(String name) {
        return false;
    }

    /** The name of a declaration that has none, empty where it is no declaration. */
    String nameless(int node) {
        return "";
    }

    /** Whether a type's node declares it rather than mentions it. */
    boolean declares(int node, int body) {
        return true;
    }

    SymbolKind kind(int node, SymbolKind kind, String name) {
        return kind;
    }

    /** Modifiers that follow from more than words. */
    int modifiers(int node, SymbolKind kind, String name) {
        return 0;
    }

    /** The node whose extent is the declaration's, annotations and the like included. */
    int whole(int node) {
        return node;
    }

    /** Records supertypes; {@code superclass} is already recorded. */
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        if (interfaces.length > 0) {
            facts.interfaces(row, interfaces);
        }
    }

    /** Reads one child of a list of type parameters. */
    void typeParameter(int row, int node) {
        int field = source.field(node, "name");
        int name = field >= 0 ? field : source.is(node, Role.TYPE_NAME) ? node : -1;
        if (name >= 0) {
            facts.typeParameter(row, source.text(name));
        }
    }

    /** The name that a declaration gets; {@code written} is what its node says. */
    String named(int node, String written) {
        return written;
    }

    /** Inside a type, before its members. */
    void beforeMembers(int node, int row) {}

    /** Inside a type that has no body of the usual form. */
    void bodyless(int node, int row) {}

    /** Whether a type without a written constructor has one all the same. */
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return false;
    }

    /** Inside a function, before its parameters. */
    void beforeParameters(int node, int row) {}

    /** Inside a function, after its parameters. */
    void beforeBody(int node, int row) {}

    /** Inside a lambda, before its parameters. */
    void beforeLambda(int node, int expression) {}
}
