package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.LiteralKind;
import dev.orrery.indexer.parse.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the expressions of one file stand for, as far as declared types, values and constructors tell. */
final class StructuralTypes {
    private static final int DEEPEST = 60;

    private final StructuralView view;
    private final StructuralWorld world;
    private final FileFacts facts;
    private final Map<Integer, Meaning> known = new HashMap<>();
    private int depth;

    StructuralTypes(StructuralView view) {
        this.view = view;
        world = view.world;
        facts = view.facts;
    }

    Meaning of(int expression) {
        Meaning meaning = known.get(expression);
        if (meaning == null) {
            if (depth > DEEPEST || !world.mayLookAt(view.unit)) {
                return Meaning.UNKNOWN;
            }
            known.put(expression, Meaning.UNKNOWN);
            depth++;
            meaning = read(expression);
            depth--;
            known.put(expression, meaning);
        }
        return meaning;
    }

    private Meaning read(int row) {
        Expressions expressions = facts.expressions();
        return switch (expressions.kind(row)) {
            case LOCAL -> variable(expressions.a(row));
            case NAME -> name(facts.string(expressions.a(row)), expressions.scope(row));
            case FIELD -> field(of(expressions.a(row)), facts.string(expressions.b(row)));
            case CALL -> view.results.of(expressions.a(row));
            case THIS -> self(expressions.scope(row));
            case SUPER -> parent(expressions.scope(row));
            case CAST -> cast(row);
            case VALUE ->
                view.declared.read(expressions.a(row), expressions.scope(row), around(expressions.scope(row)));
            case TYPE -> typeItself(expressions.a(row), expressions.scope(row));
            case CHOICE -> choice(expressions.a(row));
            case ASSIGNMENT -> expressions.b(row) < 0 ? Meaning.UNKNOWN : of(expressions.b(row));
            case ELEMENT -> element(of(expressions.a(row)), expressions.b(row));
            case LITERAL -> literal(LiteralKind.of(expressions.a(row)));
            case LAMBDA -> lambda(row);
            case UNKNOWN, METHOD_REFERENCE, OPERATION -> Meaning.UNKNOWN;
        };
    }

    private Meaning name(String name, int scope) {
        List<Meaning> meanings = view.scope.meanings(name, scope);
        return meanings.isEmpty() ? Meaning.UNKNOWN : meanings.getFirst();
    }

    /** What a dotted name stands for that is written where a type may stand. */
    Meaning dotted(String name, int scope) {
        Meaning meaning = null;
        for (String part : name.split("\\.")) {
            meaning = meaning == null ? name(part, scope) : field(meaning, part);
        }
        return meaning == null ? Meaning.UNKNOWN : meaning;
    }

    private static Meaning literal(LiteralKind kind) {
        return kind == LiteralKind.NULL ? Meaning.UNKNOWN : new Meaning.External(kind.toString());
    }

    private Meaning cast(int row) {
        int scope = facts.expressions().scope(row);
        Meaning meaning = view.declared.read(facts.expressions().a(row), scope, around(scope));
        int operand = facts.expressions().b(row);
        return meaning.isKnown() || operand < 0 ? meaning : of(operand);
    }

    private Meaning choice(int list) {
        return Meaning.several(all(list));
    }

