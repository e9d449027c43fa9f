package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.ArrayList;
import java.util.List;

/** The types that are written at nodes of a tree. */
final class TypeNodes {
    private static final int DEEPEST = 20;

    private final CheckedFile file;
    private final JavaTree tree;

    TypeNodes(CheckedFile file) {
        this.file = file;
        this.tree = file.tree;
    }

    /** The type; unknown where a name in it means nothing, or a type parameter that is only now being declared. */
    Type type(int node) {
        return type(node, file.syntax.scope(node), 0);
    }

    private Type type(int node, int scope, int depth) {
        if (node < 0 || depth > DEEPEST) {
            return Type.UNKNOWN;
        }
        return switch (tree.kind(node)) {
            case TYPE_IDENTIFIER, IDENTIFIER, SCOPED_TYPE_IDENTIFIER, SCOPED_IDENTIFIER -> named(node, scope);
            case GENERIC_TYPE -> generic(node, scope, depth);
            case ARRAY_TYPE -> {
                Type type = type(tree.firstNamed(node), scope, depth + 1);
                int dimensions = tree.child(node, file.fields.dimensions());
                for (int at = dimensions < 0 ? -1 : tree.first(dimensions); at >= 0; at = tree.next(at)) {
                    type = tree.textIs(at, "[") ? new Type.Array(type) : type;
                }
                yield type;
            }
            case BOOLEAN_TYPE, INTEGRAL_TYPE, FLOATING_POINT_TYPE, VOID_TYPE -> {
                for (Type.Primitive primitive : Type.Primitive.values()) {
                    if (tree.textIs(node, primitive.keyword())) {
                        yield primitive;
                    }
                }
                yield Type.UNKNOWN;
            }
            case WILDCARD -> new Type.Wildcard(Type.Bound.NONE, Type.UNKNOWN);
            default -> Type.UNKNOWN;
        };
    }

    private Type named(int node, int scope) {
        Type found = file.body.names.find(tree.dotted(node), scope);
        return found == null ? Type.UNKNOWN : found;
    }

    private Type generic(int node, int scope, int depth) {
        int name = tree.firstNamed(node);
        int arguments = tree.child(node, JavaNode.TYPE_ARGUMENTS);
        Type type = type(name, scope, depth + 1);
        if (!(type instanceof Type.ClassType(JavaClass symbol, List<Type> _)) || arguments < 0) {
            return type;
        }
        List<Type> given = new ArrayList<>();
        for (int each : file.children(arguments)) {
            given.add(type(each, scope, depth + 1));
        }
        return new Type.ClassType(symbol, given);
    }
}
