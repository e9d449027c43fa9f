package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.LiteralKind;
import dev.orrery.indexer.parse.OperatorKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of a file's expressions and variables, each found once; what depends on itself is unknown. */
final class ExpressionTypes {
    private final JavaBody body;
    private final FileFacts facts;
    private final @Nullable Type[] known;
    private final @Nullable Type[] variables;
    private final int[] callRows;

    ExpressionTypes(JavaBody body) {
        this.body = body;
        this.facts = body.facts;
        known = new Type[facts.expressions().count()];
        variables = new Type[facts.variables().count()];
        callRows = new int[facts.calls().count()];
        Arrays.fill(callRows, -1);
        for (int row = 0; row < known.length; row++) {
            if (facts.expressions().kind(row) == ExpressionKind.CALL) {
                callRows[facts.expressions().a(row)] = row;
            }
        }
    }

    Type of(int row) {
        Type type = known[row];
        if (type == null) {
            known[row] = Type.UNKNOWN;
            type = find(row);
            known[row] = type;
        }
        return type;
    }

    /** The expression that a call is, or -1. */
    int expressionOf(int call) {
        return callRows[call];
    }

    /** The type before the surroundings have a say, which is what overloads are chosen by. */
    Type standalone(int row) {
        Expressions expressions = facts.expressions();
        return switch (expressions.kind(row)) {
            case CALL -> body.inference.standaloneType(expressions.a(row));
            case CHOICE -> {
                Type joined = Type.NULL;
                int list = expressions.a(row);
                for (int i = 0; i < facts.lists().size(list); i++) {
                    joined = body.subtypes.join(joined, standalone(facts.lists().get(list, i)));
                }
                yield joined;
            }
            default -> of(row);
        };
    }

    private Type find(int row) {
        Expressions expressions = facts.expressions();
        int a = expressions.a(row);
        int b = expressions.b(row);
        return switch (expressions.kind(row)) {
            case LITERAL -> literal(LiteralKind.of(a));
            case LOCAL -> variable(a);
            case NAME, FIELD -> body.meanings.of(row) instanceof Meaning.Value(Type type) ? type : Type.UNKNOWN;
            case CALL -> body.inference.type(a);
            case THIS -> self(a, expressions.scope(row));
            case SUPER -> parent(a, expressions.scope(row));
            case CAST, VALUE -> body.reader.type(a, expressions.scope(row));
            case CHOICE -> choice(a);
            case ELEMENT -> element(of(a));
            case OPERATION -> operation(a, b, OperatorKind.of(expressions.c(row)));
            case ASSIGNMENT -> of(a);
            case LAMBDA, METHOD_REFERENCE -> body.inference.target(expressions.context(row), expressions.scope(row));
            case TYPE, UNKNOWN -> Type.UNKNOWN;
        };
    }

    private Type literal(LiteralKind kind) {
        return switch (kind) {
            case INT -> Type.Primitive.INT;
            case LONG -> Type.Primitive.LONG;
            case FLOAT -> Type.Primitive.FLOAT;
            case DOUBLE -> Type.Primitive.DOUBLE;
            case CHARACTER -> Type.Primitive.CHAR;
            case BOOLEAN -> Type.Primitive.BOOLEAN;
            case STRING -> body.subtypes.string();
            case NULL -> Type.NULL;
            case CLASS -> body.subtypes.library().type("java.lang", "Class");
            case LIST, MAP -> Type.UNKNOWN;
        };
    }

    Type variable(int row) {
        Type type = variables[row];
        if (type == null) {
            variables[row] = Type.UNKNOWN;
            type = findVariable(row);
            variables[row] = type;
        }
        return type;
    }

    private Type findVariable(int row) {
        int declared = facts.variables().type(row);
        if (declared >= 0) {
            Type type = body.reader.type(declared, facts.variables().scope(row));
            return type instanceof Type.Intersection(List<Type> parts) ? union(parts) : type;
        }
        int source = facts.variables().source(row);
        if (source < 0) {
            return Type.UNKNOWN;
        }
        return switch (facts.variables().origin(row)) {
            case LOCAL, PATTERN -> body.subtypes.upper(of(source));
            case EACH -> body.subtypes.upper(element(of(source)));
            case LAMBDA ->
                body.inference.lambdaParameter(source, facts.variables().index(row));
            case COMPONENT -> component(source, facts.variables().index(row));
            case PARAMETER, CATCH -> Type.UNKNOWN;
        };
    }

