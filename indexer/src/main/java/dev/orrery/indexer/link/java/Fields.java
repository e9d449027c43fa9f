package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.Imports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which field a name means, visible or not. */
final class Fields {
    /**
     * A field that was found.
     *
     * @param site the class that declares it with the type arguments that it has where it is named
     * @param around for a simple name the class around the code that has the field, counted from the innermost; -1 otherwise
     */
    record Hit(JavaField field, Type.ClassType site, int around) {}

    private final JavaBody body;

    Fields(JavaBody body) {
        this.body = body;
    }

    /** The field that a name or field access means, or null. */
    @Nullable
    Hit of(int row) {
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) == ExpressionKind.NAME) {
            return inScope(body.facts.string(expressions.a(row)), expressions.scope(row));
        }
        if (expressions.kind(row) != ExpressionKind.FIELD) {
            return null;
        }
        String name = body.facts.string(expressions.b(row));
        return switch (body.meanings.of(expressions.a(row))) {
            case Meaning.Value(Type type) -> of(type, name);
            case Meaning.TypeName(Type type) -> of(type, name);
            case Meaning.PackageName _ -> null;
        };
    }

    @Nullable
    Hit inScope(String name, int scope) {
        List<SourceClass> around = body.enclosing(scope);
        for (int i = 0; i < around.size(); i++) {
            Hit hit = of(body.self(around.get(i)), name);
            if (hit != null) {
                return new Hit(hit.field(), hit.site(), i);
            }
        }
        return imported(name);
    }

    private @Nullable Hit imported(String name) {
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            boolean named = imports.name(row) >= 0
                    && body.facts.string(imports.name(row)).equals(name);
            if ((imports.flags(row) & Imports.STATIC) != 0 && (named || imports.name(row) < 0)) {
                JavaClass owner = body.names.qualified(body.facts.string(imports.path(row)));
                Hit hit = owner == null ? null : of(new Type.ClassType(owner), name);
                if (hit != null) {
                    return hit;
                }
            }
        }
        return null;
    }

    /** The field of that name that a value of a type has, or null. */
    @Nullable
    Hit of(Type type, String name) {
        return of(body.subtypes.upper(type), name, new HashSet<>());
    }

    private @Nullable Hit of(Type type, String name, Set<JavaClass> seen) {
        if (type instanceof Type.Intersection(List<Type> parts)) {
            for (Type part : parts) {
                Hit hit = of(body.subtypes.upper(part), name, seen);
                if (hit != null) {
                    return hit;
                }
            }
            return null;
        }
        if (!(type instanceof Type.ClassType site) || !seen.add(site.symbol())) {
            return null;
        }
        JavaField own = site.symbol().field(body.reads, name);
        if (own != null) {
            return new Hit(own, site, -1);
        }
        for (Type supertype : body.subtypes.supertypes(site)) {
            Hit hit = of(supertype, name, seen);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }
}
