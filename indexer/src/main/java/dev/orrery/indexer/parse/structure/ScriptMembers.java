package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members that JavaScript objects get without a declaration: in object literals, and by assignment. */
final class ScriptMembers {
    private final Walk walk;
    private final Source source;
    private final FactsBuilder facts;
    private final ScriptModules modules;

    /** For each class, the fields that its code assigns to {@code this}. */
    private final Map<Integer, Map<String, Integer>> assigned = new HashMap<>();

    ScriptMembers(Walk walk, ScriptModules modules) {
        this.walk = walk;
        this.modules = modules;
        source = walk.source;
        facts = walk.facts;
    }

    /** Declares an object literal that has a name, where its members can be called; false where it is plain data. */
    boolean object(int whole, String name, int nameNode, int value) {
        int literal = literal(value);
        if (literal < 0 || !isWorthDeclaring(literal) || !walk.deeper()) {
            if (literal >= 0 && isWorthDeclaring(literal)) {
                walk.shallower();
            }
            return false;
        }
        int bits = walk.rules.modifiers(whole, SymbolKind.OBJECT, name) | (walk.inBody() ? Modifiers.LOCAL : 0);
        int row = facts.declare(
                SymbolKind.OBJECT, name, bits, source.start(nameNode), source.start(whole), source.end(whole));
        facts.hideVariable(name);
        facts.openLiteral(row);
        for (int child = source.firstNamed(literal); child >= 0; child = source.nextNamed(child)) {
            member(row, child);
        }
        facts.close();
        walk.shallower();
        return true;
    }

    /** The object literal in a value, without parentheses and assertions around it; -1 where it is something else. */
    private int literal(int value) {
        int at = value;
        while (source.isType(at, "parenthesized_expression")
                || source.isType(at, "as_expression") && source.hasToken(at, "const")
                || source.isType(at, "satisfies_expression")) {
            at = source.firstNamed(at);
        }
        return source.is(at, Role.MAP) ? at : -1;
    }

    /**
     * An object literal without a name whose members are declared in the function around it: the value is then that
     * function, among whose members they are found. -1 for any other.
     */
    int nameless(int literal) {
        int around = facts.current();
        boolean function = around >= 0 && facts.kind(around) == SymbolKind.FUNCTION && walk.inBody();
        boolean callable = false;
        for (int child = function ? source.firstNamed(literal) : -1; child >= 0; child = source.nextNamed(child)) {
            callable |= source.is(child, Role.NAME)
                    || source.is(child, Role.FUNCTION)
                    || source.is(source.field(child, "value"), Role.LAMBDA);
        }
        return callable
                ? facts.expression(ExpressionKind.NAME, facts.string(facts.nameOf(around)), 0, 0)
                : FactsBuilder.NONE;
    }

    private boolean isWorthDeclaring(int literal) {
        boolean data = walk.inBody();
        for (int child = source.firstNamed(literal); child >= 0; child = source.nextNamed(child)) {
            int value = source.field(child, "value");
            boolean function = source.is(child, Role.FUNCTION) || source.is(value, Role.LAMBDA);
            boolean reference =
                    source.is(child, Role.NAME) || source.is(value, Role.NAME) || source.is(value, Role.MAP);
            if (function || !data && (reference || source.is(child, Role.SAME))) {
                return true;
            }
        }
        return false;
    }

    private void member(int object, int node) {
        if (source.isType(node, "pair")) {
            pair(node);
        } else if (source.is(node, Role.NAME)) {
            int from = facts.name(source.text(node));
            facts.value(walk.variables.field(node, node, FactsBuilder.NONE), from);
        } else if (source.is(node, Role.SAME)) {
            int from = walk.expressions.read(node);
            if (from >= 0) {
                facts.value(object, from);
            }
        } else {
            walk.visit(node);
        }
    }

    /** {@code name: value} in an object. */
    void pair(int node) {
        int key = source.field(node, "key");
        int value = source.field(node, "value");
        boolean plain = source.isLeaf(key) || source.is(key, Role.STRING);
        if (source.is(value, Role.LAMBDA) && plain) {
            walk.declarations.named(node, source.unquoted(key), key, value);
        } else if (!plain || !walk.inType() || !object(node, source.unquoted(key), key, value)) {
            walk.visit(key);
            boolean field = plain && walk.inType() && !source.is(value, Role.MAP);
            int row = field ? walk.variables.field(node, key, FactsBuilder.NONE) : FactsBuilder.NONE;
            int from = walk.expressions.read(value);
            if (from >= 0 && row >= 0) {
                facts.value(row, from);
            }
        }
    }

