package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the calls of one file give back, and what they hand to the functions that they are given. */
final class CallResults {
    private final StructuralView view;
    private final StructuralWorld world;
    private final FileFacts facts;
    private final StructuralTypes types;

    CallResults(StructuralView view) {
        this.view = view;
        world = view.world;
        facts = view.facts;
        types = view.types;
    }

    /** What a lambda's parameter gets from where the lambda stands. */
    Meaning handed(int lambda, int index) {
        Context context = facts.expressions().context(lambda);
        if (context.kind() != ContextKind.ARGUMENT) {
            return Meaning.UNKNOWN;
        }
        int call = context.row();
        Symbol callee = view.calls.callee(call);
        int receiver = facts.calls().receiver(call);
        if (callee == null) {
            String method = facts.string(facts.calls().name(call));
            return receiver < 0 ? Meaning.UNKNOWN : Containers.handed(types.value(types.of(receiver)), method, index);
        }
        Meaning wanted = world.view(callee).results.parameter(callee.row(), context.index(), owner(call));
        return wanted instanceof Meaning.External(String name, List<Meaning> arguments)
                        && name.equals(FileFacts.FUNCTION_TYPE)
                        && index < arguments.size() - 1
                ? arguments.get(index)
                : Meaning.UNKNOWN;
    }

    private Meaning.@Nullable Instance owner(int call) {
        int receiver = facts.calls().receiver(call);
        return receiver >= 0 && types.value(types.of(receiver)) instanceof Meaning.Instance instance ? instance : null;
    }

    /** What a declared function's parameter is declared to be. */
    private Meaning parameter(int function, int index, Meaning.@Nullable Instance owner) {
        Declarations declarations = facts.declarations();
        if (index >= declarations.parameterCount(function)) {
            return Meaning.UNKNOWN;
        }
        int type = facts.variables().type(declarations.firstParameter(function) + index);
        return view.declared.read(type, function, owner);
    }

    Meaning of(int call) {
        Calls calls = facts.calls();
        String name = facts.string(calls.name(call));
        Symbol created = view.calls.created(call);
        if (created != null) {
            return new Meaning.Instance(created, typeArguments(call));
        }
        Symbol callee = view.calls.callee(call);
        int receiver = calls.receiver(call);
        if (callee == null) {
            Meaning module = (world.family == Family.SCRIPT || world.family == Family.OTHER) && name.equals("require")
                    ? view.scope.required(calls.line(call))
                    : Meaning.UNKNOWN;
            if (calls.kind(call) == CallKind.CONSTRUCTOR && receiver < 0) {
                int type = calls.type(call);
                return type < 0
                        ? new Meaning.External(view.calls.target(call).name())
                        : view.declared.read(type, calls.owner(call), null);
            }
            return module.isKnown() || receiver < 0 ? module : external(call, receiver, name);
        }
        if (callee.kind().isType()) {
            return new Meaning.Instance(callee);
        }
        CallResults there = world.view(callee).results;
        return there.result(callee.row(), owner(call), there.inferred(callee.row(), arguments(call)));
    }

    private List<Meaning> typeArguments(int call) {
        int type = facts.calls().type(call);
        if (type < 0) {
            return List.of();
        }
        return view.declared.read(type, facts.calls().owner(call), null)
                        instanceof Meaning.Instance(Symbol symbol, List<Meaning> arguments)
                ? arguments
                : List.of();
    }

    private Meaning external(int call, int receiver, String name) {
        Meaning on = types.value(types.of(receiver));
        if (view.calls.isValueCall(call)) {
            return functionResult(on);
        }
        Meaning given = Meaning.UNKNOWN;
        int list = facts.calls().arguments(call);
        for (int i = 0; i < facts.lists().size(list) && !given.isKnown(); i++) {
            given = functionResult(types.of(facts.lists().get(list, i)));
        }
        Meaning known = given;
        return on instanceof Meaning.Several(List<Meaning> meanings)
                ? StructuralTypes.first(meanings, meaning -> Containers.result(meaning, name, known))
                : Containers.result(on, name, given);
    }

    private List<Meaning> arguments(int call) {
        return types.all(facts.calls().arguments(call)).stream()
                .map(types::value)
                .toList();
    }

    /** What a function of this file gives back: as declared, otherwise as its code shows. */
    Meaning result(int function, Meaning.@Nullable Instance owner, Map<String, Meaning> variables) {
        int type = facts.declarations().type(function);
        Meaning declared =
                view.declared.read(type, function, owner == null ? types.around(function) : owner, variables);
        return declared.isKnown() ? declared : types.value(types.values(function));
    }

    /** What a function's type parameters stand for when it is given these arguments. */
    private Map<String, Meaning> inferred(int function, List<Meaning> arguments) {
        Declarations declarations = facts.declarations();
        Map<String, Meaning> inferred = new HashMap<>();
        int first = declarations.firstTypeParameter(function);
        for (int i = 0; i < declarations.typeParameterCount(function); i++) {
            String name = facts.string(facts.typeParameters().name(first + i));
            for (int j = 0; j < Math.min(arguments.size(), declarations.parameterCount(function)); j++) {
                int type = facts.variables().type(declarations.firstParameter(function) + j);
                Meaning match = type < 0 ? Meaning.UNKNOWN : match(type, arguments.get(j), name, 0);
                if (match.isKnown()) {
                    inferred.put(name, match);
                    break;
                }
            }
        }
        return inferred;
    }

    private Meaning match(int type, Meaning argument, String name, int deep) {
        if (facts.types().dimensions(type) > 0) {
            return isNamed(type, name) ? Containers.element(argument, 0) : Meaning.UNKNOWN;
        }
        if (isNamed(type, name)) {
            return argument;
        }
        int list = facts.types().arguments(type);
        int size = facts.lists().size(list);
        List<Meaning> given =
                switch (argument) {
                    case Meaning.External(String external, List<Meaning> arguments) -> arguments;
                    case Meaning.Instance(Symbol symbol, List<Meaning> arguments) -> arguments;
                    default -> List.of();
                };
        boolean function = facts.types().name(type) >= 0
                && facts.string(facts.types().name(type)).equals(FileFacts.FUNCTION_TYPE);
        for (int i = 0; i < size && deep < 4; i++) {
            int index = function ? given.size() - size + i : i;
            if (index >= 0 && index < given.size()) {
                Meaning found = match(facts.lists().get(list, i), given.get(index), name, deep + 1);
                if (found.isKnown()) {
                    return found;
                }
            }
        }
        return Meaning.UNKNOWN;
    }

    private boolean isNamed(int type, String name) {
        int written = facts.types().name(type);
        return written >= 0 && facts.string(written).equals(name);
    }

    private static Meaning functionResult(Meaning function) {
        return function instanceof Meaning.External(String name, List<Meaning> arguments)
                        && name.equals(FileFacts.FUNCTION_TYPE)
                        && !arguments.isEmpty()
                ? arguments.getLast()
                : Meaning.UNKNOWN;
    }
}
