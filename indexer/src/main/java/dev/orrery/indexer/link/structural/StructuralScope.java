package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What simple names mean in one file, and what modules show to it. */
final class StructuralScope {
    private final StructuralView view;
    private final StructuralWorld world;
    private final SourceUnit unit;
    private final FileFacts facts;
    private final Family family;
    private final Modules modules;
    private final Map<String, List<Meaning>> included = new HashMap<>();

    StructuralScope(StructuralView view) {
        this.view = view;
        world = view.world;
        unit = view.unit;
        facts = view.facts;
        family = world.family;
        modules = new Modules(unit, world);
    }

    /** What {@code name} means in the code of {@code scope}: the nearest declaration, then imports, then neighbours. */
    List<Meaning> meanings(String name, int scope) {
        List<Symbol> own = world.symbols(name, unit);
        Declarations declarations = facts.declarations();
        for (int around = scope; around >= -1; around = around < 0 ? -2 : declarations.parent(around)) {
            boolean type = around >= 0 && declarations.kind(around).isType();
            if (type && !family.hasImplicitMembers() && around != scope) {
                continue;
            }
            List<Meaning> found = new ArrayList<>();
            if (type && family.hasImplicitMembers()) {
                world.members
                        .of(new Symbol(unit, around), name)
                        .forEach(symbol -> found.add(new Meaning.Named(symbol)));
            } else if (!type || isClassBody(around)) {
                for (Symbol symbol : own) {
                    if (symbol.parent() == around && isVisible(symbol)) {
                        found.add(new Meaning.Named(symbol));
                    }
                }
                if (found.isEmpty() && around >= 0 && family.hasImplicitMembers()) {
                    ofReceiver(around, name).forEach(symbol -> found.add(new Meaning.Named(symbol)));
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<Meaning> imported = imported(name);
        if (!imported.isEmpty() && !(imported.getFirst() instanceof Meaning.External && family == Family.OTHER)) {
            return imported;
        }
        List<Meaning> near = family.hasNeighbours() ? neighbours(world.symbols(name)) : List.of();
        return near.isEmpty() && family == Family.OTHER ? elsewhere(world.symbols(name), name) : near;
    }

    /** In languages whose names need no import: the only type or namespace of that name, or the file that is a module. */
    private List<Meaning> elsewhere(List<Symbol> all, String name) {
        List<Meaning> types = new ArrayList<>();
        for (Symbol symbol : all) {
            if (symbol.kind().isType() || symbol.kind() == SymbolKind.NAMESPACE) {
                types.add(new Meaning.Named(symbol));
            }
        }
        if (!types.isEmpty()) {
            return types.size() == 1 ? types : List.of();
        }
        Meaning.Module module = modules.find(name);
        if (!Modules.exists(module) && !name.isEmpty()) {
            module = modules.find(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        }
        return Modules.exists(module) ? List.of(module) : List.of();
    }

    /** The members of the type to which a function belongs that stands outside of it. */
    private List<Symbol> ofReceiver(int function, String name) {
        Declarations declarations = facts.declarations();
        boolean outside = declarations.kind(function).isCallable() && declarations.superclass(function) >= 0;
        Symbol type = outside ? view.types.enclosingType(function) : null;
        return type == null ? List.of() : world.members.of(type, name);
    }

    /** Names of a Python class are visible to its own body, not to its methods. */
    private boolean isClassBody(int around) {
        return family == Family.PYTHON && facts.declarations().kind(around) == SymbolKind.CLASS;
    }

    private boolean isVisible(Symbol symbol) {
        if (symbol.kind() == SymbolKind.INITIALIZER) {
            return false;
        }
        if (symbol.kind() == SymbolKind.METHOD && DeclaredNames.standsOutside(symbol)) {
            return false;
        }
        boolean member = symbol.kind() == SymbolKind.METHOD || symbol.kind() == SymbolKind.FIELD;
        if (!member || family != Family.SCRIPT) {
            return true;
        }
        return symbol.kind() == SymbolKind.FIELD
                && (symbol.parent() < 0
                        || !symbol.unit().heads().kind(symbol.parent()).isCallable());
    }

    private List<Meaning> imported(String name) {
        if (family == Family.C) {
            return included(name);
        }
        Imports imports = facts.imports();
        Meaning all = Meaning.UNKNOWN;
        for (int row = imports.count() - 1; row >= 0; row--) {
            String path = facts.string(imports.path(row));
            boolean passed = (imports.flags(row) & Imports.EXPORTED) != 0 && family == Family.SCRIPT;
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0 && !passed) {
                Meaning found = exported(modules.find(path).units(), name);
                all = found.isKnown() ? found : all;
            } else if (!passed && known(imports, row, path).equals(name)) {
                return List.of(importedAs(imports, row, path, name));
            }
        }
        return all.isKnown() ? List.of(all) : List.of();
    }

    /** What a name means through the files that are included: the first that declares it, or that takes it from elsewhere. */
    private List<Meaning> included(String name) {
        List<Meaning> known = included.get(name);
        if (known == null) {
            included.put(name, List.of());
            known = findIncluded(name);
            included.put(name, known);
        }
        return known;
    }

    private List<Meaning> findIncluded(String name) {
        Includes.Reached reached = world.index.includes().reached(unit);
        List<Symbol> declared = new ArrayList<>();
        for (Symbol symbol : world.tops(name)) {
            if (reached.has(symbol.unit()) && isVisible(symbol)) {
                declared.add(symbol);
            }
        }
        Symbol first = reached.first(declared);
        for (int naming : reached.naming()) {
            boolean sooner =
                    first == null || reached.isBefore(naming, first.unit().slot());
            SourceUnit user = sooner ? world.index.unit(naming) : null;
            Meaning taken =
                    user == null ? Meaning.UNKNOWN : world.view(user).scope.named(name);
            if (taken.isKnown()) {
                return List.of(taken);
            }
        }
        return first == null ? List.of() : List.of(new Meaning.Named(first));
    }

    /** What the file takes from elsewhere under that name. */
    private Meaning named(String name) {
        Imports imports = facts.imports();
        for (int row = imports.count() - 1; row >= 0; row--) {
            String path = facts.string(imports.path(row));
            if ((imports.flags(row) & Imports.ON_DEMAND) == 0
                    && known(imports, row, path).equals(name)) {
                return importedAs(imports, row, path, name);
            }
        }
        return Meaning.UNKNOWN;
    }

    /** The name by which an import is known here. */
    private String known(Imports imports, int row, String path) {
        if (imports.alias(row) >= 0) {
            return facts.string(imports.alias(row));
        }
        if (imports.name(row) >= 0) {
            return facts.string(imports.name(row));
        }
        int dot = path.indexOf('.');
        return family == Family.PYTHON && dot > 0 ? path.substring(0, dot) : path.substring(lastSeparator(path) + 1);
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')));
    }

    private Meaning importedAs(Imports imports, int row, String path, String name) {
        int own = imports.name(row);
        if (own >= 0) {
            return member(path, facts.string(own));
        }
        boolean first = family == Family.PYTHON && imports.alias(row) < 0 && path.indexOf('.') > 0;
        return module(first ? name : path);
    }

    private Meaning module(String path) {
        Meaning.Module found = modules.find(path);
        return Modules.exists(found) ? found : new Meaning.External(path);
    }

    private Meaning member(String path, String name) {
        Meaning.Module from = modules.find(path);
        Meaning found = inModule(from, name);
        if (found.isKnown()) {
            return found;
        }
        List<Symbol> packaged = world.symbols(name).stream()
                .filter(symbol -> DeclaredNames.isTop(symbol)
                        && symbol.unit().facts().packageName().equals(path))
                .toList();
        if (!packaged.isEmpty()) {
            return new Meaning.Named(packaged.getFirst());
        }
        if (family == Family.OTHER) {
            List<Meaning> elsewhere = elsewhere(world.symbols(name), name);
            return elsewhere.isEmpty() ? new Meaning.External(path + "." + name) : elsewhere.getFirst();
        }
        Meaning.Module inner = family == Family.SCRIPT || family == Family.PYTHON
                ? Modules.NONE
                : modules.find(path.endsWith(".") ? path + name : path + "." + name);
        return Modules.exists(inner) ? inner : new Meaning.External(path + "." + name);
    }

    /** What {@code require} on that line gives. */
    Meaning required(int line) {
        Imports imports = facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if (imports.line(row) == line) {
                return module(facts.string(imports.path(row)));
            }
        }
        return Meaning.UNKNOWN;
    }

    /** What a module has under a name: what it exports, a module inside of it, a member of its main export. */
    Meaning inModule(Meaning.Module module, String name) {
        Meaning found = exported(module.units(), name);
        if (found.isKnown()) {
            return found;
        }
        if (family == Family.PYTHON && !module.folder().isEmpty()) {
            Meaning.Module inner = modules.python(module.folder() + "/" + name);
            return Modules.exists(inner) ? inner : Meaning.UNKNOWN;
        }
        if (family == Family.SCRIPT && Modules.exists(module)) {
            if (name.equals(Modules.DEFAULT)) {
                return module;
            }
            Meaning main = exported(module.units(), Modules.DEFAULT);
            return main.isKnown() ? view.types.field(view.types.value(main), name) : Meaning.UNKNOWN;
        }
        return Meaning.UNKNOWN;
    }

    /** What modules show to others under that name. */
    private Meaning exported(List<SourceUnit> units, String name) {
        Meaning outside = Meaning.UNKNOWN;
        for (SourceUnit module : units) {
            Meaning found = world.exported(module, name);
            if (found.isKnown() && !(found instanceof Meaning.External)) {
                return found;
            }
            outside = found.isKnown() ? found : outside;
        }
        return outside;
    }

    /** What this file shows to others under that name: what it declares or passes on. */
    Meaning exported(String name) {
        for (Symbol symbol : world.symbols(name, unit)) {
            if (DeclaredNames.isTop(symbol) && isVisible(symbol)) {
                return new Meaning.Named(symbol);
            }
        }
        if (family == Family.C) {
            List<Meaning> included = included(name);
            return included.isEmpty() ? Meaning.UNKNOWN : included.getFirst();
        }
        Imports imports = facts.imports();
        Meaning outside = Meaning.UNKNOWN;
        for (int row = 0; row < imports.count(); row++) {
            String path = facts.string(imports.path(row));
            boolean all = (imports.flags(row) & Imports.ON_DEMAND) != 0;
            if (all || known(imports, row, path).equals(name)) {
                Meaning found = passedOn(imports, row, path, name);
                if (found.isKnown() && !(found instanceof Meaning.External)) {
                    return found;
                }
                outside = found.isKnown() ? found : outside;
            }
        }
        return outside;
    }

    private Meaning passedOn(Imports imports, int row, String path, String name) {
        if ((imports.flags(row) & Imports.ON_DEMAND) != 0) {
            return exported(modules.find(path).units(), name);
        }
        int own = imports.name(row);
        if (path.isEmpty()) {
            return own < 0 ? Meaning.UNKNOWN : world.exported(unit, facts.string(own));
        }
        return own < 0 ? module(path) : member(path, facts.string(own));
    }

    /** What files of the same package or folder declare at their top. */
    private List<Meaning> neighbours(List<Symbol> all) {
        List<Meaning> found = new ArrayList<>();
        String name = facts.packageName();
        for (Symbol symbol : all) {
            if (symbol.unit() == unit || !DeclaredNames.isTop(symbol) || !isVisible(symbol)) {
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
}
