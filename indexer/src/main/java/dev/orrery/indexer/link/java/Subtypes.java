package dev.orrery.indexer.link.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How types relate (chapters 4 and 5 of the specification), as far as the choice of methods needs it. */
final class Subtypes {
    private static final int DEEPEST = 20;

    private final Reads reads;
    private final LibraryTypes library;

    Subtypes(Reads reads, LibraryTypes library) {
        this.reads = reads;
        this.library = library;
    }

    Reads reads() {
        return reads;
    }

    Type.ClassType object() {
        return library.type("java.lang", "Object");
    }

    Type.ClassType string() {
        return library.type("java.lang", "String");
    }

    LibraryTypes library() {
        return library;
    }

    /** The direct supertypes, superclass first. */
    List<Type> supertypes(Type.ClassType type) {
        Bindings bindings = Bindings.of(type, reads);
        boolean raw = type.arguments().isEmpty()
                && !type.symbol().typeParameters(reads).isEmpty();
        List<Type> all = new ArrayList<>();
        Type superclass = type.symbol().superclass(reads);
        if (superclass != null) {
            all.add(raw ? erasure(superclass) : bindings.apply(superclass));
        }
        for (Type each : type.symbol().interfaces(reads)) {
            all.add(raw ? erasure(each) : bindings.apply(each));
        }
        return all;
    }

    /** What {@code type} is seen as {@code target}: with its arguments; null where it is none. */
    Type.@Nullable ClassType as(Type type, JavaClass target) {
        return as(upper(type), target, new HashSet<>());
    }