    /** Declares the fields that a class's code assigns to {@code this} and that are not declared. */
    void fields(int node, int row) {
        int body = source.part(node, Part.BODY);
        Map<String, Integer> fields = new HashMap<>();
        for (int member = source.firstNamed(body); member >= 0; member = source.nextNamed(member)) {
            if (source.is(member, Role.VARIABLE) || source.is(member, Role.FUNCTION)) {
                fields.put(source.text(source.part(member, Part.NAME)), FactsBuilder.NONE);
            }
        }
        for (int at = body; body >= 0 && at < source.tree.after(body); at++) {
            int target = source.is(at, Role.ASSIGNMENT) ? source.part(at, Part.NAME) : -1;
            if (isOfThis(target) && !source.is(source.part(at, Part.VALUE), Role.LAMBDA)) {
                int name = source.part(target, Part.NAME);
                if (!fields.containsKey(source.text(name))) {
                    fields.put(source.text(name), walk.variables.field(at, name, FactsBuilder.NONE));
                }
            }
        }
        assigned.put(row, fields);
    }

    private boolean isOfThis(int target) {
        return source.isType(target, "member_expression") && source.is(source.part(target, Part.OBJECT), Role.THIS);
    }

    /** Reads an assignment to a member; false where it declares nothing. */
    boolean assignment(int node) {
        int target = source.part(node, Part.NAME);
        if (!source.isType(target, "member_expression")) {
            return false;
        }
        int value = source.part(node, Part.VALUE);
        int name = source.part(target, Part.NAME);
        String object = source.dotted(source.part(target, Part.OBJECT));
        boolean module = object.equals("module") && source.text(name).equals("exports");
        if (module || object.equals("exports") || object.equals("module.exports")) {
            if (walk.inBody() && !source.is(value, Role.LAMBDA)) {
                return false;
            }
            modules.exported(node, module ? ScriptModules.DEFAULT : source.text(name), name, value);
            return true;
        }
        if (source.is(value, Role.LAMBDA)) {
            return function(node, object, name, value);
        }
        return isOfThis(target) && field(node, name, value);
    }

    /** {@code a.b = function}: a function of the object's type, or of nobody in particular. */
    private boolean function(int node, String object, int name, int value) {
        boolean prototype = object.endsWith(".prototype");
        String around = object.equals("this") ? typeAround() : "";
        boolean member = prototype || !around.isEmpty();
        if (walk.inBody() && !member || !object.matches("[\\w.$]+") || object.startsWith("this") && !member) {
            return false;
        }
        String type = prototype ? object.substring(0, object.length() - 10) : member ? around : object;
        int bits = member ? Modifiers.PUBLIC : Modifiers.PUBLIC | Modifiers.STATIC;
        int row = facts.declare(
                SymbolKind.METHOD, source.text(name), bits, source.start(name), source.start(node), source.end(node));
        facts.superclass(row, facts.type(type));
        walk.declarations.function(row, value);
        return true;
    }

    /** The name of the class or constructor function around; empty where there is none. */
    private String typeAround() {
        for (int at = facts.current(); at >= 0; at = facts.parentOf(at)) {
            if (facts.kind(at) == SymbolKind.CLASS || isConstructorFunction(at)) {
                return facts.nameOf(at);
            }
        }
        return "";
    }

    private boolean isConstructorFunction(int row) {
        String name = facts.nameOf(row);
        return facts.kind(row) == SymbolKind.FUNCTION && !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** {@code this.a = value}: tells the field what it holds. */
    private boolean field(int node, int name, int value) {
        int from = walk.expressions.read(value);
        Map<String, Integer> fields = null;
        for (int at = facts.current(); at >= 0 && fields == null; at = facts.parentOf(at)) {
            fields = fieldsOf(at);
        }
        if (fields != null && from >= 0) {
            String text = source.text(name);
            if (!fields.containsKey(text) && facts.kind(facts.current()) == SymbolKind.FUNCTION) {
                fields.put(text, walk.variables.field(node, name, FactsBuilder.NONE));
            }
            int row = fields.getOrDefault(text, FactsBuilder.NONE);
            if (row >= 0) {
                facts.value(row, from);
            }
        }
        return true;
    }

    private @Nullable Map<String, Integer> fieldsOf(int row) {
        return isConstructorFunction(row) ? assigned.computeIfAbsent(row, key -> new HashMap<>()) : assigned.get(row);
    }
}