    /** What all alternatives of a catch clause are. */
    private Type union(List<Type> parts) {
        Type joined = parts.getFirst();
        for (Type part : parts) {
            joined = body.subtypes.join(joined, part);
        }
        return joined;
    }

    private Type component(int source, int index) {
        Expressions expressions = facts.expressions();
        Type record = body.reader.type(expressions.a(source), expressions.scope(source));
        if (record instanceof Type.ClassType site && site.symbol() instanceof SourceClass symbol) {
            List<Type> components = symbol.components(body.reads);
            if (index < components.size()) {
                return Bindings.of(site, body.reads).apply(components.get(index));
            }
        }
        return Type.UNKNOWN;
    }

    /** What an array, or whatever a for-each loop accepts, consists of. */
    private Type element(Type container) {
        Type upper = body.subtypes.upper(container);
        if (upper instanceof Type.Array(Type element)) {
            return element;
        }
        Type.ClassType iterable = body.subtypes.as(
                upper, body.subtypes.library().type("java.lang", "Iterable").symbol());
        return iterable == null
                ? Type.UNKNOWN
                : iterable.arguments().isEmpty()
                        ? body.subtypes.object()
                        : iterable.arguments().getFirst();
    }

    private Type self(int qualifier, int scope) {
        if (qualifier >= 0) {
            Type named = body.reader.type(qualifier, scope);
            return named instanceof Type.ClassType(JavaClass symbol, List<Type> none)
                            && symbol instanceof SourceClass source
                    ? body.self(source)
                    : named;
        }
        SourceClass around = body.enclosingClass(scope);
        return around == null ? Type.UNKNOWN : body.self(around);
    }

    private Type parent(int qualifier, int scope) {
        SourceClass around = body.enclosingClass(scope);
        if (around == null) {
            return Type.UNKNOWN;
        }
        if (qualifier >= 0 && body.reader.type(qualifier, scope) instanceof Type.ClassType named) {
            if (named.symbol().isInterface()) {
                Type.ClassType inherited = body.subtypes.as(body.self(around), named.symbol());
                return inherited == null ? named : inherited;
            }
            List<Type> supertypes = body.subtypes.supertypes(named);
            return supertypes.isEmpty() ? Type.UNKNOWN : supertypes.getFirst();
        }
        List<Type> supertypes = body.subtypes.supertypes(body.self(around));
        return supertypes.isEmpty()
                ? body.subtypes.object()
                : around.isInterface() ? new Type.Intersection(supertypes) : supers(supertypes);
    }

    /** {@code super} reaches the superclass, whose interfaces it sees through. */
    private static Type supers(List<Type> supertypes) {
        return supertypes.getFirst();
    }

    private Type choice(int list) {
        Type joined = Type.NULL;
        for (int i = 0; i < facts.lists().size(list); i++) {
            joined = body.subtypes.join(joined, of(facts.lists().get(list, i)));
        }
        return joined;
    }

    private Type operation(int a, int b, OperatorKind kind) {
        return switch (kind) {
            case LOGIC -> Type.Primitive.BOOLEAN;
            case SAME -> of(a);
            case SHIFT -> promoted(of(a), Type.Primitive.INT);
            case PLUS, ARITHMETIC -> {
                Type left = of(a);
                Type right = b < 0 ? Type.Primitive.INT : of(b);
                if (kind == OperatorKind.PLUS && (isString(left) || isString(right))) {
                    yield body.subtypes.string();
                }
                yield promoted(left, right);
            }
        };
    }

    private boolean isString(Type type) {
        return type instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)
                && symbol.equals(body.subtypes.string().symbol());
    }

    private Type promoted(Type left, Type right) {
        Type.Primitive a = body.subtypes.unbox(left);
        Type.Primitive b = body.subtypes.unbox(right);
        if (a == null || b == null) {
            return Type.UNKNOWN;
        }
        if (a == Type.Primitive.BOOLEAN || b == Type.Primitive.BOOLEAN) {
            return Type.Primitive.BOOLEAN;
        }
        Type.Primitive wider = a.ordinal() >= b.ordinal() ? a : b;
        return wider.ordinal() < Type.Primitive.INT.ordinal() ? Type.Primitive.INT : wider;
    }
}
