package dev.orrery.indexer.parse.structure;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.HashMap;
import java.util.Map;

/** Dart: its grammar lists a chain of accesses and calls as siblings, and a function's body beside its head. */
final class DartRules extends PlainRules {
    /** The value of each call's selector. */
    private final Map<Integer, Integer> calls = new HashMap<>();

    private final Map<Integer, Integer> previous = new HashMap<>();
    private int previousOf = -1;

    DartRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "import_or_export" -> imports(node);
            case "selector" -> selector(node);
            case "initialized_variable_definition" -> variable(node);
            case "declaration" -> declaration(node);
            case "static_final_declaration" -> walk.variables.field(node, source.firstNamed(node), FactsBuilder.NONE);
            case "function_body" -> {
                if (!isOfHead(previous(node))) {
                    walk.children(node);
                }
            }
            default -> walk.children(node);
        }
    }

    private void imports(int node) {
        int specification = -1;
        String path = "";
        for (int inner = node; inner < source.tree.after(node); inner++) {
            if (source.isType(inner, "string_literal") && path.isEmpty()) {
                path = source.unquoted(inner);
            }
            specification = source.isType(inner, "import_specification") ? inner : specification;
        }
        int alias = source.child(specification, "identifier");
        importFile(path, alias < 0 ? "" : source.text(alias), node);
    }

    private boolean isOfHead(int node) {
        String type = source.type(node);
        return type.endsWith("signature");
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        return source.isType(node, "constructor_signature") && walk.inType() ? SymbolKind.CONSTRUCTOR : kind;
    }

    /** The body stands after the head. */
    @Override
    void beforeBody(int node, int row) {
        int head = source.tree.parent(node);
        int body = source.next(source.isType(head, "method_signature") ? head : node);
        if (source.isType(body, "function_body")) {
            walk.children(body);
        }
    }

    private void variable(int node) {
        int name = source.field(node, "name");
        int last = -1;
        for (int child = source.nextNamed(name); child >= 0; child = source.nextNamed(child)) {
            walk.visit(child);
            last = child;
        }
        int from = last < 0 ? FactsBuilder.NONE : value(last);
        int type = walk.types.read(source.child(node, "type_identifier"));
        if (name >= 0 && walk.inBody()) {
            facts.variable(source.text(name), type, VariableOrigin.LOCAL, from, 0);
        } else if (name >= 0) {
            walk.variables.field(node, name, type);
        }
    }

    private void declaration(int node) {
        int list = source.child(node, "initialized_identifier_list");
        int named = source.child(node, "type_identifier");
        int type = walk.types.read(named);
        int arguments = source.child(node, "type_arguments");
        if (type >= 0 && arguments >= 0) {
            type = facts.type(source.text(named), walk.types.arguments(arguments));
        }
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            walk.variables.field(child, source.firstNamed(child), type);
        }
        walk.children(node);
    }

    private void selector(int node) {
        int arguments = source.child(source.child(node, "argument_part"), "arguments");
        int called = previous(node);
        int member = member(called);
        int call = FactsBuilder.NONE;
        if (arguments >= 0 && member >= 0) {
            int object = previous(called);
            int receiver = object < 0 ? facts.unknown() : value(object);
            call = facts.call(
                    CallKind.METHOD,
                    source.text(member),
                    receiver < 0 ? facts.unknown() : receiver,
                    FactsBuilder.NONE,
                    source.start(member));
        } else if (arguments >= 0 && source.is(called, Role.NAME)) {
            call = facts.call(
                    CallKind.METHOD, source.text(called), FactsBuilder.NONE, FactsBuilder.NONE, source.start(called));
        }
        if (call >= 0) {
            calls.put(node, facts.callExpression(call));
        }
        walk.children(node);
    }

    /** The name in {@code .name}, or -1. */
    private int member(int selector) {
        int inner = source.firstNamed(selector);
        boolean access =
                source.isType(selector, "selector") && source.type(inner).endsWith("assignable_selector");
        return access ? source.child(inner, "identifier") : -1;
    }

    /** The value of a chain up to that sibling. */
    private int value(int node) {
        Integer call = calls.get(node);
        if (call != null) {
            return call;
        }
        int member = member(node);
        if (member >= 0 && walk.deeper()) {
            int object = previous(node);
            int receiver = object < 0 ? FactsBuilder.NONE : value(object);
            walk.shallower();
            return receiver < 0 ? FactsBuilder.NONE : facts.field(receiver, source.text(member));
        }
        if (member >= 0) {
            walk.shallower();
        }
        return source.is(node, Role.NAME) || source.is(node, Role.THIS)
                ? walk.expressions.read(node)
                : FactsBuilder.NONE;
    }

    /** The named sibling before a node, or -1. */
    private int previous(int node) {
        int parent = node < 0 ? -1 : source.tree.parent(node);
        if (parent >= 0 && parent != previousOf) {
            previous.clear();
            previousOf = parent;
            int before = -1;
            for (int child = source.firstNamed(parent); child >= 0; child = source.nextNamed(child)) {
                previous.put(child, before);
                before = child;
            }
        }
        return previous.getOrDefault(node, -1);
    }
}