    private Type.@Nullable ClassType as(Type type, JavaClass target, Set<JavaClass> seen) {
        switch (type) {
            case Type.ClassType named -> {
                if (named.symbol().equals(target)) {
                    return named;
                }
                if (!seen.add(named.symbol())) {
                    return null;
                }
                for (Type supertype : supertypes(named)) {
                    Type.ClassType found = as(supertype, target, seen);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            case Type.Intersection(List<Type> parts) -> {
                for (Type part : parts) {
                    Type.ClassType found = as(upper(part), target, seen);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            default -> {
                return null;
            }
        }
    }

    /** The type whose members a value of {@code type} has: bounds instead of variables and wildcards. */
    Type upper(Type type) {
        Type at = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            switch (at) {
                case TypeVariable variable -> {
                    List<Type> bounds = variable.bounds(reads);
                    at = bounds.isEmpty()
                            ? object()
                            : bounds.size() == 1 ? bounds.getFirst() : new Type.Intersection(bounds);
                }
                case Type.Wildcard(Type.Bound kind, Type bound) -> {
                    if (kind != Type.Bound.EXTENDS) {
                        return kind == Type.Bound.NONE ? object() : Type.UNKNOWN;
                    }
                    at = bound;
                }
                default -> {
                    return at;
                }
            }
        }
        return object();
    }

    /** The type that a wildcard stands for where a value is taken in: the bound, whichever way it points. */
    static Type pick(Type type) {
        return type instanceof Type.Wildcard(Type.Bound kind, Type bound) ? bound : type;
    }

    Type erasure(Type type) {
        return switch (type) {
            case Type.ClassType(JavaClass symbol, List<Type> arguments) ->
                arguments.isEmpty() ? type : new Type.ClassType(symbol);
            case Type.Array(Type element) -> new Type.Array(erasure(element));
            case Type.Intersection(List<Type> parts) -> erasure(parts.getFirst());
            case TypeVariable variable -> {
                Type upper = upper(variable);
                yield upper instanceof TypeVariable ? object() : erasure(upper);
            }
            case Type.Wildcard wildcard -> {
                Type upper = upper(wildcard);
                yield upper instanceof Type.Wildcard ? object() : erasure(upper);
            }
            case Type.Primitive primitive -> primitive;
            case Type.Null nothing -> nothing;
            case Type.Unknown unknown -> unknown;
        };
    }

    /** How a value of one type fits a variable of another. */
    enum Fit {
        NO,
        /** Only if something from outside of the repository knows its types, or a type variable stands for a box. */
        UNLIKELY,
        /** Perhaps: one of the types is not known well enough. */
        MAYBE,
        /** With boxing or unboxing. */
        LOOSE,
        /** By subtyping alone. */
        STRICT
    }

    /** Whether a value of type {@code from} may be given where the erased type {@code to} is declared. */
    Fit fit(Type from, Type to) {
        if (from instanceof Type.Unknown || to instanceof Type.Unknown) {
            return Fit.MAYBE;
        }
        if (from instanceof Type.Primitive primitive) {
            return to instanceof Type.Primitive wanted ? widening(primitive, wanted) : boxed(primitive, to);
        }
        if (to instanceof Type.Primitive wanted) {
            return unboxed(from, wanted);
        }
        return subtype(from, to);
    }

    private static Fit widening(Type.Primitive from, Type.Primitive to) {
        if (from == to) {
            return Fit.STRICT;
        }
        if (!from.isNumeric() || !to.isNumeric() || to == Type.Primitive.CHAR) {
            return Fit.NO;
        }
        if (from == Type.Primitive.CHAR) {
            return to.ordinal() >= Type.Primitive.INT.ordinal() ? Fit.STRICT : Fit.NO;
        }
        return from.ordinal() < to.ordinal() ? Fit.STRICT : Fit.NO;
    }

    private Fit boxed(Type.Primitive from, Type to) {
        return from != Type.Primitive.VOID && subtype(box(from), to) == Fit.STRICT ? Fit.LOOSE : Fit.NO;
    }

    Type box(Type type) {
        return type instanceof Type.Primitive primitive ? library.type("java.lang", primitive.box()) : type;
    }

    /** The primitive that a class boxes, or null. */
    Type.@Nullable Primitive unbox(Type type) {
        if (type instanceof Type.Primitive primitive) {
            return primitive;
        }
        if (upper(type) instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)
                && symbol.packageName().equals("java.lang")) {
            for (Type.Primitive primitive : Type.Primitive.values()) {
                if (primitive.box().equals(symbol.simpleName())) {
                    return primitive;
                }
            }
        }
        return null;
    }

    private Fit unboxed(Type from, Type.Primitive to) {
        Type.Primitive value = unbox(from);
        if (value != null) {
            return widening(value, to) == Fit.STRICT ? Fit.LOOSE : Fit.NO;
        }
        return from instanceof TypeVariable ? Fit.UNLIKELY : beyond(from, Fit.UNLIKELY);
    }

    /** How a type fits that inherits from what is not known, where what is known of it does not. */
    private Fit beyond(Type from, Fit named) {
        if (!isOpen(from)) {
            return Fit.NO;
        }
        return upper(from) instanceof Type.ClassType type && !type.equals(ExternalClass.RESULT) ? named : Fit.MAYBE;
    }

    /** Whether a reference type is a subtype of another, arguments aside. */
    Fit subtype(Type from, Type to) {
        if (from instanceof Type.Null) {
            return Fit.STRICT;
        }
        if (to instanceof Type.Intersection(List<Type> parts)) {
            return subtype(from, parts.getFirst());
        }
        if (from instanceof Type.Array(Type element)) {
            return array(element, to);
        }
        if (!(to instanceof Type.ClassType(JavaClass target, List<Type> arguments))) {
            return to instanceof TypeVariable || to instanceof Type.Unknown ? Fit.MAYBE : Fit.NO;
        }
        if (isObject(target)) {
            return Fit.STRICT;
        }
        Type upper = upper(from);
        if (upper instanceof Type.Unknown) {
            return Fit.MAYBE;
        }
        if (upper instanceof Type.Array(Type element)) {
            return array(element, to);
        }
        if (as(upper, target) != null) {
            return Fit.STRICT;
        }
        return beyond(upper, target instanceof SourceClass ? Fit.UNLIKELY : Fit.MAYBE);
    }

    private Fit array(Type element, Type to) {
        if (to instanceof Type.Array(Type wanted)) {
            if (element instanceof Type.Primitive || wanted instanceof Type.Primitive) {
                return element == wanted ? Fit.STRICT : Fit.NO;
            }
            return fit(element, wanted);
        }
        if (to instanceof Type.ClassType(JavaClass target, List<Type> arguments)) {
            String name = target.qualifiedName();
            return name.equals("java.lang.Object")
                            || name.equals("java.lang.Cloneable")
                            || name.equals("java.io.Serializable")
                    ? Fit.STRICT
                    : Fit.NO;
        }
        return to instanceof Type.Unknown ? Fit.MAYBE : Fit.NO;
    }

    static boolean isObject(JavaClass symbol) {
        return symbol.simpleName().equals("Object") && symbol.packageName().equals("java.lang");
    }

    /** Whether some supertype is not known, so that more may be true of it than can be seen. */
    boolean isOpen(Type type) {
        return isOpen(upper(type), new HashSet<>());
    }

    private boolean isOpen(Type type, Set<JavaClass> seen) {
        return switch (type) {
            case Type.ClassType named -> {
                if (!named.symbol().isKnown()) {
                    yield true;
                }
                boolean open = false;
                boolean complete = named.symbol() instanceof LibraryClass library && library.isComplete();
                if (seen.add(named.symbol()) && !complete) {
                    for (Type supertype : supertypes(named)) {
                        open |= isOpen(supertype, seen);
                    }
                }
                yield open;
            }
            case Type.Intersection(List<Type> parts) -> parts.stream().anyMatch(this::isOpen);
            case Type.Unknown unknown -> true;
            case Type.Primitive primitive -> false;
            case Type.Array array -> false;
            case TypeVariable variable -> false;
            case Type.Wildcard wildcard -> false;
            case Type.Null nothing -> false;
        };
    }

    /** A type that both are; the first where nothing better is near. */
    Type join(Type a, Type b) {
        if (a instanceof Type.Null || a instanceof Type.Unknown) {
            return b;
        }
        if (b instanceof Type.Null || b instanceof Type.Unknown || a.equals(b)) {
            return a;
        }
        Type.Primitive left = unbox(a);
        Type.Primitive right = unbox(b);
        if (left != null && right != null && left.isNumeric() && right.isNumeric()) {
            return left.ordinal() >= right.ordinal() ? left : right;
        }
        if (fit(b, erasure(a)) == Fit.STRICT) {
            return a;
        }
        if (fit(a, erasure(b)) == Fit.STRICT) {
            return b;
        }
        return upper(a) instanceof Type.ClassType first ? common(first, b) : a;
    }

    private Type common(Type.ClassType a, Type b) {
        List<Type> open = new ArrayList<>(supertypes(a));
        for (int i = 0; i < open.size() && open.size() < 100; i++) {
            if (open.get(i) instanceof Type.ClassType candidate) {
                if (!isObject(candidate.symbol()) && fit(b, erasure(candidate)) == Fit.STRICT) {
                    return candidate;
                }
                open.addAll(supertypes(candidate));
            }
        }
        return object();
    }
}