    List<Meaning> all(int list) {
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(list); i++) {
            meanings.add(of(facts.lists().get(list, i)));
        }
        return meanings;
    }

    private Meaning variable(int row) {
        Variables variables = facts.variables();
        int type = variables.type(row);
        int scope = variables.scope(row);
        if (type >= 0) {
            Meaning declared = view.declared.read(type, scope, around(scope));
            if (declared.isKnown()) {
                return declared;
            }
        }
        int source = variables.source(row);
        return switch (variables.origin(row)) {
            case LOCAL, PATTERN -> source < 0 ? Meaning.UNKNOWN : of(source);
            case EACH -> source < 0 ? Meaning.UNKNOWN : each(of(source));
            case LAMBDA -> source < 0 ? Meaning.UNKNOWN : view.results.handed(source, variables.index(row));
            case PARAMETER, COMPONENT, CATCH -> Meaning.UNKNOWN;
        };
    }

    /** A lambda is a function of which only the result is known. */
    private Meaning lambda(int row) {
        int lambda = facts.expressions().a(row);
        Meaning result = Meaning.several(all(facts.lambdas().results(lambda)));
        return new Meaning.External(FileFacts.FUNCTION_TYPE, List.of(value(result)));
    }

    // Members

    /** A member's value, a type's or a module's declaration itself. */
    Meaning field(Meaning receiver, String name) {
        return world.nested(() -> memberIn(receiver, name));
    }

    private Meaning memberIn(Meaning receiver, String name) {
        return switch (receiver) {
            case Meaning.Instance instance -> {
                StructuralMembers.Found found = world.members.find(instance, name);
                yield found.symbols().isEmpty()
                        ? outerMember(instance, name)
                        : memberValue(found.symbols().getFirst(), found.owner());
            }
            case Meaning.Named(Symbol symbol) -> memberOfDeclaration(symbol, name);
            case Meaning.Module module -> view.scope.inModule(module, name);
            case Meaning.External(String qualified, List<Meaning> arguments) ->
                arguments.isEmpty() ? new Meaning.External(qualified + "." + name) : Meaning.UNKNOWN;
            case Meaning.Several(List<Meaning> meanings) -> first(meanings, meaning -> field(meaning, name));
            case Meaning.Unknown() -> Meaning.UNKNOWN;
        };
    }

    /** What an object has from supertypes outside of the repository, or from an object spread into it. */
    private Meaning outerMember(Meaning.Instance instance, String name) {
        for (Meaning supertype : world.members.supertypes(instance)) {
            if (supertype instanceof Meaning.Named || supertype instanceof Meaning.Module) {
                Meaning found = field(supertype, name);
                if (found.isKnown()) {
                    return found;
                }
            }
        }
        return Meaning.UNKNOWN;
    }

    private Meaning memberOfDeclaration(Symbol symbol, String name) {
        List<Symbol> own = world.members.of(symbol, name);
        if (!own.isEmpty()) {
            return memberValue(own.getFirst(), new Meaning.Instance(symbol));
        }
        return symbol.kind() == SymbolKind.FIELD || symbol.kind() == SymbolKind.METHOD
                ? field(value(new Meaning.Named(symbol)), name)
                : Meaning.UNKNOWN;
    }

    private Meaning memberValue(Symbol member, Meaning.Instance owner) {
        return switch (member.kind()) {
            case FIELD -> {
                Meaning value = world.view(member).types.fieldValue(member, owner);
                yield value.isKnown() ? value : new Meaning.Named(member);
            }
            case ENUM_CONSTANT -> new Meaning.Instance(owner.type());
            default -> new Meaning.Named(member);
        };
    }

    static Meaning first(List<Meaning> meanings, Function<Meaning, Meaning> function) {
        for (Meaning meaning : meanings) {
            Meaning found = function.apply(meaning);
            if (found.isKnown()) {
                return found;
            }
        }
        return Meaning.UNKNOWN;
    }

    /** What a name's meaning is as a value: what a field holds, an object for its declaration, what a property gives. */
    Meaning value(Meaning meaning) {
        if (meaning instanceof Meaning.Several(List<Meaning> meanings)) {
            return Meaning.several(meanings.stream().map(this::value).toList());
        }
        if (!(meaning instanceof Meaning.Named(Symbol symbol))) {
            return meaning;
        }
        return switch (symbol.kind()) {
            case FIELD -> {
                Meaning held = world.view(symbol).types.fieldValue(symbol);
                yield held instanceof Meaning.Named(Symbol other) && other.equals(symbol) ? Meaning.UNKNOWN : held;
            }
            case METHOD -> world.nested(() -> world.view(symbol).results.result(symbol.row(), null, Map.of()));
            case ENUM_CONSTANT ->
                symbol.parent() < 0
                        ? Meaning.UNKNOWN
                        : new Meaning.Instance(new Symbol(symbol.unit(), symbol.parent()));
            case OBJECT -> new Meaning.Instance(symbol);
            default -> meaning;
        };
    }

    Meaning fieldValue(Symbol field) {
        return fieldValue(field, null);
    }

    private Meaning fieldValue(Symbol field, Meaning.@Nullable Instance owner) {
        int type = facts.declarations().type(field.row());
        return world.nested(() -> {
            Meaning declared = view.declared.read(type, field.row(), owner);
            return declared.isKnown() ? declared : values(field.row());
        });
    }

    /** What a declaration of this file is given or returns. */
    Meaning values(int declaration) {
        return Meaning.several(all(facts.declarations().values(declaration)));
    }

    // Containers

    private Meaning element(Meaning container, int place) {
        Meaning held = value(container);
        if (held instanceof Meaning.Instance instance) {
            Meaning found = methodResult(instance, "__getitem__", "get");
            return found.isKnown() ? found : Containers.element(outer(instance), place);
        }
        return Containers.element(held, place);
    }

    private Meaning each(Meaning container) {
        Meaning held = value(container);
        if (held instanceof Meaning.Instance instance) {
            Meaning found = Containers.element(methodResult(instance, "__iter__", "[Symbol.iterator]"), 0);
            return found.isKnown() ? found : Containers.each(outer(instance));
        }
        return Containers.each(held);
    }

    private Meaning outer(Meaning.Instance instance) {
        return Meaning.several(world.members.supertypes(instance).stream()
                .filter(supertype -> supertype instanceof Meaning.External)
                .toList());
    }

    private Meaning methodResult(Meaning.Instance instance, String... names) {
        for (String name : names) {
            StructuralMembers.Found found = world.members.find(instance, name);
            if (!found.symbols().isEmpty() && found.symbols().getFirst().kind() == SymbolKind.METHOD) {
                Symbol method = found.symbols().getFirst();
                return world.view(method).results.result(method.row(), found.owner(), Map.of());
            }
        }
        return Meaning.UNKNOWN;
    }

    private Meaning typeItself(int type, int at) {
        int name = facts.types().name(type);
        if (name < 0) {
            return Meaning.UNKNOWN;
        }
        Symbol symbol = view.declared.symbol(facts.string(name), at);
        return symbol == null ? new Meaning.External(facts.string(name)) : new Meaning.Named(symbol);
    }

    // The object at hand

    @Nullable
    Symbol enclosingType(int at) {
        Declarations declarations = facts.declarations();
        for (int row = at; row >= 0; row = declarations.parent(row)) {
            if (declarations.kind(row).isType()) {
                return new Symbol(view.unit, row);
            }
            int receiver = declarations.kind(row).isCallable() ? declarations.superclass(row) : -1;
            if (receiver >= 0) {
                int name = facts.types().name(receiver);
                return name < 0 ? null : receiver(facts.string(name), declarations.parent(row));
            }
            if (world.family == Family.SCRIPT && isConstructorFunction(row)) {
                return new Symbol(view.unit, row);
            }
        }
        return null;
    }

    private boolean isConstructorFunction(int row) {
        String name = facts.name(row);
        return facts.declarations().kind(row) == SymbolKind.FUNCTION
                && !name.isEmpty()
                && Character.isUpperCase(name.charAt(0));
    }

    /** What a function belongs to that stands outside of it: a type, in scripts also a function or an object. */
    private @Nullable Symbol receiver(String name, int scope) {
        Symbol type = view.declared.symbol(name, scope);
        if (type != null || world.family != Family.SCRIPT) {
            return type;
        }
        return dotted(name, scope) instanceof Meaning.Named(Symbol symbol) ? symbol : null;
    }

    Meaning.@Nullable Instance around(int at) {
        Symbol type = enclosingType(at);
        return type == null ? null : new Meaning.Instance(type);
    }

    private Meaning self(int at) {
        Meaning.Instance around = around(at);
        return around == null ? Meaning.UNKNOWN : around;
    }

    private Meaning parent(int at) {
        Symbol type = enclosingType(at);
        return type == null ? Meaning.UNKNOWN : Meaning.several(world.members.supertypes(new Meaning.Instance(type)));
    }
}
