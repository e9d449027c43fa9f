package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.Imports;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What simple names mean in one file, and which members types and modules have. */
final class StructuralScope {
    private static final int DEEPEST_EXPORT = 5;

    private final SourceUnit unit;
    private final Family family;
    private final StructuralIndex index;
    private final LinksBuilder links;
    private final Modules modules;

    StructuralScope(SourceUnit unit, Family family, StructuralIndex index, LinksBuilder links) {
        this.unit = unit;
        this.family = family;
        this.index = index;
        this.links = links;
        this.modules = new Modules(unit, index, links);
    }

    List<Symbol> symbols(String name) {
        int number = index.names().intern(name);
        links.asks(number);
        return index.symbols(number);
    }

    /** What {@code name} means in the code of {@code scope}: the nearest declaration, then imports, then neighbours. */
    List<Meaning> meanings(String name, int scope) {
        List<Symbol> all = symbols(name);
        Declarations declarations = unit.facts().declarations();
        for (int around = scope; around >= -1; around = around < 0 ? -2 : declarations.parent(around)) {
            boolean type = around >= 0 && declarations.kind(around).isType();
            if (type && !family.hasImplicitMembers()) {
                continue;
            }
            List<Meaning> found = new ArrayList<>();
            if (type) {
                members(new Symbol(unit, around), name).forEach(symbol -> found.add(new Meaning.Named(symbol)));
            } else {
                for (Symbol symbol : all) {
                    if (symbol.unit() == unit && symbol.parent() == around && isVisible(symbol)) {
                        found.add(new Meaning.Named(symbol));
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        Meaning imported = imported(name);
        return imported == null ? neighbours(all) : List.of(imported);
    }

    private static boolean isVisible(Symbol symbol) {
        return symbol.kind() != SymbolKind.INITIALIZER;
    }

    private @Nullable Meaning imported(String name) {
        Imports imports = unit.facts().imports();
        Meaning all = null;
        for (int row = 0; row < imports.count(); row++) {
            int alias = imports.alias(row);
            int own = imports.name(row);
            String path = unit.facts().string(imports.path(row));
            String known = alias >= 0
                    ? unit.facts().string(alias)
                    : own >= 0 ? unit.facts().string(own) : path.substring(lastSeparator(path) + 1);
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0) {
                List<Symbol> found = exported(modules.find(path), name, 0);
                all = found.isEmpty() ? all : new Meaning.Named(found.getFirst());
            } else if (known.equals(name)) {
                return own < 0 ? module(path) : member(path, unit.facts().string(own), known);
            }
        }
        return all;
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')));
    }

    private Meaning module(String path) {
        List<SourceUnit> found = modules.find(path);
        return found.isEmpty() ? new Meaning.External(path) : new Meaning.Module(found);
    }

    private Meaning member(String path, String name, String known) {
        List<SourceUnit> found = modules.find(path);
        List<Symbol> exported = name.equals("default") ? mainExport(found, known) : exported(found, name, 0);
        if (exported.isEmpty()) {
            exported = inPackage(path, name);
        }
        if (!exported.isEmpty()) {
            return new Meaning.Named(exported.getFirst());
        }
        List<SourceUnit> inner = modules.find(path.endsWith(".") ? path + name : path + "." + name);
        return inner.isEmpty() ? new Meaning.External(path + "." + name) : new Meaning.Module(inner);
    }

    /** What a module exports without a name: what is called as here, or the only type or function that it has. */
    private List<Symbol> mainExport(List<SourceUnit> found, String known) {
        List<Symbol> named = exported(found, known, 0);
        if (!named.isEmpty() || found.size() != 1) {
            return named;
        }
        List<Symbol> only = new ArrayList<>();
        SourceUnit module = found.getFirst();
        Declarations declarations = module.facts().declarations();
        links.dependsOn(module);
        for (int row = 0; row < declarations.count(); row++) {
            SymbolKind kind = declarations.kind(row);
            if (declarations.parent(row) < 0 && (kind.isType() || kind == SymbolKind.FUNCTION)) {
                only.add(new Symbol(module, row));
            }
        }
        return only.size() == 1 ? only : List.of();
    }

    private List<Symbol> inPackage(String path, String name) {
        return symbols(name).stream()
                .filter(symbol ->
                        isTop(symbol) && symbol.unit().facts().packageName().equals(path))
                .toList();
    }

    /** The declarations of that name that modules show to others, also those that they pass on. */
    List<Symbol> exported(List<SourceUnit> units, String name, int depth) {
        List<Symbol> found = new ArrayList<>();
        for (Symbol symbol : symbols(name)) {
            if (units.contains(symbol.unit()) && isTop(symbol) && isVisible(symbol)) {
                found.add(symbol);
            }
        }
        for (SourceUnit module : found.isEmpty() && depth < DEEPEST_EXPORT ? units : List.<SourceUnit>of()) {
            found.addAll(passedOn(module, name, depth));
        }
        return found;
    }

    private List<Symbol> passedOn(SourceUnit module, String name, int depth) {
        Imports imports = module.facts().imports();
        for (int row = 0; row < imports.count(); row++) {
            int own = imports.name(row);
            int alias = imports.alias(row);
            String known = alias >= 0
                    ? module.facts().string(alias)
                    : own >= 0 ? module.facts().string(own) : "";
            boolean all = own < 0 && (imports.flags(row) & (Imports.ON_DEMAND | Imports.EXPORTED)) != 0;
            if (known.equals(name) || all) {
                List<SourceUnit> source =
                        new Modules(module, index, links).find(module.facts().string(imports.path(row)));
                List<Symbol> found =
                        exported(source, all ? name : module.facts().string(Math.max(0, own)), depth + 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean isTop(Symbol symbol) {
        int parent = symbol.parent();
        return parent < 0 || symbol.unit().facts().declarations().kind(parent) == SymbolKind.NAMESPACE;
    }

    /** What files of the same package or folder declare at their top. */
    private List<Meaning> neighbours(List<Symbol> all) {
        List<Meaning> found = new ArrayList<>();
        String name = unit.facts().packageName();
        for (Symbol symbol : all) {
            if (symbol.unit() == unit || !isTop(symbol) || !isVisible(symbol)) {
                continue;
            }
            boolean near =
                    switch (family) {
                        case GO -> folder(symbol.unit().path()).equals(folder(unit.path()));
                        case KOTLIN, CSHARP ->
                            symbol.unit().facts().packageName().equals(name);
                        case SCRIPT, PYTHON, RUST, C, OTHER -> false;
                    };
            if (near) {
                found.add(new Meaning.Named(symbol));
            }
        }
        return found;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The members of that name that a type has or inherits, nearest first. */
    List<Symbol> members(Symbol type, String name) {
        Deque<Symbol> open = new ArrayDeque<>(List.of(type));
        Set<Symbol> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Symbol at = open.remove();
            if (!seen.add(at)) {
                continue;
            }
            List<Symbol> own = ownMembers(at, name);
            if (!own.isEmpty()) {
                return own;
            }
            open.addAll(supertypes(at));
        }
        return List.of();
    }

    private List<Symbol> ownMembers(Symbol type, String name) {
        List<Symbol> own = new ArrayList<>();
        for (Symbol symbol : symbols(name)) {
            if (isVisible(symbol) && (symbol.isMemberOf(type) || isReceiver(symbol, type))) {
                own.add(symbol);
            }
        }
        return own;
    }

    /** Functions that stand outside of their type name it as their superclass: Go's methods, extension functions. */
    private static boolean isReceiver(Symbol function, Symbol type) {
        if (!function.kind().isCallable()) {
            return false;
        }
        int receiver = function.unit().facts().declarations().superclass(function.row());
        int name = receiver < 0 ? -1 : function.unit().facts().types().name(receiver);
        return name >= 0 && function.unit().facts().string(name).equals(type.name());
    }

    /** The supertypes inside the repository; names that it does not declare are left out. */
    List<Symbol> supertypes(Symbol type) {
        Declarations declarations = type.unit().facts().declarations();
        List<Symbol> found = new ArrayList<>();
        addType(type, declarations.superclass(type.row()), found);
        int interfaces = declarations.interfaces(type.row());
        for (int i = 0; i < type.unit().facts().lists().size(interfaces); i++) {
            addType(type, type.unit().facts().lists().get(interfaces, i), found);
        }
        return found;
    }

    boolean hasUnknownSupertypes(Symbol type) {
        Declarations declarations = type.unit().facts().declarations();
        int written = (declarations.superclass(type.row()) >= 0 ? 1 : 0)
                + type.unit().facts().lists().size(declarations.interfaces(type.row()));
        return supertypes(type).size() < written;
    }

    private void addType(Symbol from, int ref, List<Symbol> into) {
        if (ref >= 0) {
            Symbol type = type(from.unit(), ref, from.parent());
            if (type != null) {
                into.add(type);
            }
        }
    }

    /** The type that a reference written in {@code in} names, if the repository declares it. */
    @Nullable
    Symbol type(SourceUnit in, int ref, int scope) {
        int name = in.facts().types().name(ref);
        if (name < 0 || in.facts().types().dimensions(ref) > 0) {
            return null;
        }
        StructuralScope there = in == unit ? this : new StructuralScope(in, family, index, links);
        String dotted = in.facts().string(name);
        int dot = dotted.indexOf('.');
        for (Meaning meaning : there.meanings(dot < 0 ? dotted : dotted.substring(0, dot), scope)) {
            Symbol type = there.inner(meaning, dot < 0 ? "" : dotted.substring(dot + 1));
            if (type != null) {
                return type;
            }
        }
        return there.onlyType(dotted.substring(dotted.lastIndexOf('.') + 1));
    }

    private @Nullable Symbol inner(Meaning meaning, String rest) {
        if (meaning instanceof Meaning.Module(List<SourceUnit> units)) {
            List<Symbol> found = exported(units, rest, 0);
            return found.isEmpty() || !found.getFirst().kind().isType() ? null : found.getFirst();
        }
        if (!(meaning instanceof Meaning.Named(Symbol symbol)) || !symbol.kind().isType()) {
            return null;
        }
        if (rest.isEmpty()) {
            return symbol;
        }
        List<Symbol> members = members(symbol, rest);
        return members.isEmpty() ? null : members.getFirst();
    }

    private @Nullable Symbol onlyType(String name) {
        if (!family.guessesFunctions()) {
            return null;
        }
        Symbol only = null;
        for (Symbol symbol : symbols(name)) {
            if (symbol.kind().isType()) {
                if (only != null) {
                    return null;
                }
                only = symbol;
            }
        }
        return only;
    }
}
