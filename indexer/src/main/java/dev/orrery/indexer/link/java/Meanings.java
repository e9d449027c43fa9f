package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.Imports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells names that are values from names of types and packages. */
final class Meanings {
    private final JavaBody body;

    Meanings(JavaBody body) {
        this.body = body;
    }

    Meaning of(int row) {
        Expressions expressions = body.facts.expressions();
        return switch (expressions.kind(row)) {
            case NAME -> name(body.facts.string(expressions.a(row)), expressions.scope(row));
            case FIELD -> field(of(expressions.a(row)), body.facts.string(expressions.b(row)));
            case TYPE -> new Meaning.TypeName(body.reader.type(expressions.a(row), expressions.scope(row)));
            default -> new Meaning.Value(body.types.of(row));
        };
    }

    private Meaning name(String name, int scope) {
        Type field = fieldInScope(name, scope);
        if (field != null) {
            return new Meaning.Value(field);
        }
        Type type = body.names.find(name, scope);
        if (type != null) {
            return new Meaning.TypeName(type);
        }
        if (isCapital(name) && !isConstant(name)) {
            return new Meaning.TypeName(new Type.ClassType(new ExternalClass(name)));
        }
        return isConstant(name) || isInherited(scope) && !isPackageStart(name)
                ? new Meaning.Value(Type.UNKNOWN)
                : new Meaning.PackageName(name);
    }

    /** A name is empty where the parser missed one. */
    private static boolean isCapital(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    private static boolean isConstant(String name) {
        return name.length() > 1 && name.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isPackageStart(String name) {
        return name.equals("java") || name.equals("javax") || name.equals("org") || name.equals("com");
    }

    /** Whether a field of an unknown superclass may be meant. */
    private boolean isInherited(int scope) {
        for (SourceClass around : body.enclosing(scope)) {
            if (body.subtypes.isOpen(new Type.ClassType(around))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Type fieldInScope(String name, int scope) {
        for (SourceClass around : body.enclosing(scope)) {
            Type field = body.members.field(body.self(around), name);
            if (field != null) {
                return field;
            }
        }
        return importedField(name);
    }

    private @Nullable Type importedField(String name) {
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if ((imports.flags(row) & Imports.STATIC) == 0) {
                continue;
            }
            boolean named = imports.name(row) >= 0
                    && body.facts.string(imports.name(row)).equals(name);
            if (named || imports.name(row) < 0) {
                JavaClass owner = body.names.qualified(body.facts.string(imports.path(row)));
                Type field = owner == null ? null : body.members.field(new Type.ClassType(owner), name);
                if (field != null) {
                    return field;
                }
                if (named && owner == null) {
                    return Type.UNKNOWN;
                }
            }
        }
        return null;
    }

    private Meaning field(Meaning receiver, String name) {
        return switch (receiver) {
            case Meaning.PackageName(String prefix) -> inPackage(prefix, name);
            case Meaning.TypeName(Type type) -> {
                Type field = body.members.field(type, name);
                if (field != null) {
                    yield new Meaning.Value(field);
                }
                yield memberType(type, name);
            }
            case Meaning.Value(Type type) -> {
                Type upper = body.subtypes.upper(type);
                if (upper instanceof Type.Array && name.equals("length")) {
                    yield new Meaning.Value(Type.Primitive.INT);
                }
                Type field = body.members.field(upper, name);
                yield new Meaning.Value(field != null ? field : fromOutside(upper));
            }
        };
    }

    /** The type of what only a supertype from outside of the repository can have. */
    private Type fromOutside(Type owner) {
        return owner instanceof Type.ClassType && body.subtypes.isOpen(owner) ? ExternalClass.RESULT : Type.UNKNOWN;
    }

    private Meaning memberType(Type type, String name) {
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)) {
            JavaClass member = body.names.memberClass(symbol, name);
            if (member != null) {
                return new Meaning.TypeName(new Type.ClassType(member));
            }
            if (!symbol.isKnown() && !isConstant(name) && isCapital(name)) {
                return new Meaning.TypeName(new Type.ClassType(new ExternalClass(symbol.qualifiedName() + "." + name)));
            }
        }
        return new Meaning.Value(fromOutside(type));
    }

    private Meaning inPackage(String prefix, String name) {
        JavaClass found = body.unit.model().find(prefix, name, body.unit.source());
        if (found != null) {
            return new Meaning.TypeName(new Type.ClassType(found));
        }
        String qualified = prefix + "." + name;
        return isCapital(name)
                ? new Meaning.TypeName(new Type.ClassType(new ExternalClass(qualified)))
                : new Meaning.PackageName(qualified);
    }
}
