package dev.orrery.indexer.parse.structure;

/** Reads the declarators of C and C++ inside out. */
final class Declarators {
    private static final int DEEPEST = 64;

    private Declarators() {}

    private static int inner(Source source, int declarator) {
        int held = source.field(declarator, "declarator");
        if (held >= 0) {
            return held;
        }
        return switch (source.type(declarator)) {
            case "parenthesized_declarator",
                    "attributed_declarator",
                    "reference_declarator",
                    "pointer_declarator",
                    "variadic_declarator",
                    "init_declarator",
                    "pointer_type_declarator" -> lastDeclarator(source, declarator);
            default -> -1;
        };
    }

    /** The last named child that may be a declarator. */
    private static int lastDeclarator(Source source, int node) {
        int found = -1;
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            boolean other = source.is(child, Role.MODIFIERS) || source.is(child, Role.ANNOTATION);
            found = other || source.type(child).endsWith("modifier") ? found : child;
        }
        return found;
    }

    /** The node that names what is declared, or -1. */
    static int name(Source source, int declarator) {
        int at = declarator;
        for (int depth = 0; at >= 0 && depth < DEEPEST; depth++) {
            switch (source.type(at)) {
                case "identifier",
                        "field_identifier",
                        "type_identifier",
                        "qualified_identifier",
                        "destructor_name",
                        "operator_name",
                        "operator_cast",
                        "template_function",
                        "structured_binding_declarator",
                        "primitive_type" -> {
                    return at;
                }
                default -> at = inner(source, at);
            }
        }
        return -1;
    }

    /** The function declarator right around the name, or -1 where the name is that of a variable. */
    static int function(Source source, int declarator) {
        int function = -1;
        int at = declarator;
        for (int depth = 0; at >= 0 && depth < DEEPEST; depth++) {
            switch (source.type(at)) {
                case "function_declarator" -> function = at;
                case "operator_cast" -> {
                    return source.field(at, "declarator");
                }
                case "pointer_declarator", "array_declarator", "reference_declarator" -> function = -1;
                default -> {}
            }
            at = inner(source, at);
        }
        return function;
    }

    /** How many dimensions of an array the declarator adds to the type. */
    static int dimensions(Source source, int declarator) {
        int dimensions = 0;
        int at = declarator;
        for (int depth = 0; at >= 0 && depth < DEEPEST; depth++) {
            dimensions += source.isType(at, "array_declarator") ? 1 : 0;
            at = inner(source, at);
        }
        return dimensions;
    }
}
