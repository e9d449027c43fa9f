package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.link.java.Subtypes.Fit;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.LiteralKind;
import java.util.List;

/**
 * Which values cannot be given where a type is wanted (chapter 5 of the specification). Says so only where both types are
 * certain; whatever is not known is let through.
 */
final class Conversions {
    private static final int DEEPEST = 8;

    private final CheckedFile file;
    private final JavaBody body;
    private final Subtypes subtypes;

    Conversions(CheckedFile file) {
        this.file = file;
        this.body = file.body;
        this.subtypes = body.subtypes;
    }

    /** Where a value is given. */
    enum Use {
        /** A variable, a result: small constants become small numbers. */
        ASSIGNMENT,
        ARGUMENT
    }

    /** Whether an expression cannot be given where {@code to} is wanted. */
    boolean clashes(int row, Type to, Use use) {
        if (row < 0 || to instanceof Type.Unknown) {
            return false;
        }
        Expressions expressions = body.facts.expressions();
        ExpressionKind kind = expressions.kind(row);
        if (kind == ExpressionKind.CHOICE) {
            int list = expressions.a(row);
            for (int i = 0; i < body.facts.lists().size(list); i++) {
                if (clashes(body.facts.lists().get(list, i), to, use)) {
                    return true;
                }
            }
            return false;
        }
        if (kind == ExpressionKind.LAMBDA || kind == ExpressionKind.METHOD_REFERENCE) {
            return !isForeign(to) && body.overloads.expressionFit(row, to) == Fit.NO;
        }
        Certainty.Level level = file.certainty.of(row);
        Type from = body.types.of(row);
        if (level == Certainty.Level.NONE || from instanceof Type.Unknown) {
            return false;
        }
        if (use == Use.ASSIGNMENT && isSmall(from, to) && isConstant(row, 0)) {
            return false;
        }
        return level == Certainty.Level.WHOLE
                ? clashes(from, to)
                : clashes(subtypes.erasure(from), subtypes.erasure(to));
    }

    /** Whether whole numbers that fit are narrowed (chapter 5.2). */
    private boolean isSmall(Type from, Type to) {
        Type.Primitive wanted = subtypes.unbox(to);
        return from instanceof Type.Primitive given
                && given.isNumeric()
                && given.ordinal() <= Type.Primitive.INT.ordinal()
                && (wanted == Type.Primitive.BYTE || wanted == Type.Primitive.SHORT || wanted == Type.Primitive.CHAR);
    }

    private boolean isConstant(int row, int depth) {
        Expressions expressions = body.facts.expressions();
        if (row < 0 || depth > DEEPEST) {
            return true;
        }
        return switch (expressions.kind(row)) {
            case LITERAL -> expressions.a(row) != LiteralKind.NULL.ordinal();
            case OPERATION -> isConstant(expressions.a(row), depth + 1) && isConstant(expressions.b(row), depth + 1);
            case CAST -> isConstant(expressions.b(row), depth + 1);
            case LOCAL -> file.isFinal(expressions.a(row));
            case NAME, FIELD -> {
                Fields.Hit hit = body.fields.of(row);
                yield hit == null || Modifiers.has(hit.field().modifiers(), Modifiers.FINAL);
            }
            default -> false;
        };
    }

    /** Whether a value of one type can certainly not be given where another is wanted. */
    boolean clashes(Type from, Type to) {
        return clashes(from, to, 0);
    }

    private boolean clashes(Type from, Type to, int depth) {
        if (from instanceof Type.Unknown || to instanceof Type.Unknown || depth > DEEPEST) {
            return false;
        }
        if (from == Type.Primitive.VOID) {
            return true;
        }
        if (to instanceof Type.Wildcard(Type.Bound kind, Type bound)) {
            return kind == Type.Bound.SUPER && clashes(from, bound, depth + 1);
        }
        if (from instanceof Type.Wildcard) {
            return clashes(bound(from), to, depth + 1);
        }
        if (isForeign(from) || isForeign(to)) {
            return false;
        }
        if (to instanceof TypeVariable variable) {
            return !(from instanceof Type.Null) && !reaches(from, variable, 0);
        }
        if (to instanceof Type.Intersection || from instanceof Type.Intersection) {
            return false;
        }
        if (from instanceof TypeVariable && to instanceof Type.Primitive) {
            return subtypes.unbox(from) == null && !isOpen(from);
        }
        if (subtypes.fit(from, subtypes.erasure(to)) == Fit.NO) {
            return true;
        }
        if (from instanceof Type.Array(Type part) && to instanceof Type.Array(Type wanted)) {
            return !(part instanceof Type.Primitive) && clashes(part, wanted, depth + 1);
        }
        if (!(to instanceof Type.ClassType wanted) || wanted.arguments().isEmpty()) {
            return false;
        }
        Type.ClassType seen = subtypes.as(from instanceof Type.Primitive ? subtypes.box(from) : from, wanted.symbol());
        return seen != null && argumentsClash(seen, wanted, depth + 1);
    }

    /** What a wildcard's values are at least; other types as they are. */
    Type bound(Type type) {
        if (!(type instanceof Type.Wildcard(Type.Bound kind, Type bound))) {
            return type;
        }
        return kind == Type.Bound.EXTENDS ? bound : Type.UNKNOWN;
    }

    private boolean argumentsClash(Type.ClassType from, Type.ClassType to, int depth) {
        if (from.arguments().size() != to.arguments().size()) {
            return false;
        }
        for (int i = 0; i < from.arguments().size(); i++) {
            if (argumentClashes(from.arguments().get(i), to.arguments().get(i), depth)) {
                return true;
            }
        }
        return false;
    }

