package dev.orrery.indexer.link.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds type variables by laying declared types over actual ones. */
final class Unification {
    private static final int DEEPEST = 12;

    private final Subtypes subtypes;

    Unification(Subtypes subtypes) {
        this.subtypes = subtypes;
    }

    /** A value of type {@code actual} is given where {@code formal} is declared. */
    void argument(Type formal, Type actual, List<TypeVariable> variables, Bindings bindings) {
        below(formal, actual, variables, bindings, 0);
    }

    /** A value declared as {@code formal} is wanted as {@code target}. */
    void result(Type formal, Type target, List<TypeVariable> variables, Bindings bindings) {
        if (target instanceof Type.Unknown || target == Type.Primitive.VOID) {
            return;
        }
        if (formal instanceof TypeVariable variable) {
            if (isOpen(variable, variables, bindings)) {
                bind(variable, subtypes.box(Subtypes.pick(target)), bindings);
            }
            return;
        }
        if (formal instanceof Type.ClassType site
                && subtypes.upper(target) instanceof Type.ClassType wanted
                && !wanted.arguments().isEmpty()) {
            Type.ClassType seen = subtypes.as(site, wanted.symbol());
            if (seen != null && seen.arguments().size() == wanted.arguments().size()) {
                for (int i = 0; i < seen.arguments().size(); i++) {
                    same(
                            seen.arguments().get(i),
                            Subtypes.pick(wanted.arguments().get(i)),
                            variables,
                            bindings,
                            0);
                }
            }
        } else if (formal instanceof Type.Array(Type element) && target instanceof Type.Array(Type wanted)) {
            result(element, wanted, variables, bindings);
        }
    }

    private void below(Type formal, Type actual, List<TypeVariable> variables, Bindings bindings, int depth) {
        if (actual instanceof Type.Unknown || actual instanceof Type.Null || depth > DEEPEST) {
            return;
        }
        switch (formal) {
            case TypeVariable variable -> {
                if (variables.contains(variable)) {
                    Type known = bindings.get(variable);
                    Type boxed = subtypes.box(Subtypes.pick(actual));
                    if (boxed != Type.Primitive.VOID) {
                        bind(variable, known == null ? boxed : subtypes.join(known, boxed), bindings);
                    }
                    bounds(variable, variables, bindings, depth);
                }
            }
            case Type.ClassType site -> {
                if (site.arguments().isEmpty()) {
                    return;
                }
                Type.ClassType seen = subtypes.as(subtypes.box(actual), site.symbol());
                if (seen != null && seen.arguments().size() == site.arguments().size()) {
                    for (int i = 0; i < site.arguments().size(); i++) {
                        same(site.arguments().get(i), seen.arguments().get(i), variables, bindings, depth + 1);
                    }
                }
            }
            case Type.Array(Type element) -> {
                if (subtypes.upper(actual) instanceof Type.Array(Type part)) {
                    below(element, part, variables, bindings, depth + 1);
                }
            }
            case Type.Wildcard(Type.Bound kind, Type bound) -> below(bound, actual, variables, bindings, depth + 1);
            case Type.Intersection(List<Type> parts) -> {
                for (Type part : parts) {
                    below(part, actual, variables, bindings, depth + 1);
                }
            }
            case Type.Primitive primitive -> {}
            case Type.Null nothing -> {}
            case Type.Unknown unknown -> {}
        }
    }

    /** A variable's bound may show what other variables are: {@code <K, M extends Map<K, ?>>}. */
    private void bounds(TypeVariable variable, List<TypeVariable> variables, Bindings bindings, int depth) {
        Type known = bindings.get(variable);
        if (known == null || variables.size() == 1) {
            return;
        }
        for (Type bound : variable.bounds(subtypes.reads())) {
            if (bound instanceof Type.ClassType && hasUnbound(bound, variables, bindings)) {
                below(bound, known, variables, bindings, depth + 1);
            }
        }
    }

    private void same(Type formal, Type actual, List<TypeVariable> variables, Bindings bindings, int depth) {
        if (actual instanceof Type.Unknown || depth > DEEPEST) {
            return;
        }
        if (formal instanceof TypeVariable variable) {
            if (isOpen(variable, variables, bindings) && !(Subtypes.pick(actual) instanceof Type.Unknown)) {
                bind(variable, actual instanceof Type.Wildcard ? Subtypes.pick(actual) : actual, bindings);
                bounds(variable, variables, bindings, depth);
            }
        } else if (formal instanceof Type.Wildcard(Type.Bound kind, Type bound)) {
            below(bound, Subtypes.pick(actual), variables, bindings, depth + 1);
        } else {
            below(formal, Subtypes.pick(actual), variables, bindings, depth + 1);
        }
    }

    private static boolean isOpen(TypeVariable variable, List<TypeVariable> variables, Bindings bindings) {
        return variables.contains(variable) && bindings.get(variable) == null;
    }

    private static void bind(TypeVariable variable, @Nullable Type type, Bindings bindings) {
        if (type != null && !(type instanceof Type.Unknown)) {
            bindings.put(variable, type);
        }
    }

    /** Whether a type has one of the variables in it that nothing is bound to. */
    boolean hasUnbound(Type type, List<TypeVariable> variables, Bindings bindings) {
        return switch (type) {
            case TypeVariable variable -> isOpen(variable, variables, bindings);
            case Type.ClassType(JavaClass symbol, List<Type> arguments) -> {
                boolean open = false;
                for (Type argument : arguments) {
                    open |= hasUnbound(argument, variables, bindings);
                }
                yield open;
            }
            case Type.Array(Type element) -> hasUnbound(element, variables, bindings);
            case Type.Wildcard(Type.Bound kind, Type bound) -> hasUnbound(bound, variables, bindings);
            case Type.Intersection(List<Type> parts) -> {
                boolean open = false;
                for (Type part : parts) {
                    open |= hasUnbound(part, variables, bindings);
                }
                yield open;
            }
            case Type.Primitive primitive -> false;
            case Type.Null nothing -> false;
            case Type.Unknown unknown -> false;
        };
    }
}
