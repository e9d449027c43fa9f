package dev.orrery.indexer.link.structural;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.link.unit.UnitLinks;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the calls of one file by structure. One owner, used once. */
final class StructuralResolver implements StructuralCalls {
    private static final int MOST_CANDIDATES = 4;
    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "constructor", "new", "init");

    /** Where a call leads: symbols, best first, or a name outside of the repository. */
    private record Target(List<Symbol> symbols, Resolution how, String name) {}

    private final SourceUnit unit;
    private final FileFacts facts;
    private final Family family;
    private final LinksBuilder links;
    private final StructuralScope scope;
    private final StructuralTypes types;
    private final @Nullable Target[] targets;
    private final @Nullable Symbol[] created;

    StructuralResolver(SourceUnit unit, Family family, StructuralIndex index) {
        this.unit = unit;
        this.facts = unit.facts();
        this.family = family;
        links = new LinksBuilder(unit, index.names());
        scope = new StructuralScope(unit, family, index, links);
        types = new StructuralTypes(unit, scope, this);
        targets = new Target[facts.calls().count()];
        created = new Symbol[facts.calls().count()];
    }

    UnitLinks resolve() {
        for (int call = 0; call < facts.calls().count(); call++) {
            Target target = target(call);
            if (target.symbols().isEmpty()) {
                links.external(call, target.name());
            } else {
                links.reaches(
                        call,
                        target.how(),
                        target.symbols().stream().map(Symbol::handle).toList());
            }
        }
        hierarchy();
        return links.build();
    }

    @Override
    public @Nullable Symbol callee(int call) {
        List<Symbol> symbols = target(call).symbols();
        return symbols.isEmpty() ? null : symbols.getFirst();
    }

    @Override
    public @Nullable Symbol created(int call) {
        target(call);
        return created[call];
    }

    private Target target(int call) {
        Target known = targets[call];
        if (known == null) {
            targets[call] = external(facts.string(facts.calls().name(call)));
            known = find(call);
            targets[call] = known;
        }
        return known;
    }

    private static Target external(String name) {
        return new Target(List.of(), Resolution.EXTERNAL, name);
    }

    private Target find(int call) {
        Calls calls = facts.calls();
        String name = facts.string(calls.name(call));
        return switch (calls.kind(call)) {
            case CONSTRUCTOR -> calls.type(call) < 0 ? simple(call, name) : construction(call);
            case THIS_CONSTRUCTOR -> constructorOf(call, types.enclosingType(calls.owner(call)), name);
            case SUPER_CONSTRUCTOR -> superConstructor(call);
            case METHOD, REFERENCE, MACRO -> calls.receiver(call) < 0 ? simple(call, name) : member(call, name);
        };
    }

    private Target construction(int call) {
        int ref = facts.calls().type(call);
        Symbol type = scope.type(unit, ref, facts.calls().owner(call));
        int name = facts.types().name(ref);
        return constructorOf(call, type, name < 0 ? "" : facts.string(name));
    }

    private Target superConstructor(int call) {
        Symbol type = types.enclosingType(facts.calls().owner(call));
        List<Symbol> supertypes = type == null ? List.of() : scope.supertypes(type);
        return constructorOf(call, supertypes.isEmpty() ? null : supertypes.getFirst(), "super");
    }

    /** The constructor of a type that fits best, or the type itself where it declares none. */
    private Target constructorOf(int call, @Nullable Symbol type, String name) {
        if (type == null) {
            return external(name);
        }
        created[call] = type;
        Declarations declarations = type.unit().facts().declarations();
        List<Symbol> constructors = new ArrayList<>();
        for (int row = type.row() + 1; row < declarations.count(); row++) {
            if (declarations.parent(row) == type.row()
                    && (declarations.kind(row) == SymbolKind.CONSTRUCTOR
                            || declarations.kind(row).isCallable()
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
        for (Meaning meaning : scope.meanings(name, facts.calls().owner(call))) {
            if (meaning instanceof Meaning.External(String qualified)) {
                return external(qualified);
            }
            if (meaning instanceof Meaning.Named(Symbol symbol)) {
                found.add(symbol);
            }
        }
        if (!found.isEmpty()) {
            return named(call, found, name);
        }
        return family.guessesFunctions() || facts.calls().kind(call) == CallKind.MACRO
                ? guess(call, scope.symbols(name), name)
                : external(name);
    }

    /** Calling a type creates an object of it; calling a variable reaches nobody knows what. */
    private Target named(int call, List<Symbol> found, String name) {
        Symbol first = found.getFirst();
        if (first.kind().isType()) {
            return constructorOf(call, first, name);
        }
        List<Symbol> callable =
                found.stream().filter(symbol -> symbol.kind().isCallable()).toList();
        return callable.isEmpty() ? external(name) : choose(call, callable, Resolution.EXACT, name);
    }

    private Target member(int call, String name) {
        return switch (types.of(facts.calls().receiver(call))) {
            case Meaning.Instance(Symbol type) -> memberOf(call, type, name);
            case Meaning.Named(Symbol symbol) -> memberOf(call, symbol, name);
            case Meaning.Module(List<SourceUnit> units) -> {
                List<Symbol> found = scope.exported(units, name, 0);
                yield found.isEmpty() ? external(name) : named(call, found, name);
            }
            case Meaning.External(String qualified) -> external(qualified + "." + name);
            case Meaning.Unknown() -> guess(call, membersNamed(name), name);
        };
    }

    private Target memberOf(int call, Symbol type, String name) {
        List<Symbol> members = scope.members(type, name);
        if (!members.isEmpty()) {
            return named(call, members, name);
        }
        return type.kind().isType() && scope.hasUnknownSupertypes(type)
                ? external(type.name() + "." + name)
                : external(name);
    }

    private List<Symbol> membersNamed(String name) {
        return scope.symbols(name).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.METHOD)
                .toList();
    }

    /** By name alone: inferred where one declaration is left, ambiguous where a few are. */
    private Target guess(int call, List<Symbol> all, String name) {
        List<Symbol> fitting = all.stream()
                .filter(symbol -> symbol.kind().isCallable() && fits(call, symbol))
                .toList();
        if (fitting.isEmpty() || fitting.size() > MOST_CANDIDATES) {
            return external(name);
        }
        return new Target(fitting, fitting.size() == 1 ? Resolution.INFERRED : Resolution.AMBIGUOUS, name);
    }

    private Target choose(int call, List<Symbol> found, Resolution how, String name) {
        List<Symbol> fitting =
                found.stream().filter(symbol -> fits(call, symbol)).toList();
        List<Symbol> left = fitting.isEmpty() ? found : fitting;
        left = left.size() == 1 ? List.of(definition(left.getFirst())) : left;
        boolean one = left.size() == 1 || facts.calls().kind(call) == CallKind.REFERENCE;
        return new Target(one ? List.of(left.getFirst()) : left, one ? how : Resolution.AMBIGUOUS, name);
    }

    /** The only definition of a function of which a header shows the head; the head itself where there are several. */
    private Symbol definition(Symbol function) {
        if (family != Family.C || function.kind() != SymbolKind.FUNCTION || !isHead(function)) {
            return function;
        }
        List<Symbol> definitions = scope.symbols(function.name()).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.FUNCTION && !isHead(symbol))
                .toList();
        return definitions.size() == 1 ? definitions.getFirst() : function;
    }

    private static boolean isHead(Symbol function) {
        return Modifiers.has(function.unit().facts().declarations().modifiers(function.row()), Modifiers.ABSTRACT);
    }

    /** Whether the number of arguments may be right: defaults, receivers and packs of arguments blur it. */
    private boolean fits(int call, Symbol symbol) {
        int arguments = facts.lists().size(facts.calls().arguments(call));
        int parameters = symbol.unit().facts().declarations().parameterCount(symbol.row());
        return switch (family) {
            case SCRIPT, PYTHON, KOTLIN, CSHARP, OTHER -> true;
            case GO, RUST, C -> parameters < 0 || Math.abs(parameters - arguments) <= 1;
        };
    }

    private void hierarchy() {
        Declarations declarations = facts.declarations();
        for (int row = 0; row < declarations.count(); row++) {
            if (declarations.kind(row).isType()) {
                Symbol type = new Symbol(unit, row);
                for (Symbol supertype : scope.supertypes(type)) {
                    links.supertype(type.handle(), supertype.handle());
                }
            } else if (declarations.kind(row) == SymbolKind.METHOD && declarations.parent(row) >= 0) {
                overrides(new Symbol(unit, row), new Symbol(unit, declarations.parent(row)));
            }
        }
    }

    private void overrides(Symbol method, Symbol type) {
        for (Symbol supertype : scope.supertypes(type)) {
            List<Symbol> found = scope.members(supertype, method.name());
            if (!found.isEmpty() && found.getFirst().kind() == SymbolKind.METHOD) {
                links.overrides(found.getFirst().handle(), method.handle());
            }
        }
    }
}