    private boolean argumentClashes(Type from, Type to, int depth) {
        if (from instanceof Type.Wildcard || from instanceof Type.Unknown || depth > DEEPEST) {
            return false;
        }
        return switch (to) {
            case Type.Wildcard(Type.Bound kind, Type bound) ->
                switch (kind) {
                    case NONE -> false;
                    case EXTENDS -> clashes(from, bound, depth + 1);
                    case SUPER -> clashes(bound, from, depth + 1);
                };
            case Type.Unknown _, Type.Intersection _ -> false;
            default -> differs(from, to, depth + 1);
        };
    }

    /** Whether two types are certainly not the same. */
    private boolean differs(Type a, Type b, int depth) {
        if (a.equals(b) || depth > DEEPEST || isForeign(a) || isForeign(b)) {
            return false;
        }
        return switch (a) {
            case Type.ClassType(JavaClass symbol, List<Type> arguments) -> {
                if (b instanceof TypeVariable) {
                    yield true;
                }
                if (!(b instanceof Type.ClassType(JavaClass other, List<Type> others))) {
                    yield b instanceof Type.Array;
                }
                if (!symbol.equals(other)) {
                    yield symbol.isKnown() && other.isKnown();
                }
                boolean different = false;
                for (int i = 0; i < arguments.size() && arguments.size() == others.size(); i++) {
                    Type left = arguments.get(i);
                    Type right = others.get(i);
                    different |= !(left instanceof Type.Wildcard)
                            && !(right instanceof Type.Wildcard)
                            && differs(left, right, depth + 1);
                }
                yield different;
            }
            case Type.Array(Type element) ->
                b instanceof Type.Array(Type other)
                        ? differs(element, other, depth + 1)
                        : b instanceof Type.ClassType || b instanceof TypeVariable;
            case TypeVariable _ -> b instanceof Type.ClassType || b instanceof TypeVariable || b instanceof Type.Array;
            case Type.Primitive _ -> true;
            case Type.Wildcard _, Type.Intersection _, Type.Null _, Type.Unknown _ -> false;
        };
    }

    private boolean reaches(Type from, TypeVariable wanted, int depth) {
        if (from.equals(wanted) || depth > DEEPEST) {
            return true;
        }
        return switch (from) {
            case TypeVariable variable -> {
                for (Type bound : variable.bounds(body.reads)) {
                    if (reaches(bound, wanted, depth + 1)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Type.ClassType _, Type.Array _, Type.Primitive _ -> false;
            case Type.Wildcard _, Type.Intersection _, Type.Null _, Type.Unknown _ -> true;
        };
    }

    private boolean isOpen(Type type) {
        return subtypes.isOpen(type) || subtypes.upper(type) instanceof Type.Intersection;
    }

    /** Whether a type variable is one of code elsewhere: what it stands for was not found out. */
    boolean isForeign(Type type) {
        return type instanceof TypeVariable variable && !file.declares(variable);
    }

    /** Whether a value of one type can be cast to another (chapter 5.5), as far as is known. */
    boolean castClashes(Type from, Type to) {
        if (from instanceof Type.Unknown || to instanceof Type.Unknown || from instanceof Type.Null) {
            return from instanceof Type.Null && to instanceof Type.Primitive;
        }
        if (from == Type.Primitive.VOID || to == Type.Primitive.VOID) {
            return true;
        }
        if (from instanceof Type.Primitive || to instanceof Type.Primitive) {
            return primitiveCastClashes(from, to);
        }
        Type left = subtypes.upper(from);
        Type right = subtypes.upper(to);
        if (left instanceof Type.Array(Type a) && right instanceof Type.Array(Type b)) {
            return a instanceof Type.Primitive || b instanceof Type.Primitive ? !a.equals(b) : castClashes(a, b);
        }
        if (left instanceof Type.Array && right instanceof Type.ClassType named) {
            return subtypes.fit(left, named) == Fit.NO;
        }
        if (right instanceof Type.Array && left instanceof Type.ClassType named) {
            return subtypes.fit(right, named) == Fit.NO;
        }
        if (!(left instanceof Type.ClassType a) || !(right instanceof Type.ClassType b)) {
            return false;
        }
        return areApart(a, b);
    }

    /** Whether nothing can be of both classes. */
    private boolean areApart(Type.ClassType a, Type.ClassType b) {
        if (subtypes.fit(a, subtypes.erasure(b)) != Fit.NO || subtypes.fit(b, subtypes.erasure(a)) != Fit.NO) {
            return false;
        }
        boolean finalLeft = Modifiers.has(a.symbol().modifiers(), Modifiers.FINAL);
        boolean finalRight = Modifiers.has(b.symbol().modifiers(), Modifiers.FINAL);
        return finalLeft
                || finalRight
                || !a.symbol().isInterface() && !b.symbol().isInterface();
    }

    private boolean primitiveCastClashes(Type from, Type to) {
        Type.Primitive given = subtypes.unbox(from);
        Type.Primitive wanted = subtypes.unbox(to);
        if (from instanceof Type.Primitive && to instanceof Type.Primitive) {
            return given != wanted && (given == Type.Primitive.BOOLEAN || wanted == Type.Primitive.BOOLEAN);
        }
        if (from instanceof Type.Primitive) {
            return subtypes.fit(from, subtypes.erasure(to)) == Fit.NO && !isForeign(to);
        }
        if (given != null && wanted != null) {
            return subtypes.fit(from, to) == Fit.NO;
        }
        // a reference type becomes a primitive by way of its box
        return given == null && wanted != null && castClashes(from, subtypes.box(wanted));
    }
}
