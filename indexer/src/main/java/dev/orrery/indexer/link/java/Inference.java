package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.FileFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Infers what the type variables of generic calls stand for, and with them the types of calls and of lambda parameters. A
 * simplification of chapter 18 of the specification: variables are bound one argument after the other; arguments that are
 * no functions first, then what the surroundings want, then functions from left to right, each of whose bodies sees what
 * was found before it.
 */
final class Inference {
    /** How far the variables of one call are known. */
    private static final class State {
        final Bindings bindings = new Bindings();
        final List<TypeVariable> variables;
        boolean begun;
        int functionsDone;
        boolean inFunction;

        State(List<TypeVariable> variables) {
            this.variables = variables;
        }
    }

    private final JavaBody body;
    private final FileFacts facts;
    private final Calls calls;
    private final @Nullable State[] states;
    private final Unification unification;

    Inference(JavaBody body) {
        this.body = body;
        this.facts = body.facts;
        this.calls = facts.calls();
        states = new State[calls.count()];
        unification = new Unification(body.subtypes);
    }

    /** The type of a call's value. */
    Type type(int call) {
        Selection selection = body.calls.of(call);
        Candidate best = selection.best();
        int anonymous = calls.body(call);
        if (anonymous >= 0) {
            SourceClass symbol = body.unit.classAt(anonymous);
            return symbol == null ? Type.UNKNOWN : new Type.ClassType(symbol);
        }
        if (body.calls.isConstructor(call)) {
            return created(call, best);
        }
        if (best == null) {
            return isForeign(selection.receiver()) ? ExternalClass.RESULT : Type.UNKNOWN;
        }
        Type special = special(best.method(), selection.receiver());
        if (special != null) {
            return special;
        }
        State state = state(call, best);
        infer(call, best, state, Integer.MAX_VALUE);
        return result(resultType(best), state);
    }

    /** Whether a type is, or inherits from, one outside of the repository, whose methods hand out what is outside too. */
    private boolean isForeign(Type receiver) {
        return body.subtypes.upper(receiver) instanceof Type.ClassType type && body.subtypes.isOpen(type);
    }

    private Type resultType(Candidate best) {
        return Bindings.of(best.site(), body.reads).apply(best.method().returnType(body.reads));
    }

    /** The type of a call's value as far as its surroundings and its lambdas do not matter. */
    Type standaloneType(int call) {
        Candidate best = body.calls.of(call).best();
        if (best == null || calls.body(call) >= 0 || body.calls.isConstructor(call)) {
            return body.calls.isConstructor(call) ? body.calls.created(call) : Type.UNKNOWN;
        }
        Type special = special(best.method(), body.calls.of(call).receiver());
        if (special != null) {
            return special;
        }
        Type result = resultType(best);
        if (best.method().typeParameters().isEmpty()) {
            return result;
        }
        State state = new State(best.method().typeParameters());
        explicitArguments(call, state);
        int[] arguments = body.arguments(call);
        for (int i = 0; i < arguments.length; i++) {
            if (!isFunction(arguments[i])) {
                unification.argument(
                        parameter(call, best, i), body.types.standalone(arguments[i]), state.variables, state.bindings);
            }
        }
        return result(result, state);
    }

    /** Methods whose types the language itself makes more precise than they are declared. */
    private @Nullable Type special(JavaMethod method, Type receiver) {
        if (method.parameterCount() != 0 || !Subtypes.isObject(method.owner())) {
            return null;
        }
        if (method.name().equals("getClass")) {
            Type.ClassType type = body.subtypes.library().type("java.lang", "Class");
            return new Type.ClassType(
                    type.symbol(), List.of(new Type.Wildcard(Type.Bound.EXTENDS, body.subtypes.erasure(receiver))));
        }
        return method.name().equals("clone") && receiver instanceof Type.Array ? receiver : null;
    }

    private Type created(int call, @Nullable Candidate best) {
        Type type = body.calls.created(call);
        if (!(type instanceof Type.ClassType site) || !site.arguments().isEmpty()) {
            return type;
        }
        List<TypeVariable> variables = site.symbol().typeParameters(body.reads);
        if (variables.isEmpty()) {
            return type;
        }
        Type.ClassType generic = new Type.ClassType(site.symbol(), List.copyOf(variables));
        if (best == null) {
            return new Type.ClassType(site.symbol(), unknown(variables.size()));
        }
        State state = state(call, best);
        infer(call, best, state, Integer.MAX_VALUE);
        return result(generic, state);
    }

