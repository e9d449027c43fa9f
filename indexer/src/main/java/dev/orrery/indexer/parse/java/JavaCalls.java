package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.Arrays;

/** Reads call sites: methods, constructors, method references. */
final class JavaCalls {
    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;

    JavaCalls(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    int method(int node, Context context) {
        int name = tree.child(node, fields.name());
        int object = tree.child(node, fields.object());
        if (name < 0) {
            return facts.unknown();
        }
        int receiver = object < 0 ? FactsBuilder.NONE : receiver(node, object);
        int call = facts.call(CallKind.METHOD, tree.text(name), receiver, FactsBuilder.NONE, tree.start(name));
        int typeArguments = tree.child(node, JavaNode.TYPE_ARGUMENTS);
        if (typeArguments >= 0) {
            facts.typeArguments(call, walk.types.list(typeArguments));
        }
        arguments(node, call, fields.arguments());
        return facts.callExpression(call, context);
    }

    private int receiver(int node, int object) {
        if (tree.is(object, JavaNode.SUPER)) {
            int row = facts.expression(ExpressionKind.SUPER, FactsBuilder.NONE, 0, 0);
            walk.rows.expression(object, row, facts.current());
            return row;
        }
        if (tree.child(node, JavaNode.SUPER) >= 0) {
            return facts.expression(ExpressionKind.SUPER, facts.type(tree.dotted(object)), 0, 0);
        }
        return walk.expressions.of(object, Context.NONE);
    }

    private void arguments(int node, int call, int field) {
        int list = tree.child(node, field);
        if (list >= 0) {
            facts.arguments(call, arguments(list, call));
        }
    }

    int[] arguments(int list, int call) {
        int[] rows = new int[4];
        int count = 0;
        for (int child = tree.first(list); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                rows = count == rows.length ? Arrays.copyOf(rows, count * 2) : rows;
                rows[count] = walk.expressions.of(child, new Context(ContextKind.ARGUMENT, count, call));
                count++;
            }
        }
        return JavaTree.trim(rows, count);
    }

    int creation(int node, Context context) {
        int typeNode = tree.child(node, fields.type());
        int first = tree.firstNamed(node);
        int outer = FactsBuilder.NONE;
        if (first >= 0 && first < typeNode && walk.expressions.isExpression(tree.kind(first))) {
            outer = walk.expressions.of(first, Context.NONE);
        }
        int type = walk.types.of(typeNode);
        if (type < 0) {
            return facts.unknown();
        }
        String name = simpleName(typeNode);
        int call = facts.call(CallKind.CONSTRUCTOR, name, outer, type, tree.start(typeNode));
        arguments(node, call, fields.arguments());
        int body = tree.child(node, JavaNode.CLASS_BODY);
        if (body >= 0) {
            facts.body(call, walk.declarations.anonymous(body, name, type, tree.start(typeNode)));
        }
        return facts.callExpression(call, context);
    }

    private String simpleName(int typeNode) {
        int name = typeNode;
        if (tree.is(name, JavaNode.GENERIC_TYPE)) {
            name = tree.firstNamed(name);
        }
        String dotted = tree.dotted(name);
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    void explicitConstructor(int node) {
        int constructor = tree.child(node, fields.constructor());
        if (constructor < 0) {
            return;
        }
        int object = tree.child(node, fields.object());
        int outer = object < 0 ? FactsBuilder.NONE : walk.expressions.of(object, Context.NONE);
        boolean self = tree.is(constructor, JavaNode.THIS);
        int call = facts.call(
                self ? CallKind.THIS_CONSTRUCTOR : CallKind.SUPER_CONSTRUCTOR,
                self ? "this" : "super",
                outer,
                FactsBuilder.NONE,
                tree.start(constructor));
        arguments(node, call, fields.arguments());
        walk.rows.expression(node, facts.callExpression(call), facts.current());
    }

    /** {@code receiver::name}; what stands before the colons may be an expression or a type. */
    int reference(int node, Context context) {
        int first = tree.firstNamed(node);
        int last = -1;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            last = child;
        }
        if (first < 0 || last == first) {
            return facts.unknown();
        }
        boolean constructor = tree.textIs(last, "new");
        int type = isTypeOnly(first) || constructor ? walk.types.of(first) : FactsBuilder.NONE;
        int receiver;
        if (type >= 0) {
            receiver = facts.expression(ExpressionKind.TYPE, type, 0, 0);
        } else if (tree.is(first, JavaNode.SUPER)) {
            receiver = facts.expression(ExpressionKind.SUPER, FactsBuilder.NONE, 0, 0);
        } else {
            receiver = walk.expressions.of(first, Context.NONE);
        }
        String name = constructor ? simpleName(first) : tree.text(last);
        int call = facts.call(
                CallKind.REFERENCE, name, receiver, constructor ? type : FactsBuilder.NONE, tree.start(last));
        return facts.callExpression(call, context);
    }

    private boolean isTypeOnly(int node) {
        return switch (tree.kind(node)) {
            case GENERIC_TYPE,
                    ARRAY_TYPE,
                    SCOPED_TYPE_IDENTIFIER,
                    ANNOTATED_TYPE,
                    TYPE_IDENTIFIER,
                    INTEGRAL_TYPE,
                    FLOATING_POINT_TYPE,
                    BOOLEAN_TYPE -> true;
            default -> false;
        };
    }

    /**
     * The calls below a node that is nested too deeply to be read: names and places, no types. Keeps hostile sources from
     * exhausting the stack without losing who is called.
     */
    int flat(int node) {
        int end = tree.end(node);
        for (int inner = node; inner < tree.size() && tree.start(inner) < end; inner++) {
            JavaNode kind = tree.kind(inner);
            if (kind == JavaNode.METHOD_INVOCATION) {
                int name = tree.child(inner, fields.name());
                if (name >= 0) {
                    unknownCall(CallKind.METHOD, tree.text(name), FactsBuilder.NONE, inner, name);
                }
            } else if (kind == JavaNode.OBJECT_CREATION_EXPRESSION) {
                int type = tree.child(inner, fields.type());
                int row = walk.types.of(type);
                if (row >= 0) {
                    unknownCall(CallKind.CONSTRUCTOR, simpleName(type), row, inner, type);
                }
            }
        }
        return facts.unknown();
    }

    private void unknownCall(CallKind kind, String name, int type, int node, int nameNode) {
        int receiver = kind == CallKind.METHOD ? facts.unknown() : FactsBuilder.NONE;
        int call = facts.call(kind, name, receiver, type, tree.start(nameNode));
        int list = tree.child(node, fields.arguments());
        int count = 0;
        for (int child = list < 0 ? -1 : tree.first(list); child >= 0; child = tree.next(child)) {
            count += tree.isNamed(child) ? 1 : 0;
        }
        int[] arguments = new int[count];
        Arrays.setAll(arguments, i -> facts.unknown());
        facts.arguments(call, arguments);
    }
}
