package dev.orrery.indexer.link.java;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type variables stand for; few at a time. */
final class Bindings {
    static final Bindings NONE = new Bindings();

    private final Map<TypeVariable, Type> types = new IdentityHashMap<>(4);

    /** The variables of a class and what its arguments make of them; none for a raw type. */
    static Bindings of(Type.ClassType type, Reads reads) {
        List<TypeVariable> variables = type.symbol().typeParameters(reads);
        if (variables.size() != type.arguments().size() || variables.isEmpty()) {
            return NONE;
        }
        Bindings bindings = new Bindings();
        for (int i = 0; i < variables.size(); i++) {
            bindings.types.put(
                    variables.get(i),
                    captured(variables.get(i), type.arguments().get(i), reads));
        }
        return bindings;
    }

    /** An unbounded wildcard is bounded by what the variable is bounded by. */
    private static Type captured(TypeVariable variable, Type argument, Reads reads) {
        if (argument instanceof Type.Wildcard(Type.Bound kind, Type bound) && kind == Type.Bound.NONE) {
            List<Type> bounds = variable.bounds(reads);
            if (!bounds.isEmpty() && bounds.getFirst() instanceof Type.ClassType(JavaClass symbol, List<Type> none)) {
                return new Type.Wildcard(Type.Bound.EXTENDS, new Type.ClassType(symbol));
            }
        }
        return argument;
    }

    @Nullable
    Type get(TypeVariable variable) {
        return types.get(variable);
    }

    void put(TypeVariable variable, Type type) {
        types.put(variable, type);
    }

    boolean isEmpty() {
        return types.isEmpty();
    }

    /** {@code type} with the bound variables replaced; others stay. */
    Type apply(Type type) {
        if (types.isEmpty()) {
            return type;
        }
        return switch (type) {
            case TypeVariable variable -> types.getOrDefault(variable, variable);
            case Type.ClassType(JavaClass symbol, List<Type> arguments) ->
                arguments.isEmpty() ? type : new Type.ClassType(symbol, applyAll(arguments));
            case Type.Array(Type element) -> new Type.Array(apply(element));
            case Type.Wildcard(Type.Bound kind, Type bound) -> wildcard(kind, apply(bound));
            case Type.Intersection(List<Type> parts) -> new Type.Intersection(applyAll(parts));
            case Type.Primitive primitive -> primitive;
            case Type.Null nothing -> nothing;
            case Type.Unknown unknown -> unknown;
        };
    }

    /** A wildcard bounded by a wildcard is bounded by its bound. */
    private static Type wildcard(Type.Bound kind, Type bound) {
        return bound instanceof Type.Wildcard inner ? inner : new Type.Wildcard(kind, bound);
    }

    private List<Type> applyAll(List<Type> all) {
        List<Type> applied = new ArrayList<>(all.size());
        for (Type type : all) {
            applied.add(apply(type));
        }
        return applied;
    }
}
