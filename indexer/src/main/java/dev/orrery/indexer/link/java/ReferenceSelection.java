package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the methods that method references mean (chapter 15.13 of the specification). */
final class ReferenceSelection {
    private final JavaBody body;
    private final Map<Integer, Integer> expressionOf = new HashMap<>();

    ReferenceSelection(JavaBody body) {
        this.body = body;
        Expressions expressions = body.facts.expressions();
        for (int row = 0; row < expressions.count(); row++) {
            if (expressions.kind(row) == ExpressionKind.METHOD_REFERENCE) {
                expressionOf.put(expressions.a(row), row);
            }
        }
    }

    Selection select(int call) {
        Calls calls = body.facts.calls();
        String name = body.facts.string(calls.name(call));
        int receiver = calls.receiver(call);
        if (receiver < 0) {
            return Selection.unknown(name);
        }
        List<Type> parameters = parameters(call);
        if (calls.type(call) >= 0) {
            return constructor(body.reader.type(calls.type(call), calls.owner(call)), parameters, name);
        }
        JavaClass user = body.enclosingClass(calls.owner(call));
        return switch (body.meanings.of(receiver)) {
            case Meaning.PackageName(String prefix) -> Selection.unknown(prefix + "." + name);
            case Meaning.Value(Type type) ->
                type instanceof Type.Unknown
                        ? body.guesses.guess(body, call, name)
                        : choose(owner(type), name, user, parameters, Shift.NONE);
            case Meaning.TypeName(Type type) -> choose(owner(type), name, user, parameters, Shift.FIRST_IS_RECEIVER);
        };
    }

    private Type owner(Type type) {
        Type upper = body.subtypes.upper(type);
        return upper instanceof Type.Array ? body.subtypes.object() : upper;
    }

    /** Whether the function's first parameter may be the object that the method is called on. */
    private enum Shift {
        NONE,
        FIRST_IS_RECEIVER
    }

    /** The parameters of the function that is wanted; null where that is not known. */
    private @Nullable List<Type> parameters(int call) {
        Integer row = expressionOf.get(call);
        if (row == null) {
            return null;
        }
        Expressions expressions = body.facts.expressions();
        Context context = expressions.context(row);
        Candidate function = body.functions.function(body.inference.target(context, expressions.scope(row)));
        if (function == null) {
            return null;
        }
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < function.method().parameterCount(); i++) {
            parameters.add(body.inference.withoutVariables(Subtypes.pick(function.parameter(body.reads, i)), function));
        }
        return parameters;
    }

    private Selection constructor(Type type, @Nullable List<Type> parameters, String name) {
        if (!(type instanceof Type.ClassType site)) {
            return Selection.unknown(name + "[]");
        }
        List<Candidate> all = body.calls.constructors(site);
        String qualified = site.symbol().qualifiedName() + "." + site.symbol().simpleName();
        if (all.isEmpty()) {
            return Selection.unknown(qualified).calledOn(site);
        }
        return byTypes(all, parameters, qualified).calledOn(site);
    }

    private Selection choose(
            Type type, String name, @Nullable JavaClass user, @Nullable List<Type> parameters, Shift shift) {
        List<Candidate> all = body.members.methods(type, name, user);
        if (all.isEmpty()) {
            return Selection.unknown(
                            type instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)
                                    ? symbol.qualifiedName() + "." + name
                                    : name)
                    .calledOn(type);
        }
        if (parameters == null || all.size() == 1) {
            return byTypes(all, null, name).calledOn(type);
        }
        if (shift == Shift.NONE) {
            return byTypes(all, parameters, name).calledOn(type);
        }
        List<Candidate> statics = new ArrayList<>();
        List<Candidate> members = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean isStatic = Modifiers.has(candidate.method().modifiers(), Modifiers.STATIC);
            int wanted = parameters.size() - (isStatic ? 0 : 1);
            boolean fits = candidate.method().parameterCount() == wanted
                    || Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS);
            if (fits) {
                (isStatic ? statics : members).add(candidate);
            }
        }
        if (statics.isEmpty() && members.isEmpty()) {
            return byTypes(all, null, name).calledOn(type);
        }
        if (members.isEmpty()) {
            return byTypes(statics, parameters, name).calledOn(type);
        }
        if (statics.isEmpty()) {
            return byTypes(members, parameters.subList(1, parameters.size()), name)
                    .calledOn(type);
        }
        Selection first = byTypes(statics, parameters, name);
        Selection second = byTypes(members, parameters.subList(1, parameters.size()), name);
        return (first.how().ordinal() <= second.how().ordinal() ? first : second).calledOn(type);
    }

    private Selection byTypes(List<Candidate> all, @Nullable List<Type> parameters, String name) {
        if (parameters != null) {
            return body.overloads.choose(all, new Overloads.Typed(body.subtypes, parameters), name);
        }
        Resolution how = all.size() == 1 ? Resolution.EXACT : Resolution.AMBIGUOUS;
        return new Selection(all, how, Candidate.Arity.FIXED, Type.UNKNOWN, name);
    }
}
