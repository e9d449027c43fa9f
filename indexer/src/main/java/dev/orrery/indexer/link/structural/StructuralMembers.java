package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which members types have and inherit. */
final class StructuralMembers {
    /** Members of one name, and the type that they were found in with what its type parameters stand for. */
    record Found(List<Symbol> symbols, Meaning.Instance owner) {}

    /** How many types' supertypes are found out; hostile type arguments can grow without end. */
    private static final int MOST_TYPES = 20_000;

    private final StructuralWorld world;
    private final Map<Meaning.Instance, List<Meaning>> supertypes = new HashMap<>();

    StructuralMembers(StructuralWorld world) {
        this.world = world;
    }

    /** The members of that name that a type has or inherits, nearest first. */
    List<Symbol> of(Symbol type, String name) {
        return find(new Meaning.Instance(type), name).symbols();
    }

    Found find(Meaning.Instance type, String name) {
        Deque<Meaning.Instance> open = new ArrayDeque<>(List.of(type));
        Set<Symbol> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Meaning.Instance at = open.remove();
            if (!seen.add(at.type())) {
                continue;
            }
            List<Symbol> own = own(at.type(), name);
            if (!own.isEmpty()) {
                return new Found(own, at);
            }
            for (Meaning supertype : supertypes(at)) {
                if (supertype instanceof Meaning.Instance instance) {
                    open.add(instance);
                }
            }
        }
        return new Found(List.of(), type);
    }

    private List<Symbol> own(Symbol type, String name) {
        List<Symbol> own = new ArrayList<>();
        for (Symbol symbol : world.members(name, type.unit())) {
            boolean member =
                    symbol.kind() != SymbolKind.INITIALIZER && (symbol.isMemberOf(type) || isReceiver(symbol, type));
            if (member) {
                own.add(symbol);
            }
        }
        return own;
    }

    /** Functions that stand outside of their type name it as their superclass: Go's methods, extension functions. */
    private static boolean isReceiver(Symbol function, Symbol type) {
        if (!DeclaredNames.standsOutside(function)) {
            return false;
        }
        int receiver = function.unit().facts().declarations().superclass(function.row());
        int name = receiver < 0 ? -1 : function.unit().facts().types().name(receiver);
        if (name < 0) {
            return false;
        }
        String written = function.unit().facts().string(name);
        return written.equals(type.name()) || written.endsWith("." + type.name());
    }

    /** The supertypes as they are written, with what the type's own parameters stand for. */
    List<Meaning> supertypes(Meaning.Instance type) {
        List<Meaning> known = supertypes.get(type);
        if (known != null) {
            return known;
        }
        if (supertypes.size() >= MOST_TYPES) {
            return List.of();
        }
        supertypes.put(type, List.of());
        Declarations declarations = type.type().unit().facts().declarations();
        DeclaredTypes declared = world.view(type.type()).declared;
        int row = type.type().row();
        List<Meaning> found = new ArrayList<>();
        if (declarations.kind(row).isType()) {
            add(declared, declarations.superclass(row), type, found);
        }
        int interfaces = declarations.interfaces(row);
        for (int i = 0; i < type.type().unit().facts().lists().size(interfaces); i++) {
            add(declared, type.type().unit().facts().lists().get(interfaces, i), type, found);
        }
        if (declarations.kind(row) == SymbolKind.TYPE_ALIAS) {
            add(declared, declarations.type(row), type, found);
        }
        if (declarations.kind(row) == SymbolKind.OBJECT) {
            found.add(world.view(type.type()).types.values(row));
        }
        supertypes.put(type, found);
        return found;
    }

    private static void add(DeclaredTypes declared, int ref, Meaning.Instance type, List<Meaning> into) {
        if (ref >= 0) {
            Meaning supertype = declared.read(ref, type.type().parent(), type);
            if (supertype instanceof Meaning.Several(List<Meaning> meanings)) {
                into.addAll(meanings);
            } else {
                into.add(supertype);
            }
        }
    }

    /** The supertypes that the repository declares. */
    List<Symbol> knownSupertypes(Symbol type) {
        List<Symbol> known = new ArrayList<>();
        for (Meaning supertype : supertypes(new Meaning.Instance(type))) {
            if (supertype instanceof Meaning.Instance(Symbol symbol, List<Meaning> arguments)) {
                known.add(symbol);
            }
        }
        return known;
    }
}
