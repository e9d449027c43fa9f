package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What type names mean in one file (chapter 6.5.5 of the specification). */
final class TypeNames {
    private final UnitClasses unit;
    private final FileFacts facts;
    private final ClassFinder model;
    private final Reads reads;

    TypeNames(UnitClasses unit, Reads reads) {
        this.unit = unit;
        this.facts = unit.source().facts();
        this.model = unit.model();
        this.reads = reads;
    }

    /** The type that a name, dotted or not, means in {@code scope}; null where nothing of that name is known. */
    @Nullable
    Type find(String dotted, int scope) {
        int dot = dotted.indexOf('.');
        if (dot < 0) {
            return simple(dotted, scope);
        }
        Type first = simple(dotted.substring(0, dot), scope);
        if (first instanceof Type.ClassType(JavaClass symbol, List<Type> arguments) && symbol.isKnown()) {
            JavaClass inner = inner(symbol, dotted.substring(dot + 1));
            return inner == null ? null : new Type.ClassType(inner);
        }
        JavaClass qualified = qualified(dotted);
        return qualified == null ? null : new Type.ClassType(qualified);
    }

    /** Like {@link #find}; a class of which nothing but the name is known where nothing of that name is. */
    Type get(String dotted, int scope) {
        Type found = find(dotted, scope);
        return found == null ? new Type.ClassType(new ExternalClass(dotted)) : found;
    }

    private @Nullable JavaClass inner(JavaClass symbol, String dotted) {
        JavaClass at = symbol;
        for (String part : dotted.split("\\.")) {
            at = at == null ? null : memberClass(at, part);
        }
        return at;
    }

    @Nullable
    Type simple(String name, int scope) {
        for (int row = scope; row >= 0; row = unit.declarations().parent(row)) {
            for (TypeVariable variable : unit.typeVariables(row)) {
                if (variable.name().equals(name)) {
                    return variable;
                }
            }
            SourceClass around = unit.classAt(row);
            JavaClass found = around == null
                    ? unit.declaredIn(row, name)
                    : around.simpleName().equals(name) ? around : memberClass(around, name);
            if (found != null) {
                return new Type.ClassType(found);
            }
        }
        Type known = unit.imported().get(name);
        if (known == null) {
            Reads nested = reads.nested();
            JavaClass found = new TypeNames(unit, nested).imported(name);
            known = found == null ? Type.UNKNOWN : new Type.ClassType(found);
            if (unit.settles(nested, reads)) {
                unit.imported().put(name, known);
            }
        }
        return known instanceof Type.Unknown ? null : known;
    }

    private @Nullable JavaClass imported(String name) {
        Imports imports = facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if (imports.name(row) >= 0 && facts.string(imports.name(row)).equals(name)) {
                String path = facts.string(imports.path(row));
                JavaClass found = qualified(path.isEmpty() ? name : path + "." + name);
                if (found != null) {
                    return found;
                }
                if ((imports.flags(row) & Imports.STATIC) == 0) {
                    return new ExternalClass(path.isEmpty() ? name : path + "." + name);
                }
            }
        }
        SourceClass own = unit.declaredIn(-1, name);
        if (own != null) {
            return own;
        }
        JavaClass neighbour = model.find(facts.packageName(), name, unit.source());
        return neighbour != null ? neighbour : onDemand(name);
    }

    private @Nullable JavaClass onDemand(String name) {
        Imports imports = facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0) {
                String path = facts.string(imports.path(row));
                JavaClass found = model.find(path, name, unit.source());
                JavaClass around = found != null || model.hasPackage(path) ? null : qualified(path);
                found = around == null ? found : memberClass(around, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return model.find("java.lang", name, unit.source());
    }

    /** The class with that qualified name: the longest package that has it wins. */
    @Nullable
    JavaClass qualified(String dotted) {
        for (int dot = dotted.lastIndexOf('.'); dot >= 0; dot = dotted.lastIndexOf('.', dot - 1)) {
            String rest = dotted.substring(dot + 1);
            int next = rest.indexOf('.');
            String top = next < 0 ? rest : rest.substring(0, next);
            JavaClass found = model.find(dotted.substring(0, dot), top, unit.source());
            if (found != null) {
                return next < 0 ? found : inner(found, rest.substring(next + 1));
            }
        }
        return null;
    }

    /** The member class of that name that a class declares or inherits. */
    @Nullable
    JavaClass memberClass(JavaClass symbol, String name) {
        return memberClass(symbol, name, new HashSet<>());
    }

    private @Nullable JavaClass memberClass(JavaClass symbol, String name, Set<JavaClass> seen) {
        if (!seen.add(symbol)) {
            return null;
        }
        JavaClass own = symbol.memberClass(reads, name);
        if (own != null) {
            return own;
        }
        if (symbol.superclass(reads) instanceof Type.ClassType(JavaClass parent, List<Type> arguments)) {
            JavaClass found = memberClass(parent, name, seen);
            if (found != null) {
                return found;
            }
        }
        for (Type type : symbol.interfaces(reads)) {
            if (type instanceof Type.ClassType(JavaClass parent, List<Type> arguments)) {
                JavaClass found = memberClass(parent, name, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
