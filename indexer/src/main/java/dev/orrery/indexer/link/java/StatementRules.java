package dev.orrery.indexer.link.java;

import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.HashSet;
import java.util.Set;

/** What statements take (chapter 14 of the specification). */
final class StatementRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final ExpressionRules expressions;

    StatementRules(CheckedFile file, ExpressionRules expressions) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
        this.expressions = expressions;
    }

    void declarator(int node) {
        int name = tree.child(node, file.fields.name());
        int value = tree.child(node, file.fields.value());
        if (name < 0 || value < 0) {
            return;
        }
        Type declared = declared(node, name);
        if (declared instanceof Type.Unknown) {
            expressions.valueOf(value);
        } else {
            expressions.given(value, declared);
        }
    }

    private Type declared(int node, int name) {
        int variable = file.syntax.variable(name);
        if (variable >= 0) {
            return body.facts.variables().type(variable) < 0 ? Type.UNKNOWN : body.types.variable(variable);
        }
        SourceClass around = file.user(node);
        JavaField field = around == null ? null : around.field(body.reads, tree.text(name));
        return field == null ? Type.UNKNOWN : field.type(body.reads);
    }

    void forEach(int node) {
        int value = tree.child(node, file.fields.value());
        int name = tree.child(node, file.fields.name());
        if (value < 0 || name < 0) {
            return;
        }
        Type type = file.certain(value);
        Type upper = body.subtypes.upper(type);
        if (type instanceof Type.Unknown || file.conversions.isForeign(type) || upper instanceof Type.Intersection) {
            return;
        }
        Type element;
        if (upper instanceof Type.Array(Type part)) {
            element = part;
        } else {
            Type.ClassType iterable = body.subtypes.as(
                    upper, body.subtypes.library().type("java.lang", "Iterable").symbol());
            if (iterable == null) {
                if (!body.subtypes.isOpen(upper)) {
                    file.report(Kind.TYPE, value, "iterable", file.text(type));
                }
                return;
            }
            element = iterable.arguments().isEmpty()
                    ? body.subtypes.object()
                    : file.conversions.bound(iterable.arguments().getFirst());
            if (!iterable.arguments().isEmpty()
                    && file.conversions.isForeign(iterable.arguments().getFirst())) {
                return;
            }
        }
        int variable = file.syntax.variable(name);
        boolean whole = file.certainty.of(file.syntax.expression(value)) == Certainty.Level.WHOLE;
        if (variable >= 0 && body.facts.variables().type(variable) >= 0) {
            Type declared = body.types.variable(variable);
            Type given = whole ? element : body.subtypes.erasure(element);
            if (file.conversions.clashes(given, whole ? declared : body.subtypes.erasure(declared))) {
                file.report(Kind.TYPE, value, "type", file.text(declared), file.text(element));
            }
        }
    }

    void returns(int node) {
        int value = tree.firstNamed(node);
        for (int at = tree.parent(node); at >= 0; at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case LAMBDA_EXPRESSION -> {
                    if (value >= 0) {
                        lambdaResult(at, value);
                    }
                    return;
                }
                case METHOD_DECLARATION -> {
                    ofMethod(node, at, value);
                    return;
                }
                case CONSTRUCTOR_DECLARATION, COMPACT_CONSTRUCTOR_DECLARATION, STATIC_INITIALIZER -> {
                    if (value >= 0) {
                        file.report(Kind.TYPE, node, "return-value");
                    }
                    return;
                }
                case CLASS_BODY, PROGRAM -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void ofMethod(int node, int method, int value) {
        int type = tree.child(method, file.fields.type());
        boolean nothing = tree.is(type, JavaNode.VOID_TYPE);
        if (nothing && value >= 0) {
            file.report(Kind.TYPE, node, "return-value");
        } else if (!nothing && value < 0) {
            file.report(Kind.TYPE, node, "return-nothing");
        } else if (value >= 0) {
            int row = body.facts.declarations().type(Math.max(0, file.syntax.scope(node)));
            SymbolKind kind = body.facts.declarations().kind(Math.max(0, file.syntax.scope(node)));
            if (row >= 0 && kind == SymbolKind.METHOD) {
                expressions.given(value, body.reader.type(row, file.syntax.scope(node)));
            }
        }
    }

    /** A value that a lambda hands back. */
    void lambda(int node) {
        int inside = tree.child(node, file.fields.body());
        if (inside >= 0 && !tree.is(inside, JavaNode.BLOCK)) {
            lambdaResult(node, inside);
        }
    }

    private void lambdaResult(int lambda, int value) {
        int row = file.syntax.expression(lambda);
        if (row < 0) {
            return;
        }
        Context context = body.facts.expressions().context(row);
        if (context.kind() == ContextKind.NONE) {
            return;
        }
        Candidate function = body.functions.function(body.types.of(row));
        if (function == null) {
            return;
        }
        Type wanted = function.method().returnType(body.reads);
        if (wanted == Type.Primitive.VOID || mentionsVariables(wanted)) {
            return;
        }
        expressions.given(value, body.subtypes.erasure(wanted));
    }

    private static boolean mentionsVariables(Type type) {
        return switch (type) {
            case TypeVariable _ -> true;
            case Type.Array(Type element) -> mentionsVariables(element);
            default -> false;
        };
    }

    void throwing(int node) {
        expressions.subtypeOf(tree.firstNamed(node), body.subtypes.library().type("java.lang", "Throwable"));
    }

    void resource(int node) {
        int value = tree.child(node, file.fields.value());
        int used = value >= 0 ? value : tree.firstNamed(node);
        Type closeable = body.subtypes.library().type("java.lang", "AutoCloseable");
        expressions.subtypeOf(used, closeable);
        int name = tree.child(node, file.fields.name());
        int variable = name < 0 ? -1 : file.syntax.variable(name);
        if (variable >= 0 && value >= 0 && body.facts.variables().type(variable) >= 0) {
            expressions.given(value, body.types.variable(variable));
        }
    }

    void catching(int node) {
        int name = tree.child(node, file.fields.name());
        int type = tree.child(node, JavaNode.CATCH_TYPE);
        Type throwable = body.subtypes.library().type("java.lang", "Throwable");
        for (int each : type < 0 || name < 0 ? java.util.List.<Integer>of() : file.children(type)) {
            Type caught = file.typeAt(each);
            if (!(caught instanceof Type.Unknown)
                    && file.conversions.clashes(body.subtypes.erasure(caught), throwable)) {
                file.report(Kind.TYPE, each, "type", "Throwable", file.text(caught));
            }
        }
    }

    void throwsClause(int node) {
        Type throwable = body.subtypes.library().type("java.lang", "Throwable");
        for (int each : file.children(node)) {
            Type thrown = file.typeAt(each);
            if (!(thrown instanceof Type.Unknown)
                    && file.conversions.clashes(body.subtypes.erasure(thrown), throwable)) {
                file.report(Kind.TYPE, each, "type", "Throwable", file.text(thrown));
            }
        }
    }

    void synchronizing(int node) {
        int lock = file.inner(tree.child(node, JavaNode.PARENTHESIZED_EXPRESSION));
        if (lock >= 0 && file.certain(lock) instanceof Type.Primitive) {
            file.report(Kind.TYPE, lock, "type", "Object", file.text(file.certain(lock)));
        }
    }

    void assertion(int node) {
        expressions.condition(tree.firstNamed(node));
    }

    void statement(int node) {
        int inside = tree.firstNamed(node);
        if (inside >= 0
                && switch (tree.kind(inside)) {
                    case IDENTIFIER,
                            FIELD_ACCESS,
                            ARRAY_ACCESS,
                            BINARY_EXPRESSION,
                            UNARY_EXPRESSION,
                            PARENTHESIZED_EXPRESSION,
                            THIS,
                            STRING_LITERAL -> !tree.is(tree.parent(node), JavaNode.SWITCH_RULE);
                    default -> false;
                }) {
            file.report(Kind.SYNTAX, inside, "statement");
        }
    }

    /** {@code break} and {@code continue} with a label. */
    void jump(int node) {
        int label = tree.child(node, JavaNode.IDENTIFIER);
        if (label < 0) {
            return;
        }
        for (int at = tree.parent(node); at >= 0; at = tree.parent(at)) {
            if (tree.is(at, JavaNode.LABELED_STATEMENT)
                    && tree.text(tree.firstNamed(at)).equals(tree.text(label))) {
                return;
            }
            if (tree.is(at, JavaNode.LAMBDA_EXPRESSION) || tree.is(at, JavaNode.CLASS_BODY)) {
                break;
            }
        }
        file.report(Kind.NAME, label, "label", tree.text(label));
    }

    void label(int node) {
        int whole = tree.parent(tree.parent(tree.parent(node)));
        if (!tree.is(whole, JavaNode.SWITCH_EXPRESSION)) {
            return;
        }
        int condition = file.inner(tree.child(whole, file.fields.condition()));
        Type selector = condition < 0 ? Type.UNKNOWN : file.certain(condition);
        Type upper = body.subtypes.upper(selector);
        Type.ClassType anEnum = body.subtypes.library().type("java.lang", "Enum");
        boolean constants = upper instanceof Type.ClassType && body.subtypes.as(upper, anEnum.symbol()) != null;
        for (int child : file.children(node)) {
            if (constants && tree.is(child, JavaNode.IDENTIFIER)) {
                if (body.fields.of(upper, tree.text(child)) == null) {
                    file.report(Kind.NAME, child, "member", tree.text(child), file.text(selector));
                }
            } else if (!constants) {
                expressions.given(child, selector);
            }
        }
        duplicates(node, whole);
    }

    private void duplicates(int node, int whole) {
        int block = tree.child(whole, file.fields.body());
        Set<String> seen = new HashSet<>();
        for (int at = block; at >= 0 && at < tree.after(node); at++) {
            if (tree.is(at, JavaNode.SWITCH_LABEL) && tree.parent(tree.parent(at)) == block) {
                for (int child : file.children(at)) {
                    boolean plain = tree.isLeaf(child) || tree.is(child, JavaNode.FIELD_ACCESS);
                    if (plain && !seen.add(tree.text(child)) && at == node) {
                        file.report(Kind.NAME, child, "duplicate", tree.text(child));
                    }
                }
            }
        }
    }
}
