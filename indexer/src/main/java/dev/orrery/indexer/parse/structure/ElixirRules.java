package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.Set;

/** Elixir: modules and functions are declared by calls of macros. */
final class ElixirRules extends PlainRules {
    private static final Set<String> MODULES = Set.of("defmodule", "defprotocol", "defimpl");
    private static final Set<String> FUNCTIONS = Set.of("def", "defp", "defmacro", "defmacrop", "defguard", "test");
    private static final Set<String> IMPORTS = Set.of("alias", "import", "use", "require");

    ElixirRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        specialExpression(node, Context.NONE);
    }

    @Override
    int specialExpression(int node, Context context) {
        String target = source.text(source.field(node, "target"));
        int arguments = source.child(node, "arguments");
        int first = source.firstNamed(arguments);
        if (MODULES.contains(target) && source.isType(first, "alias")) {
            module(node, first);
        } else if (FUNCTIONS.contains(target) && first >= 0) {
            function(node, target, first);
        } else if (IMPORTS.contains(target) && source.isType(first, "alias")) {
            imported(node, arguments, first);
        } else {
            return walk.calls.call(node, context);
        }
        return FactsBuilder.NONE;
    }

    private void module(int node, int name) {
        int row = facts.declare(
                SymbolKind.NAMESPACE,
                last(source.text(name)),
                Modifiers.PUBLIC,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.open(row);
        walk.children(source.child(node, "do_block"));
        facts.close();
    }

    private static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    private void function(int node, String target, int first) {
        int head = source.isType(first, "binary_operator") ? source.field(first, "left") : first;
        int name = source.isType(head, "call") ? source.field(head, "target") : head;
        String text = source.isType(head, "string") ? source.unquoted(head) : source.text(name);
        if (text.isEmpty()) {
            walk.children(node);
            return;
        }
        int bits = target.endsWith("p") ? Modifiers.PRIVATE : Modifiers.PUBLIC;
        bits |= target.equals("test") ? Modifiers.TEST : 0;
        SymbolKind kind = target.startsWith("defmacro") ? SymbolKind.MACRO : SymbolKind.FUNCTION;
        int row = facts.declare(kind, text, bits, source.start(name), source.start(node), source.end(node));
        facts.open(row);
        int parameters = source.isType(head, "call") ? source.child(head, "arguments") : -1;
        walk.variables.parameters(parameters, new VariableReader.DeclaredParameters(facts, row));
        walk.children(source.child(node, "do_block"));
        for (int rest = source.nextNamed(first); rest >= 0; rest = source.nextNamed(rest)) {
            walk.visit(rest);
        }
        facts.close();
    }

    private void imported(int node, int arguments, int first) {
        String path = source.text(first);
        String alias = "";
        int keywords = source.child(arguments, "keywords");
        int pair = source.firstNamed(keywords);
        if (source.text(source.field(pair, "key")).strip().equals("as:")) {
            alias = source.text(source.field(pair, "value"));
        }
        int dot = path.lastIndexOf('.');
        facts.addImport(0, dot < 0 ? path : path.substring(0, dot), last(path), alias, source.start(node));
    }

    /** A module is known by the last part of its name. */
    @Override
    int name(int node, String name) {
        return facts.name(last(name));
    }
}
