package dev.orrery.indexer.link.java;

import dev.orrery.api.Resolution;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the inferred type of an expression can be relied on: the linker guesses where a guess is likelier right than nothing,
 * a compiler never does.
 */
final class Certainty {
    /** What of a type is certain. */
    enum Level {
        NONE,
        /** The type, its arguments not. */
        ERASURE,
        WHOLE;

        Level atMost(Level other) {
            return ordinal() < other.ordinal() ? this : other;
        }
    }

    private final JavaBody body;
    private final @Nullable Level[] known;

    Certainty(JavaBody body) {
        this.body = body;
        known = new Level[body.facts.expressions().count()];
    }

    Level of(int row) {
        Level level = known[row];
        if (level == null) {
            known[row] = Level.NONE;
            level = find(row);
            known[row] = level;
        }
        return level;
    }

    private Level find(int row) {
        Expressions expressions = body.facts.expressions();
        int a = expressions.a(row);
        return switch (expressions.kind(row)) {
            case LITERAL, THIS, SUPER, CAST, VALUE, OPERATION -> Level.WHOLE;
            case LOCAL -> variable(a);
            case NAME -> Level.WHOLE;
            case FIELD -> receiver(a);
            case CALL -> call(a);
            case ELEMENT, ASSIGNMENT -> of(a);
            case CHOICE, LAMBDA, METHOD_REFERENCE, TYPE, UNKNOWN -> Level.NONE;
        };
    }

    /** How certain the members of what stands before a dot are. */
    Level receiver(int row) {
        return switch (body.facts.expressions().kind(row)) {
            case NAME, TYPE -> Level.WHOLE;
            case FIELD -> body.meanings.of(row) instanceof Meaning.Value ? of(row) : Level.WHOLE;
            default -> of(row);
        };
    }

    private Level variable(int row) {
        if (body.facts.variables().type(row) >= 0) {
            return Level.WHOLE;
        }
        int source = body.facts.variables().source(row);
        if (source < 0) {
            return Level.NONE;
        }
        return switch (body.facts.variables().origin(row)) {
            case LOCAL, PATTERN, EACH -> of(source);
            case COMPONENT, LAMBDA -> Level.ERASURE;
            case PARAMETER, CATCH -> Level.NONE;
        };
    }

    private Level call(int call) {
        if (body.facts.calls().body(call) >= 0) {
            return Level.WHOLE;
        }
        if (body.calls.isConstructor(call)) {
            return body.calls.created(call) instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)
                            && arguments.isEmpty()
                            && !symbol.typeParameters(body.reads).isEmpty()
                    ? Level.ERASURE
                    : Level.WHOLE;
        }
        Selection selection = body.calls.of(call);
        Candidate best = selection.best();
        if (best == null || selection.how() == Resolution.AMBIGUOUS && !agree(selection)) {
            return Level.NONE;
        }
        int receiver = body.facts.calls().receiver(call);
        Level level = receiver < 0 ? Level.WHOLE : receiver(receiver);
        Type result = best.method().returnType(body.reads);
        boolean explicit = body.facts.lists().size(body.facts.calls().typeArguments(call)) > 0;
        for (TypeVariable variable :
                explicit ? List.<TypeVariable>of() : best.method().typeParameters()) {
            if (element(result).equals(variable)) {
                return level.atMost(shownOnce(best, variable) ? Level.ERASURE : Level.NONE);
            }
            if (mentions(result, variable, 0)) {
                level = level.atMost(Level.ERASURE);
            }
        }
        return level;
    }

    private static Type element(Type type) {
        Type at = type;
        while (at instanceof Type.Array(Type element)) {
            at = element;
        }
        return at;
    }

    private boolean agree(Selection selection) {
        Type first =
                body.subtypes.erasure(selection.candidates().getFirst().method().returnType(body.reads));
        for (Candidate candidate : selection.candidates()) {
            if (!first.equals(body.subtypes.erasure(candidate.method().returnType(body.reads)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether exactly one parameter says what a type variable stands for, and says it alone. */
    private boolean shownOnce(Candidate candidate, TypeVariable variable) {
        int shown = 0;
        for (int i = 0; i < candidate.method().parameterCount(); i++) {
            shown += mentions(candidate.method().parameterType(body.reads, i), variable, 0) ? 1 : 0;
        }
        return shown == 1;
    }

    /** Whether a type has that variable in it. */
    static boolean mentions(Type type, TypeVariable variable, int depth) {
        if (depth > 12) {
            return true;
        }
        return switch (type) {
            case TypeVariable other -> other.equals(variable);
            case Type.ClassType(JavaClass _, List<Type> arguments) ->
                arguments.stream().anyMatch(argument -> mentions(argument, variable, depth + 1));
            case Type.Array(Type element) -> mentions(element, variable, depth + 1);
            case Type.Wildcard(Type.Bound _, Type bound) -> mentions(bound, variable, depth + 1);
            case Type.Intersection(List<Type> parts) ->
                parts.stream().anyMatch(part -> mentions(part, variable, depth + 1));
            case Type.Primitive _, Type.Null _, Type.Unknown _ -> false;
        };
    }

    boolean isFunction(int row) {
        ExpressionKind kind = body.facts.expressions().kind(row);
        return kind == ExpressionKind.LAMBDA || kind == ExpressionKind.METHOD_REFERENCE;
    }
}
