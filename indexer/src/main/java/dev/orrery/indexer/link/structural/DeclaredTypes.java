package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.TypeForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the types that a file writes stand for. */
final class DeclaredTypes {
    private static final int DEEPEST = 12;

    private final StructuralView view;
    private final FileFacts facts;
    private int depth;

    DeclaredTypes(StructuralView view) {
        this.view = view;
        facts = view.facts;
    }

    /**
     * An object of the type {@code ref}, as it is understood at the declaration {@code scope}.
     *
     * @param self the object around, which gives type parameters their meaning, or null
     */
    Meaning read(int ref, int scope, Meaning.@Nullable Instance self) {
        return read(ref, scope, self, Map.of());
    }

    /** With the meanings of type parameters that are known otherwise. */
    Meaning read(int ref, int scope, Meaning.@Nullable Instance self, Map<String, Meaning> variables) {
        if (ref < 0 || depth > DEEPEST) {
            return Meaning.UNKNOWN;
        }
        depth++;
        Meaning meaning = facts.types().form(ref) == TypeForm.NAMED
                ? named(ref, scope, self, variables)
                : Meaning.several(arguments(ref, scope, self, variables));
        depth--;
        for (int i = 0; i < facts.types().dimensions(ref); i++) {
            meaning = Containers.list(meaning);
        }
        return meaning;
    }

