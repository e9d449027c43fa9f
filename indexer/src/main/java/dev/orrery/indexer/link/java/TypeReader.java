package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.TypeRefs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the type references of one file into types. */
final class TypeReader {
    private static final Map<String, Type.Primitive> PRIMITIVES =
            Stream.of(Type.Primitive.values()).collect(Collectors.toMap(Type.Primitive::keyword, Function.identity()));

    private final UnitClasses unit;
    private final FileFacts facts;
    private final TypeNames names;

    TypeReader(UnitClasses unit, Reads reads) {
        this.unit = unit;
        this.facts = unit.source().facts();
        this.names = new TypeNames(unit, reads);
    }

    /** The type that {@code ref} means in the code of the declaration {@code scope}. */
    Type type(int ref, int scope) {
        return type(ref, scope, scope);
    }

    /** The type in the head of a declaration, where its own members are not in scope but its type parameters are. */
    Type headerType(int ref, int declaration) {
        return type(ref, unit.declarations().parent(declaration), declaration);
    }

    List<Type> headerTypes(int list, int declaration) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(list); i++) {
            types.add(headerType(facts.lists().get(list, i), declaration));
        }
        return List.copyOf(types);
    }

    private Type type(int ref, int scope, int variables) {
        TypeRefs types = facts.types();
        int list = types.arguments(ref);
        List<Type> arguments = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(list); i++) {
            arguments.add(type(facts.lists().get(list, i), scope, variables));
        }
        Type type =
                switch (types.form(ref)) {
                    case NAMED -> named(facts.string(types.name(ref)), arguments, scope, variables);
                    case WILDCARD -> new Type.Wildcard(Type.Bound.NONE, Type.UNKNOWN);
                    case WILDCARD_EXTENDS -> new Type.Wildcard(Type.Bound.EXTENDS, arguments.getFirst());
                    case WILDCARD_SUPER -> new Type.Wildcard(Type.Bound.SUPER, arguments.getFirst());
                    case UNION, INTERSECTION -> new Type.Intersection(arguments);
                };
        for (int i = 0; i < types.dimensions(ref); i++) {
            type = new Type.Array(type);
        }
        return type;
    }

    private Type named(String name, List<Type> arguments, int scope, int variables) {
        Type.Primitive primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        if (variables != scope) {
            for (TypeVariable variable : unit.typeVariables(variables)) {
                if (variable.name().equals(name)) {
                    return variable;
                }
            }
        }
        Type found = names.get(name, scope);
        return found instanceof Type.ClassType(JavaClass symbol, List<Type> none) && !arguments.isEmpty()
                ? new Type.ClassType(symbol, List.copyOf(arguments))
                : found;
    }
}