    private static List<Type> unknown(int count) {
        return java.util.Collections.nCopies(count, Type.UNKNOWN);
    }

    private State state(int call, Candidate best) {
        State state = states[call];
        if (state == null) {
            List<TypeVariable> variables = new ArrayList<>(best.method().typeParameters());
            if (isDiamond(call, best)) {
                variables.addAll(best.site().symbol().typeParameters(body.reads));
            }
            state = new State(variables);
            states[call] = state;
            explicitArguments(call, state);
        }
        return state;
    }

    private boolean isDiamond(int call, Candidate best) {
        return body.calls.isConstructor(call) && best.site().arguments().isEmpty();
    }

    private void explicitArguments(int call, State state) {
        int list = calls.typeArguments(call);
        for (int i = 0; i < Math.min(facts.lists().size(list), state.variables.size()); i++) {
            Type type = body.reader.type(facts.lists().get(list, i), calls.owner(call));
            state.bindings.put(state.variables.get(i), type);
        }
    }

    /** Binds what can be bound without looking into the functions from argument {@code before} on. */
    private void infer(int call, Candidate best, State state, int before) {
        if (state.variables.isEmpty()) {
            return;
        }
        int[] arguments = body.arguments(call);
        if (!state.begun) {
            state.begun = true;
            for (int i = 0; i < arguments.length; i++) {
                if (!isFunction(arguments[i])) {
                    unification.argument(
                            parameter(call, best, i), body.types.of(arguments[i]), state.variables, state.bindings);
                }
            }
            fromSurroundings(call, best, state);
        }
        if (state.inFunction) {
            return;
        }
        state.inFunction = true;
        while (state.functionsDone < Math.min(before, arguments.length)) {
            int i = state.functionsDone++;
            if (isFunction(arguments[i])) {
                function(arguments[i], parameter(call, best, i), state);
            }
        }
        state.inFunction = false;
    }

    private void fromSurroundings(int call, Candidate best, State state) {
        Type result = isDiamond(call, best)
                ? new Type.ClassType(
                        best.site().symbol(), List.copyOf(best.site().symbol().typeParameters(body.reads)))
                : resultType(best);
        if (!unification.hasUnbound(result, state.variables, state.bindings)) {
            return;
        }
        int row = body.types.expressionOf(call);
        if (row >= 0) {
            Type target =
                    target(facts.expressions().context(row), facts.expressions().scope(row));
            unification.result(result, target, state.variables, state.bindings);
        }
    }

    /** A lambda or method reference shows what its function returns, once its parameters are known. */
    private void function(int row, Type parameter, State state) {
        Expressions expressions = facts.expressions();
        Candidate function = body.functions.function(parameter);
        if (function == null) {
            return;
        }
        Type result =
                Bindings.of(function.site(), body.reads).apply(function.method().returnType(body.reads));
        if (expressions.kind(row) == ExpressionKind.LAMBDA) {
            int lambda = expressions.a(row);
            declaredParameters(lambda, function, state);
            if (unification.hasUnbound(result, state.variables, state.bindings)) {
                int results = facts.lambdas().results(lambda);
                for (int i = 0; i < facts.lists().size(results); i++) {
                    Type type = body.types.of(facts.lists().get(results, i));
                    unification.argument(result, type, state.variables, state.bindings);
                }
            }
        } else if (expressions.kind(row) == ExpressionKind.METHOD_REFERENCE) {
            reference(expressions.a(row), function, result, state);
        } else if (expressions.kind(row) == ExpressionKind.CHOICE) {
            for (int i = 0; i < facts.lists().size(expressions.a(row)); i++) {
                function(facts.lists().get(expressions.a(row), i), parameter, state);
            }
        }
    }

    private void declaredParameters(int lambda, Candidate function, State state) {
        int count = Math.min(
                facts.lambdas().parameterCount(lambda), function.method().parameterCount());
        for (int i = 0; i < count; i++) {
            int variable = facts.lambdas().firstParameter(lambda) + i;
            if (facts.variables().type(variable) >= 0) {
                unification.argument(
                        function.parameter(body.reads, i),
                        body.types.variable(variable),
                        state.variables,
                        state.bindings);
            }
        }
    }