    private List<Meaning> arguments(
            int ref, int scope, Meaning.@Nullable Instance self, Map<String, Meaning> variables) {
        int list = facts.types().arguments(ref);
        List<Meaning> arguments = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(list); i++) {
            arguments.add(read(facts.lists().get(list, i), scope, self, variables));
        }
        return arguments;
    }

    private Meaning named(int ref, int scope, Meaning.@Nullable Instance self, Map<String, Meaning> variables) {
        String name = facts.string(facts.types().name(ref));
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (self != null && isSelf(simple)) {
            return self;
        }
        Meaning bound = variables.get(name);
        if (bound == null) {
            bound = variable(name, scope, self, variables);
        }
        if (bound != null) {
            return bound;
        }
        Symbol symbol = symbol(name, scope);
        List<Meaning> arguments = arguments(ref, scope, self, variables);
        if (symbol != null) {
            return instance(symbol, arguments);
        }
        if (name.equals("typeof")) {
            int list = facts.types().arguments(ref);
            int of = facts.types().name(facts.lists().get(list, 0));
            return of < 0 ? Meaning.UNKNOWN : view.types.dotted(facts.string(of), scope);
        }
        return outside(name, simple, arguments);
    }

    /** Whether the name stands for the type around, whichever it is. */
    static boolean isSelf(String name) {
        return name.equals("this") || name.equals("Self") || name.equals("self") || name.equals("static");
    }

    private static Meaning outside(String name, String simple, List<Meaning> arguments) {
        if (name.equals("?")) {
            return Meaning.UNKNOWN;
        }
        if (arguments.isEmpty()) {
            return isVague(simple) ? Meaning.UNKNOWN : new Meaning.External(name);
        }
        if (Containers.isTransparent(simple)) {
            return arguments.getFirst();
        }
        return switch (simple) {
            case "Union" -> Meaning.several(arguments);
            case "Coroutine" -> arguments.getLast();
            case "Callable" -> new Meaning.External(FileFacts.FUNCTION_TYPE, List.of(arguments.getLast()));
            case "Type", "type", "Class" ->
                arguments.getFirst() instanceof Meaning.Instance(Symbol type, List<Meaning> none)
                        ? new Meaning.Named(type)
                        : arguments.getFirst();
            default -> new Meaning.External(name, arguments);
        };
    }

    private static boolean isVague(String name) {
        return switch (name) {
            case "any", "unknown", "object", "Any", "Object", "dynamic", "auto", "Function", "var" -> true;
            default -> false;
        };
    }

    /** An alias stands for what it names, unless it has members of its own. */
    private Meaning instance(Symbol symbol, List<Meaning> arguments) {
        Declarations declarations = symbol.unit().facts().declarations();
        int target = declarations.type(symbol.row());
        if (symbol.kind() != SymbolKind.TYPE_ALIAS || target < 0) {
            return new Meaning.Instance(symbol, arguments);
        }
        Meaning.Instance self = new Meaning.Instance(symbol, arguments);
        Meaning meaning = view.world.view(symbol).declared.read(target, symbol.parent(), null, bindings(self));
        return meaning.isKnown() ? meaning : self;
    }

    /** What the type parameters of an object's type stand for. */
    static Map<String, Meaning> bindings(Meaning.Instance self) {
        Map<String, Meaning> bindings = new HashMap<>();
        FileFacts facts = self.type().unit().facts();
        int first = facts.declarations().firstTypeParameter(self.type().row());
        int count = Math.min(
                facts.declarations().typeParameterCount(self.type().row()),
                self.arguments().size());
        for (int i = 0; i < count; i++) {
            bindings.put(
                    facts.string(facts.typeParameters().name(first + i)),
                    self.arguments().get(i));
        }
        return bindings;
    }

    /** What a type parameter stands for that is visible at the declaration, its bound at worst; null where it is none. */
    private @Nullable Meaning variable(
            String name, int scope, Meaning.@Nullable Instance self, Map<String, Meaning> variables) {
        Declarations declarations = facts.declarations();
        for (int at = scope; at >= 0; at = declarations.parent(at)) {
            int first = declarations.firstTypeParameter(at);
            for (int i = 0; i < declarations.typeParameterCount(at); i++) {
                if (facts.string(facts.typeParameters().name(first + i)).equals(name)) {
                    if (self != null
                            && self.type().equals(new Symbol(view.unit, at))
                            && i < self.arguments().size()) {
                        return self.arguments().get(i);
                    }
                    int bounds = facts.typeParameters().bounds(first + i);
                    return facts.lists().size(bounds) == 0
                            ? Meaning.UNKNOWN
                            : read(facts.lists().get(bounds, 0), scope, self, variables);
                }
            }
        }
        return null;
    }

    /** The type that a dotted name stands for, if the repository declares it. */
    @Nullable
    Symbol symbol(String dotted, int scope) {
        int dot = dotted.indexOf('.');
        for (Meaning meaning : view.scope.meanings(dot < 0 ? dotted : dotted.substring(0, dot), scope)) {
            Symbol type = inner(meaning, dot < 0 ? "" : dotted.substring(dot + 1));
            if (type != null) {
                return type;
            }
        }
        return onlyType(dotted.substring(dotted.lastIndexOf('.') + 1));
    }

    private @Nullable Symbol inner(Meaning meaning, String rest) {
        if (rest.isEmpty()) {
            return asType(meaning);
        }
        int dot = rest.indexOf('.');
        Meaning next = view.types.field(meaning, dot < 0 ? rest : rest.substring(0, dot));
        return inner(next, dot < 0 ? "" : rest.substring(dot + 1));
    }

    private @Nullable Symbol asType(Meaning meaning) {
        if (!(meaning instanceof Meaning.Named(Symbol symbol))) {
            return null;
        }
        boolean constructor = view.world.family == Family.SCRIPT && symbol.kind() == SymbolKind.FUNCTION;
        if (symbol.kind().isType() || constructor) {
            return symbol;
        }
        return symbol.kind() == SymbolKind.FIELD
                        && view.world.view(symbol).types.fieldValue(symbol) instanceof Meaning.Named(Symbol aliased)
                        && aliased.kind().isType()
                ? aliased
                : null;
    }

    private @Nullable Symbol onlyType(String name) {
        if (!view.world.family.guessesFunctions()) {
            return null;
        }
        List<Symbol> types = view.world.types(name);
        return types.size() == 1 ? types.getFirst() : null;
    }
}
