package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that are wanted from a call, one for each overload that its surroundings may mean; and what fits them. */
final class Wants {
    private static final int MOST_OVERLOADS = 100;

    private final JavaBody body;
    private final List<Type> types;
    private final boolean isKnown;

    private Wants(JavaBody body, List<Type> types, boolean isKnown) {
        this.body = body;
        this.types = types;
        this.isKnown = isKnown;
    }

    static Wants of(JavaBody body, CaretForm form, int call) {
        LibraryTypes library = body.subtypes.library();
        int row = body.types.expressionOf(call);
        return switch (form.want()) {
            case BOOLEAN -> one(body, Type.Primitive.BOOLEAN);
            case INT -> one(body, Type.Primitive.INT);
            case NUMBER -> one(body, Type.Primitive.DOUBLE);
            case THROWABLE -> one(body, library.type("java.lang", "Throwable"));
            case ANNOTATION -> one(body, library.type("java.lang.annotation", "Annotation"));
            case SAME -> row < 0 ? none(body) : same(body, row);
            case SURROUNDINGS, CREATED, LABEL -> row < 0 ? none(body) : surroundings(body, row);
            case ANYTHING, IMPORTED, STATIC_IMPORTED -> nothing(body);
        };
    }

    /** Wants no type in particular. */
    static Wants nothing(JavaBody body) {
        return new Wants(body, List.of(), true);
    }

    private static Wants one(JavaBody body, Type type) {
        return new Wants(
                body, type instanceof Type.Unknown ? List.of() : List.of(type), !(type instanceof Type.Unknown));
    }

    private static Wants none(JavaBody body) {
        return new Wants(body, List.of(), false);
    }

    /** The other operand of a comparison. */
    private static Wants same(JavaBody body, int row) {
        Expressions expressions = body.facts.expressions();
        for (int other = row; other < expressions.count(); other++) {
            if (expressions.kind(other) == ExpressionKind.OPERATION && expressions.b(other) == row) {
                Type left = body.types.of(expressions.a(other));
                return left instanceof Type.Null ? nothing(body) : one(body, left);
            }
        }
        return none(body);
    }

    private static Wants surroundings(JavaBody body, int row) {
        Context context = body.facts.expressions().context(row);
        return switch (context.kind()) {
            case NONE -> none(body);
            case ARGUMENT -> argument(body, context, body.facts.expressions().scope(row));
            case TYPED, RETURN, LAMBDA_RETURN, ASSIGNMENT -> {
                Type type =
                        body.inference.target(context, body.facts.expressions().scope(row));
                yield one(body, Subtypes.pick(type));
            }
        };
    }

    private static Wants argument(JavaBody body, Context context, int scope) {
        List<Candidate> all = body.calls.named(context.row());
        int[] arguments = body.arguments(context.row());
        Set<Type> types = new LinkedHashSet<>();
        Candidate only = null;
        int count = 0;
        for (Candidate candidate : all.subList(0, Math.min(MOST_OVERLOADS, all.size()))) {
            if (takes(body, candidate, arguments, context.index())) {
                types.add(parameter(body, candidate, context.index()));
                only = candidate;
                count++;
            }
        }
        Candidate best = count == 1 ? body.calls.of(context.row()).best() : null;
        if (best != null && only != null && best.method().equals(only.method())) {
            Type target = Subtypes.pick(body.inference.target(context, scope));
            return target instanceof Type.Unknown ? new Wants(body, List.copyOf(types), true) : one(body, target);
        }
        boolean known = count > 0 && all.size() <= MOST_OVERLOADS;
        return new Wants(body, List.copyOf(types), known);
    }

    private static boolean takes(JavaBody body, Candidate candidate, int[] arguments, int index) {
        boolean variable = Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS);
        int count = candidate.method().parameterCount();
        if (index >= count && !(variable && count > 0)) {
            return false;
        }
        for (int i = 0; i < index; i++) {
            Type parameter = body.subtypes.erasure(parameter(body, candidate, i));
            ExpressionKind kind = body.facts.expressions().kind(arguments[i]);
            boolean function = kind == ExpressionKind.LAMBDA || kind == ExpressionKind.METHOD_REFERENCE;
            Subtypes.Fit fit =
                    function ? Subtypes.Fit.MAYBE : body.subtypes.fit(body.types.standalone(arguments[i]), parameter);
            boolean packed = variable && i >= count - 1;
            if (fit == Subtypes.Fit.NO && !packed) {
                return false;
            }
        }
        return true;
    }

    private static Type parameter(JavaBody body, Candidate candidate, int index) {
        boolean variable = Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS)
                && index >= candidate.method().parameterCount() - 1;
        return Subtypes.pick(candidate.parameterForArgument(
                body.reads, index, variable ? Candidate.Arity.VARIABLE : Candidate.Arity.FIXED));
    }

    /** The type where there is one; otherwise empty. */
    String text() {
        return types.size() == 1 ? TypeText.of(types.getFirst()) : "";
    }

    /** Whether a lambda may be wanted, whose parameters are names that nobody can list. */
    boolean mayBeFunction() {
        if (!isKnown) {
            return true;
        }
        for (Type type : types) {
            if (type instanceof TypeVariable
                    || type instanceof Type.Unknown
                    || body.subtypes.isOpen(type)
                    || body.functions.function(type) != null) {
                return true;
            }
        }
        return false;
    }

    /** The enum whose constants may be named without it, or null. */
    Type.@Nullable ClassType only() {
        return types.size() == 1 && body.subtypes.upper(types.getFirst()) instanceof Type.ClassType type ? type : null;
    }

    /**
     * Whether a value fits.
     *
     * @param method whose type parameters may stand for anything yet, or null
     */
    Fit fit(Type value, @Nullable JavaMethod method) {
        if (types.isEmpty()) {
            return Fit.UNKNOWN;
        }
        if (value == Type.Primitive.VOID) {
            return Fit.CLASHES;
        }
        if (value instanceof TypeVariable variable
                && method != null
                && method.typeParameters().contains(variable)) {
            return Fit.UNKNOWN;
        }
        Fit best = Fit.CLASHES;
        for (Type type : types) {
            Fit fit = fit(value, type);
            if (fit == Fit.FITS) {
                return fit;
            }
            best = fit == Fit.UNKNOWN ? fit : best;
        }
        return best;
    }

    private Fit fit(Type value, Type wanted) {
        if (wanted instanceof TypeVariable) {
            return Fit.UNKNOWN;
        }
        boolean narrowed = value == Type.Primitive.INT
                && body.subtypes.unbox(wanted) instanceof Type.Primitive narrow
                && (narrow == Type.Primitive.BYTE || narrow == Type.Primitive.SHORT || narrow == Type.Primitive.CHAR);
        return switch (body.subtypes.fit(value, body.subtypes.erasure(wanted))) {
            case STRICT, LOOSE -> Fit.FITS;
            case MAYBE, UNLIKELY -> Fit.UNKNOWN;
            case NO -> narrowed ? Fit.UNKNOWN : Fit.CLASHES;
        };
    }
}
