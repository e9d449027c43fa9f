package dev.orrery.indexer.link.java;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the signatures of class files into types; knows the type variables that are in scope. */
final class LibrarySignatures {
    private static final int LONGEST = 10_000;

    private final LibraryTypes library;
    private final Map<String, TypeVariable> variables = new HashMap<>();

    /**
     * @param outer the class whose type variables are in scope too, or null
     */
    LibrarySignatures(LibraryTypes library, @Nullable LibraryClass outer) {
        this.library = library;
        if (outer != null) {
            outer.typeParameters().forEach(variable -> variables.put(variable.name(), variable));
        }
    }

    /** The scope of a method: may declare more variables. */
    LibrarySignatures inner() {
        LibrarySignatures inner = new LibrarySignatures(library, null);
        inner.variables.putAll(variables);
        return inner;
    }

    List<TypeVariable> declare(List<Signature.TypeParam> parameters) {
        List<TypeVariable> declared = new ArrayList<>();
        for (Signature.TypeParam parameter : parameters) {
            Variable variable = new Variable(parameter);
            variables.put(parameter.identifier(), variable);
            declared.add(variable);
        }
        return List.copyOf(declared);
    }

    /** The generic signature; empty where there is none, or none that can be meant seriously. */
    static Optional<String> of(AttributedElement element) {
        return element.findAttribute(Attributes.signature())
                .map(attribute -> attribute.signature().stringValue())
                .filter(text -> text.length() <= LONGEST);
    }

    Type field(FieldModel field) {
        return type(of(field).map(Signature::parseFrom).orElseGet(() -> Signature.of(field.fieldTypeSymbol())));
    }

    Type type(Signature signature) {
        return switch (signature) {
            case Signature.BaseTypeSig base -> primitive(base.baseType());
            case Signature.ArrayTypeSig array -> new Type.Array(type(array.componentSignature()));
            case Signature.TypeVarSig variable -> {
                Type known = variables.get(variable.identifier());
                yield known == null ? Type.UNKNOWN : known;
            }
            case Signature.ClassTypeSig named -> classType(named);
        };
    }

    private Type classType(Signature.ClassTypeSig signature) {
        String name = internalName(signature);
        List<Type> arguments = signature.typeArgs().stream().map(this::argument).toList();
        return new Type.ClassType(library.reference(name), arguments);
    }

    private static String internalName(Signature.ClassTypeSig signature) {
        return signature
                .outerType()
                .map(outer -> internalName(outer) + "$" + signature.className())
                .orElse(signature.className());
    }

    private Type argument(Signature.TypeArg argument) {
        return switch (argument) {
            case Signature.TypeArg.Unbounded unbounded -> new Type.Wildcard(Type.Bound.NONE, Type.UNKNOWN);
            case Signature.TypeArg.Bounded bounded ->
                switch (bounded.wildcardIndicator()) {
                    case NONE -> type(bounded.boundType());
                    case EXTENDS -> new Type.Wildcard(Type.Bound.EXTENDS, type(bounded.boundType()));
                    case SUPER -> new Type.Wildcard(Type.Bound.SUPER, type(bounded.boundType()));
                };
        };
    }

    Type.ClassType named(String internalName) {
        return new Type.ClassType(library.reference(internalName));
    }

    private static Type primitive(char code) {
        return switch (code) {
            case 'Z' -> Type.Primitive.BOOLEAN;
            case 'B' -> Type.Primitive.BYTE;
            case 'S' -> Type.Primitive.SHORT;
            case 'C' -> Type.Primitive.CHAR;
            case 'I' -> Type.Primitive.INT;
            case 'J' -> Type.Primitive.LONG;
            case 'F' -> Type.Primitive.FLOAT;
            case 'D' -> Type.Primitive.DOUBLE;
            default -> Type.Primitive.VOID;
        };
    }

    /** A type parameter of a class file. */
    private final class Variable extends TypeVariable {
        private final Signature.TypeParam parameter;
        private volatile @Nullable List<Type> bounds;

        Variable(Signature.TypeParam parameter) {
            super(parameter.identifier());
            this.parameter = parameter;
        }

        @Override
        List<Type> bounds(Reads reads) {
            List<Type> known = bounds;
            if (known == null) {
                List<Type> found = new ArrayList<>();
                parameter
                        .classBound()
                        .map(LibrarySignatures.this::type)
                        .filter(bound -> !(bound instanceof Type.ClassType(JavaClass symbol, List<Type> none)
                                && Subtypes.isObject(symbol)))
                        .ifPresent(found::add);
                parameter.interfaceBounds().forEach(bound -> found.add(type(bound)));
                known = List.copyOf(found);
                bounds = known;
            }
            return known;
        }
    }
}
