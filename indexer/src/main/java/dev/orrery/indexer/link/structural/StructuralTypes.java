package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the expressions of one file stand for, as far as declared types and constructors tell. */
final class StructuralTypes {
    private final SourceUnit unit;
    private final FileFacts facts;
    private final StructuralScope scope;
    private final StructuralCalls calls;
    private final Map<Integer, Meaning> known = new HashMap<>();

    StructuralTypes(SourceUnit unit, StructuralScope scope, StructuralCalls calls) {
        this.unit = unit;
        this.facts = unit.facts();
        this.scope = scope;
        this.calls = calls;
    }

    Meaning of(int expression) {
        Meaning meaning = known.get(expression);
        if (meaning == null) {
            known.put(expression, Meaning.UNKNOWN);
            meaning = read(expression);
            known.put(expression, meaning);
        }
        return meaning;
    }

    private Meaning read(int row) {
        Expressions expressions = facts.expressions();
        return switch (expressions.kind(row)) {
            case LOCAL -> variable(expressions.a(row));
            case NAME -> first(scope.meanings(facts.string(expressions.a(row)), expressions.scope(row)));
            case FIELD -> field(of(expressions.a(row)), facts.string(expressions.b(row)));
            case CALL -> call(expressions.a(row));
            case THIS -> self(expressions.scope(row));
            case SUPER -> parent(expressions.scope(row));
            case CAST, VALUE -> declared(unit, expressions.a(row), expressions.scope(row));
            case TYPE -> typeItself(expressions.a(row), expressions.scope(row));
            case CHOICE ->
                facts.lists().size(expressions.a(row)) == 0
                        ? Meaning.UNKNOWN
                        : of(facts.lists().get(expressions.a(row), 0));
            case ASSIGNMENT -> expressions.b(row) < 0 ? Meaning.UNKNOWN : of(expressions.b(row));
            case UNKNOWN, LITERAL, LAMBDA, METHOD_REFERENCE, ELEMENT, OPERATION -> Meaning.UNKNOWN;
        };
    }

    private Meaning first(List<Meaning> meanings) {
        if (meanings.isEmpty()) {
            return Meaning.UNKNOWN;
        }
        return meanings.getFirst() instanceof Meaning.Named(Symbol symbol) ? value(symbol) : meanings.getFirst();
    }

    /** A type or function stands for itself, a field for an object of its type. */
    private Meaning value(Symbol symbol) {
        return switch (symbol.kind()) {
            case FIELD -> declaredOf(symbol);
            case ENUM_CONSTANT ->
                symbol.parent() < 0
                        ? Meaning.UNKNOWN
                        : new Meaning.Instance(new Symbol(symbol.unit(), symbol.parent()));
            case OBJECT -> new Meaning.Instance(symbol);
            case NAMESPACE,
                    CLASS,
                    INTERFACE,
                    ENUM,
                    RECORD,
                    ANNOTATION,
                    STRUCT,
                    TRAIT,
                    TYPE_ALIAS,
                    METHOD,
                    CONSTRUCTOR,
                    FUNCTION,
                    INITIALIZER,
                    MACRO -> new Meaning.Named(symbol);
        };
    }

    private Meaning variable(int row) {
        int type = facts.variables().type(row);
        if (type >= 0) {
            return declared(unit, type, facts.variables().scope(row));
        }
        int source = facts.variables().source(row);
        return source >= 0 && facts.variables().origin(row) == VariableOrigin.LOCAL ? of(source) : Meaning.UNKNOWN;
    }

    private Meaning field(Meaning receiver, String name) {
        return switch (receiver) {
            case Meaning.Instance(Symbol type) -> firstValue(scope.members(type, name));
            case Meaning.Named(Symbol symbol) -> firstValue(scope.members(symbol, name));
            case Meaning.Module(List<SourceUnit> units) -> firstValue(scope.exported(units, name, 0));
            case Meaning.External(String qualified) -> new Meaning.External(qualified + "." + name);
            case Meaning.Unknown() -> Meaning.UNKNOWN;
        };
    }

    private Meaning firstValue(List<Symbol> symbols) {
        return symbols.isEmpty() ? Meaning.UNKNOWN : value(symbols.getFirst());
    }

    private Meaning call(int call) {
        Symbol callee = calls.callee(call);
        if (callee == null) {
            return Meaning.UNKNOWN;
        }
        if (callee.kind().isType()) {
            return new Meaning.Instance(callee);
        }
        Symbol created = calls.created(call);
        return created != null ? new Meaning.Instance(created) : declaredOf(callee);
    }

    private Meaning declaredOf(Symbol symbol) {
        int type = symbol.unit().facts().declarations().type(symbol.row());
        return type < 0 ? Meaning.UNKNOWN : declared(symbol.unit(), type, symbol.row());
    }

    private Meaning declared(SourceUnit in, int type, int at) {
        Symbol symbol = scope.type(in, type, at);
        return symbol == null ? externalType(in, type) : new Meaning.Instance(symbol);
    }

    private static Meaning externalType(SourceUnit in, int type) {
        int name = in.facts().types().name(type);
        return name < 0 ? Meaning.UNKNOWN : new Meaning.External(in.facts().string(name));
    }

    private Meaning typeItself(int type, int at) {
        Symbol symbol = scope.type(unit, type, at);
        return symbol == null ? externalType(unit, type) : new Meaning.Named(symbol);
    }

    @Nullable
    Symbol enclosingType(int at) {
        Declarations declarations = facts.declarations();
        for (int row = at; row >= 0; row = declarations.parent(row)) {
            if (declarations.kind(row).isType()) {
                return new Symbol(unit, row);
            }
            if (declarations.kind(row).isCallable() && declarations.superclass(row) >= 0) {
                return scope.type(unit, declarations.superclass(row), declarations.parent(row));
            }
        }
        return null;
    }

    private Meaning self(int at) {
        Symbol type = enclosingType(at);
        return type == null ? Meaning.UNKNOWN : new Meaning.Instance(type);
    }

    private Meaning parent(int at) {
        Symbol type = enclosingType(at);
        List<Symbol> supertypes = type == null ? List.of() : scope.supertypes(type);
        return supertypes.isEmpty() ? Meaning.UNKNOWN : new Meaning.Instance(supertypes.getFirst());
    }
}