    private void reference(int call, Candidate function, Type result, State state) {
        int receiver = calls.receiver(call);
        Selection selection = body.calls.of(call);
        Candidate best = selection.best();
        if (best == null || receiver < 0) {
            return;
        }
        boolean isStatic = Modifiers.has(best.method().modifiers(), Modifiers.STATIC);
        boolean constructor = calls.type(call) >= 0;
        if (!isStatic
                && !constructor
                && function.method().parameterCount() == best.method().parameterCount() + 1
                && body.meanings.of(receiver) instanceof Meaning.TypeName(Type type)) {
            unification.argument(function.parameter(body.reads, 0), type, state.variables, state.bindings);
        }
        State own = new State(best.method().typeParameters());
        Type returned = constructor ? best.site() : resultType(best);
        unification.argument(
                result,
                withoutVariables(result(receiverBindings(best, function, state).apply(returned), own), best),
                state.variables,
                state.bindings);
    }

    /** The type arguments of an unbound receiver, which {@code Type::method} does not say, from the function wanted. */
    private Bindings receiverBindings(Candidate best, Candidate function, State state) {
        if (best.site().arguments().isEmpty() && function.method().parameterCount() > 0) {
            Type first = Subtypes.pick(state.bindings.apply(function.parameter(body.reads, 0)));
            Type.ClassType site = body.subtypes.as(first, best.site().symbol());
            if (site != null) {
                return Bindings.of(site, body.reads);
            }
        }
        return Bindings.NONE;
    }

    /** {@code type} with the class variables of a raw candidate as unknown. */
    Type withoutVariables(Type type, Candidate candidate) {
        return type instanceof TypeVariable variable
                        && candidate.method().owner().typeParameters(body.reads).contains(variable)
                        && candidate.site().arguments().isEmpty()
                ? Type.UNKNOWN
                : type;
    }

    private Type parameter(int call, Candidate best, int index) {
        return best.parameterForArgument(body.reads, index, body.calls.of(call).arity());
    }

    private boolean isFunction(int row) {
        return switch (facts.expressions().kind(row)) {
            case LAMBDA, METHOD_REFERENCE -> true;
            case CHOICE -> {
                int list = facts.expressions().a(row);
                boolean function = false;
                for (int i = 0; i < facts.lists().size(list); i++) {
                    function |= isFunction(facts.lists().get(list, i));
                }
                yield function;
            }
            default -> false;
        };
    }

    /** The bound type; variables that nothing bound become their bound, or unknown. */
    private Type result(Type type, State state) {
        if (state.variables.isEmpty()) {
            return type;
        }
        Bindings all = new Bindings();
        for (TypeVariable variable : state.variables) {
            Type bound = state.bindings.get(variable);
            if (bound == null) {
                bound = variable.bounds(body.reads).isEmpty() ? Type.UNKNOWN : body.subtypes.erasure(variable);
            }
            all.put(variable, bound);
        }
        return all.apply(type);
    }

    // What surroundings want

    /** The type that surroundings want from an expression written in {@code scope}. */
    Type target(Context context, int scope) {
        return switch (context.kind()) {
            case NONE -> Type.UNKNOWN;
            case ARGUMENT -> argumentTarget(context.row(), context.index());
            case TYPED -> body.reader.type(context.row(), scope);
            case RETURN -> {
                int type = facts.declarations().type(context.row());
                yield type < 0 ? Type.UNKNOWN : body.reader.type(type, context.row());
            }
            case LAMBDA_RETURN -> lambdaResult(context.row());
            case ASSIGNMENT -> body.types.of(context.row());
        };
    }

    private Type argumentTarget(int call, int index) {
        Candidate best = body.calls.of(call).best();
        if (best == null) {
            return Type.UNKNOWN;
        }
        State state = state(call, best);
        infer(call, best, state, index);
        return result(parameter(call, best, index), state);
    }

    private Type lambdaResult(int lambda) {
        Candidate function = lambdaFunction(facts.lambdas().expression(lambda));
        return function == null
                ? Type.UNKNOWN
                : Subtypes.pick(Bindings.of(function.site(), body.reads)
                        .apply(function.method().returnType(body.reads)));
    }

    private @Nullable Candidate lambdaFunction(int row) {
        if (row < 0) {
            return null;
        }
        return body.functions.function(
                target(facts.expressions().context(row), facts.expressions().scope(row)));
    }

    /** The type of a lambda's parameter that declares none. */
    Type lambdaParameter(int row, int index) {
        Candidate function = lambdaFunction(row);
        if (function == null || index >= function.method().parameterCount()) {
            return Type.UNKNOWN;
        }
        Type type = withoutVariables(Subtypes.pick(function.parameter(body.reads, index)), function);
        return type instanceof Type.Wildcard ? Subtypes.pick(type) : type;
    }
}
