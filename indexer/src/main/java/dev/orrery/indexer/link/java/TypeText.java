package dev.orrery.indexer.link.java;

import java.util.List;
import java.util.stream.Collectors;

/** Types as one would write them: classes without their package. */
final class TypeText {
    private static final int DEEPEST = 6;

    private TypeText() {}

    /** Empty for what is not known. */
    static String of(Type type) {
        return of(type, 0);
    }

    private static String of(Type type, int depth) {
        if (depth > DEEPEST) {
            return "?";
        }
        return switch (type) {
            case Type.Primitive primitive -> primitive.keyword();
            case Type.ClassType(JavaClass symbol, List<Type> arguments) ->
                name(symbol)
                        + (arguments.isEmpty()
                                ? ""
                                : arguments.stream()
                                        .map(argument -> argument(argument, depth + 1))
                                        .collect(Collectors.joining(", ", "<", ">")));
            case Type.Array(Type element) -> {
                String of = of(element, depth + 1);
                yield of.isEmpty() ? "" : of + "[]";
            }
            case TypeVariable variable -> variable.name();
            case Type.Wildcard(Type.Bound kind, Type bound) ->
                switch (kind) {
                    case NONE -> "?";
                    case EXTENDS -> "? extends " + argument(bound, depth + 1);
                    case SUPER -> "? super " + argument(bound, depth + 1);
                };
            case Type.Intersection(List<Type> parts) ->
                parts.stream().map(part -> argument(part, depth + 1)).collect(Collectors.joining(" & "));
            case Type.Null nothing -> "";
            case Type.Unknown unknown -> "";
        };
    }

    private static String argument(Type type, int depth) {
        String text = of(type, depth);
        return text.isEmpty() ? "?" : text;
    }

    /** A class's name behind those of the classes around it. */
    static String name(JavaClass symbol) {
        JavaClass outer = symbol.outer();
        boolean local = symbol instanceof SourceClass source
                && source.unit().declarations().parent(source.row()) >= 0
                && outer instanceof SourceClass around
                && source.unit().declarations().parent(source.row()) != around.row();
        String name = symbol.simpleName();
        if (name.startsWith("$")) {
            return name.substring(1); // an anonymous class, which is named after what it specialises
        }
        return outer == null || local || outer.simpleName().isEmpty() ? name : name(outer) + "." + name;
    }
}
