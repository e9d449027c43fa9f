package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.nio.charset.StandardCharsets;

/** Reads calls and creations. */
final class CallReader {
    private final Walk walk;
    private final Source source;
    private final FactsBuilder facts;

    CallReader(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    /** The call's expression, or -1 where what is called has no name. */
    int call(int node, Context context) {
        int function = called(source.part(node, Part.FUNCTION));
        int arguments = source.part(node, Part.ARGUMENTS);
        Role role = source.role(function);
        int call = FactsBuilder.NONE;
        if (walk.rules.isOperator(function)) {
            arguments(FactsBuilder.NONE, arguments);
            return FactsBuilder.NONE;
        }
        if (role == Role.NAME) {
            int object = source.part(node, Part.OBJECT);
            int receiver = object < 0 ? variable(function) : walk.expressions.readOrUnknown(object);
            call = add(CallKind.METHOD, function, receiver, node);
        } else if (role == Role.MEMBER) {
            int name = called(source.part(function, Part.NAME));
            int object = source.part(function, Part.OBJECT);
            int receiver = object < 0 ? FactsBuilder.NONE : walk.expressions.readOrUnknown(object);
            while (source.is(name, Role.MEMBER)) { // some grammars nest a::b::c to the right
                int scope = source.part(name, Part.OBJECT);
                receiver = receiver < 0
                        ? walk.expressions.readOrUnknown(scope)
                        : facts.field(receiver, source.dotted(scope));
                name = called(source.part(name, Part.NAME));
            }
            if (name >= 0) {
                call = add(CallKind.METHOD, name, receiver, node);
            }
        } else if (role == Role.SUPER) {
            call = facts.call(CallKind.SUPER_CONSTRUCTOR, source.text(function), -1, -1, source.start(function));
        } else if (role == Role.THIS) {
            call = facts.call(CallKind.THIS_CONSTRUCTOR, source.text(function), -1, -1, source.start(function));
        } else {
            walk.expressions.read(function);
        }
        walk.rules.afterCallee(node, call);
        arguments(call, arguments);
        return call < 0 ? FactsBuilder.NONE : facts.callExpression(call, context);
    }

    /** A called variable holds what is called: it is its own receiver. */
    private int variable(int name) {
        String text = source.text(name);
        return facts.visibleVariable(text) < 0 ? FactsBuilder.NONE : facts.name(text);
    }

    private int add(CallKind kind, int name, int receiver, int node) {
        String dotted = source.dotted(name);
        return walk.rules.call(kind, dotted.isEmpty() ? source.text(name) : dotted, receiver, source.start(name), node);
    }

    /** What is called, without parentheses and type arguments around it. */
    private int called(int node) {
        int at = node;
        while (source.is(at, Role.SAME) || source.is(at, Role.TYPE_GENERIC)) {
            int inner = source.is(at, Role.SAME) ? source.part(at, Part.VALUE) : source.part(at, Part.NAME);
            int next = inner >= 0 ? inner : source.firstNamed(at);
            if (next < 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The creation's expression; the created type's simple name is the called name. */
    int creation(int node) {
        int typeNode = source.part(node, Part.TYPE);
        int type = walk.types.read(typeNode);
        int call = FactsBuilder.NONE;
        if (type >= 0) {
            int name = typeName(typeNode);
            String dotted = source.dotted(name);
            int given = source.field(node, "type_arguments");
            type = given < 0 ? type : facts.type(dotted, walk.types.arguments(given));
            call = facts.call(
                    CallKind.CONSTRUCTOR, dotted.substring(dotted.lastIndexOf('.') + 1), -1, type, lastPart(name));
        } else {
            walk.visit(typeNode);
        }
        arguments(call, source.part(node, Part.ARGUMENTS));
        walk.visit(source.part(node, Part.BODY));
        return call < 0 ? FactsBuilder.NONE : facts.callExpression(call);
    }

    private int typeName(int type) {
        int at = type;
        while (source.is(at, Role.TYPE_GENERIC) || source.is(at, Role.TYPE_WRAP) || source.is(at, Role.TYPE_ARRAY)) {
            int inner = source.part(at, Part.NAME);
            int next = inner >= 0 ? inner : source.firstNamed(at);
            if (next < 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Where the last part of a qualified name starts. */
    private int lastPart(int name) {
        String text = source.text(name);
        int dot = Math.max(text.lastIndexOf('.'), text.lastIndexOf(':'));
        return dot < 0 || text.indexOf('<') >= 0
                ? source.start(name)
                : source.start(name) + text.substring(0, dot + 1).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Reads what a call is given; {@code call} is -1 where there is none to give it to. */
    void arguments(int call, int list) {
        if (list < 0) {
            return;
        }
        if (!walk.rules.isArgumentList(list)) {
            walk.visit(list);
            return;
        }
        int[] rows = new int[count(list)];
        int index = 0;
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int row = walk.expressions.read(
                    child, call < 0 ? Context.NONE : new Context(ContextKind.ARGUMENT, index, call));
            rows[index++] = row < 0 ? facts.unknown() : row;
        }
        if (call >= 0 && rows.length > 0) {
            facts.arguments(call, rows);
        }
    }

    private int count(int list) {
        int count = 0;
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            count++;
        }
        return count;
    }

    /** Notes all calls in a subtree without their structure. */
    void scan(int node) {
        for (int inner = node; inner < source.tree.after(node); inner++) {
            if (!source.is(inner, Role.CALL)) {
                continue;
            }
            int function = called(source.part(inner, Part.FUNCTION));
            boolean member = source.is(function, Role.MEMBER);
            int name = member ? source.part(function, Part.NAME) : function;
            if (name >= 0 && source.isLeaf(name) && source.tree.named(name)) {
                int receiver = member ? facts.unknown() : FactsBuilder.NONE;
                facts.call(CallKind.METHOD, source.text(name), receiver, -1, source.start(name));
            }
        }
    }
}
