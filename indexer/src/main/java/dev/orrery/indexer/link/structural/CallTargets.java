package dev.orrery.indexer.link.structural;

import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the calls of one file lead. */
final class CallTargets {
    private static final int MOST_CANDIDATES = 4;
    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "constructor", "new", "init");
    private static final Set<String> CLAUSES =
            Set.of("ruby", "php", "bash", "elixir", "erlang", "r", "haskell", "ocaml");
    private static final Set<String> CALLED = Set.of("__call__", "invoke", "operator()");

    /** Where a call leads: symbols, best first, or a name outside of the repository. */
    record Target(List<Symbol> symbols, Resolution how, String name) {
        static Target external(String name) {
            return new Target(List.of(), Resolution.EXTERNAL, name);
        }

        boolean isExternal() {
            return symbols.isEmpty();
        }
    }

    private final StructuralView view;
    private final StructuralWorld world;
    private final FileFacts facts;
    private final Family family;
    private final @Nullable Target[] targets;
    private final @Nullable Symbol[] created;

    CallTargets(StructuralView view) {
        this.view = view;
        world = view.world;
        facts = view.facts;
        family = world.family;
        targets = new Target[facts.calls().count()];
        created = new Symbol[facts.calls().count()];
    }

    /** The declaration that a call reaches, if it is known. */
    @Nullable
    Symbol callee(int call) {
        List<Symbol> symbols = target(call).symbols();
        return symbols.isEmpty() ? null : symbols.getFirst();
    }

    /** The type of which a call creates an object, if it does and the repository declares it. */
    @Nullable
    Symbol created(int call) {
        target(call);
        return created[call];
    }

    Target target(int call) {
        Target known = targets[call];
        if (known == null) {
            targets[call] = Target.external(facts.string(facts.calls().name(call)));
            known = find(call);
            targets[call] = known;
        }
        return known;
    }

    private Target find(int call) {
        Calls calls = facts.calls();
        String name = facts.string(calls.name(call));
        return switch (calls.kind(call)) {
            case CONSTRUCTOR -> calls.type(call) < 0 ? simple(call, name) : construction(call);
            case THIS_CONSTRUCTOR -> constructorOf(call, view.types.enclosingType(calls.owner(call)), name);
            case SUPER_CONSTRUCTOR -> superConstructor(call);
            case METHOD, REFERENCE, MACRO -> {
                if (calls.receiver(call) < 0) {
                    yield simple(call, name);
                }
                Meaning receiver = view.types.of(calls.receiver(call));
                yield isValueCall(call) ? called(call, receiver, name) : member(call, receiver, name);
            }
        };
    }

    /** Whether a variable is called, which then is its own receiver. */
    boolean isValueCall(int call) {
        int receiver = facts.calls().receiver(call);
        if (receiver < 0 || facts.expressions().kind(receiver) != ExpressionKind.LOCAL) {
            return false;
        }
        int variable = facts.expressions().a(receiver);
        return facts.variables().name(variable) == facts.calls().name(call);
    }

    private Target construction(int call) {
        int ref = facts.calls().type(call);
        int name = facts.types().name(ref);
        if (name < 0) {
            return Target.external("");
        }
        String dotted = facts.string(name);
        int scope = facts.calls().owner(call);
        Symbol type =
                DeclaredTypes.isSelf(dotted) ? view.types.enclosingType(scope) : view.declared.symbol(dotted, scope);
        if (type == null && family == Family.SCRIPT) {
            return called(call, view.types.dotted(dotted, scope), dotted);
        }
        return constructorOf(call, type, dotted);
    }

    private Target superConstructor(int call) {
        Symbol type = view.types.enclosingType(facts.calls().owner(call));
        List<Symbol> supertypes = type == null ? List.of() : world.members.knownSupertypes(type);
        return constructorOf(call, supertypes.isEmpty() ? null : supertypes.getFirst(), "super");
    }

    /** The constructor of a type that fits best, or the type itself where it declares none. */
    private Target constructorOf(int call, @Nullable Symbol type, String name) {
        if (type == null) {
            return Target.external(name);
        }
        created[call] = type;
        Declarations declarations = type.unit().facts().declarations();
        List<Symbol> constructors = new ArrayList<>();
        for (int row = type.row() + 1; row < declarations.count(); row++) {
            if (declarations.parent(row) == type.row()
                    && (declarations.kind(row) == SymbolKind.CONSTRUCTOR
                            || declarations.kind(row).isCallable()
                                    && type.kind().isType()
                                    && CONSTRUCTORS.contains(type.unit().facts().name(row)))) {
                constructors.add(new Symbol(type.unit(), row));
            }
        }
        return constructors.isEmpty()
                ? new Target(List.of(type), Resolution.EXACT, name)
                : choose(call, constructors, Resolution.EXACT, name);
    }

    private Target simple(int call, String name) {
        List<Symbol> found = new ArrayList<>();
        for (Meaning meaning : view.scope.meanings(name, facts.calls().owner(call))) {
            switch (meaning) {
                case Meaning.External(String qualified, List<Meaning> arguments) -> {
                    return Target.external(qualified);
                }
                case Meaning.Named(Symbol symbol) -> found.add(symbol);
                case Meaning.Module module -> {
                    return called(call, view.scope.inModule(module, Modules.DEFAULT), name);
                }
                default -> {}
            }
        }
        if (!found.isEmpty()) {
            return named(call, found, Resolution.EXACT, name);
        }
        return family.guessesFunctions() || facts.calls().kind(call) == CallKind.MACRO
                ? guess(call, world.callables(name), name)
                : Target.external(name);
    }

    /** Calling a type creates an object of it; calling a field calls what it holds, if that is known. */
    private Target named(int call, List<Symbol> found, Resolution how, String name) {
        Symbol first = found.getFirst();
        if (first.kind().isType() && first.kind() != SymbolKind.OBJECT) {
            return constructorOf(call, first, name);
        }
        List<Symbol> callable =
                found.stream().filter(symbol -> symbol.kind().isCallable()).toList();
        if (!callable.isEmpty()) {
            return choose(call, callable, how, name);
        }
        return first.kind() == SymbolKind.FIELD
                ? called(call, view.types.value(new Meaning.Named(first)), name)
                : Target.external(name);
    }

    /** Where calling a value leads. */
    private Target called(int call, Meaning value, String name) {
        return world.nested(() -> calledOne(call, value, name), Target.external(name));
    }

    private Target calledOne(int call, Meaning value, String name) {
        return switch (value) {
            case Meaning.Named(Symbol symbol)
            when symbol.kind().isCallable() -> {
                boolean creates = facts.calls().kind(call) == CallKind.CONSTRUCTOR;
                created[call] = creates ? symbol : null;
                yield choose(call, List.of(symbol), Resolution.INFERRED, name);
            }
            case Meaning.Named(Symbol symbol) when symbol.kind().isType() -> constructorOf(call, symbol, name);
            case Meaning.Named(Symbol symbol)
            when symbol.kind() == SymbolKind.FIELD -> {
                Meaning held = view.types.value(value);
                yield held instanceof Meaning.Named(Symbol again) && again.kind() == SymbolKind.FIELD
                        ? Target.external(name)
                        : called(call, held, name);
            }
            case Meaning.Instance(Symbol type, List<Meaning> arguments) -> {
                for (String method : CALLED) {
                    List<Symbol> members = world.members.of(type, method);
                    if (!members.isEmpty()) {
                        yield choose(call, members, Resolution.EXACT, name);
                    }
                }
                yield Target.external(name);
            }
            case Meaning.Several(List<Meaning> meanings) -> {
                Target target = Target.external(name);
                for (Meaning meaning : meanings) {
                    target = target.isExternal() ? called(call, meaning, name) : target;
                }
                yield target;
            }
            case Meaning.Module module -> {
                Meaning main = view.scope.inModule(module, Modules.DEFAULT);
                yield main instanceof Meaning.Module ? Target.external(name) : called(call, main, name);
            }
            default -> Target.external(name);
        };
    }

    private Target member(int call, Meaning receiver, String name) {
        return world.nested(() -> memberOne(call, receiver, name), Target.external(name));
    }

    private Target memberOne(int call, Meaning receiver, String name) {
        return switch (receiver) {
            case Meaning.Instance instance -> memberOf(call, instance, name);
            case Meaning.Named(Symbol symbol) -> memberOfDeclaration(call, symbol, name);
            case Meaning.Module module ->
                switch (view.scope.inModule(module, name)) {
                    case Meaning.Named(Symbol symbol) -> named(call, List.of(symbol), Resolution.EXACT, name);
                    case Meaning.External(String qualified, List<Meaning> arguments) -> Target.external(qualified);
                    case Meaning other -> called(call, other, name);
                };
            case Meaning.External(String qualified, List<Meaning> arguments) -> Target.external(qualified + "." + name);
            case Meaning.Several(List<Meaning> meanings) -> {
                Target target = Target.external(name);
                for (Meaning meaning : meanings) {
                    target = target.isExternal() ? member(call, meaning, name) : target;
                }
                yield target;
            }
            case Meaning.Unknown() -> guess(call, membersNamed(name), name);
        };
    }

    private Target memberOfDeclaration(int call, Symbol symbol, String name) {
        List<Symbol> own = world.members.of(symbol, name);
        if (!own.isEmpty()) {
            return named(call, own, Resolution.EXACT, name);
        }
        if (symbol.kind() == SymbolKind.FIELD || symbol.kind() == SymbolKind.METHOD) {
            Meaning value = view.types.value(new Meaning.Named(symbol));
            return value instanceof Meaning.Named ? Target.external(name) : member(call, value, name);
        }
        return memberOf(call, new Meaning.Instance(symbol), name);
    }

    private Target memberOf(int call, Meaning.Instance type, String name) {
        StructuralMembers.Found found = world.members.find(type, name);
        if (!found.symbols().isEmpty()) {
            Symbol first = found.symbols().getFirst();
            return first.kind() == SymbolKind.FIELD
                    ? called(call, view.types.field(type, name), name)
                    : named(call, found.symbols(), Resolution.EXACT, name);
        }
        Meaning spread = view.types.field(type, name);
        return spread.isKnown()
                ? called(call, spread, name)
                : Target.external(type.type().name() + "." + name);
    }

    private List<Symbol> membersNamed(String name) {
        if (family.isCommonMember(name)) {
            return List.of();
        }
        return world.callables(name).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.METHOD && belongsToType(symbol))
                .toList();
    }

    private static boolean belongsToType(Symbol method) {
        return DeclaredNames.standsOutside(method)
                || method.parent() >= 0
                        && method.unit().heads().kind(method.parent()).isType();
    }

    /** By name alone: inferred where one declaration is left, ambiguous where a few are. */
    private Target guess(int call, List<Symbol> all, String name) {
        List<Symbol> fitting = all.stream()
                .filter(symbol -> symbol.kind().isCallable() && fits(call, symbol))
                .toList();
        if (fitting.isEmpty() || fitting.size() > MOST_CANDIDATES) {
            return Target.external(name);
        }
        return new Target(fitting, fitting.size() == 1 ? Resolution.INFERRED : Resolution.AMBIGUOUS, name);
    }

    private Target choose(int call, List<Symbol> found, Resolution how, String name) {
        List<Symbol> fitting =
                found.stream().filter(symbol -> fits(call, symbol)).toList();
        List<Symbol> left = fitting.isEmpty() ? found : fitting;
        left = left.size() == 1 ? List.of(definition(left.getFirst())) : left;
        left = clauses(left) ? List.of(left.getFirst()) : left;
        boolean one = left.size() == 1 || facts.calls().kind(call) == CallKind.REFERENCE;
        return new Target(one ? List.of(left.getFirst()) : left, one ? how : Resolution.AMBIGUOUS, name);
    }

    /** Whether all are clauses, signatures or later versions of one function, in languages that know no overloads. */
    private boolean clauses(List<Symbol> found) {
        boolean overloads =
                switch (family) {
                    case KOTLIN, CSHARP, C, RUST, OTHER ->
                        !CLAUSES.contains(view.unit.language().id());
                    case SCRIPT, PYTHON, GO -> false;
                };
        Symbol first = found.getFirst();
        return !overloads
                && found.stream()
                        .allMatch(symbol -> symbol.unit() == first.unit() && symbol.parent() == first.parent());
    }

    /** The only definition of a function of which a header shows the head; the head itself where there are several. */
    private Symbol definition(Symbol function) {
        if (family != Family.C || function.kind() != SymbolKind.FUNCTION || !isHead(function)) {
            return function;
        }
        List<Symbol> definitions = world.callables(function.name()).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.FUNCTION && !isHead(symbol))
                .toList();
        return definitions.size() == 1 ? definitions.getFirst() : function;
    }

    private static boolean isHead(Symbol function) {
        return function.unit().heads().isAbstract(function.row());
    }

    /** Whether the number of arguments may be right: defaults, receivers and packs of arguments blur it. */
    private boolean fits(int call, Symbol symbol) {
        int arguments = facts.lists().size(facts.calls().arguments(call));
        int parameters = symbol.unit().heads().parameterCount(symbol.row());
        return switch (family) {
            case SCRIPT, PYTHON, KOTLIN, CSHARP, OTHER -> true;
            case GO, RUST, C -> parameters < 0 || Math.abs(parameters - arguments) <= 1;
        };
    }
}
