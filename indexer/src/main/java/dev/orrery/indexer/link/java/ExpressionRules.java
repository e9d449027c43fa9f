package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.link.java.Conversions.Use;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.List;
import java.util.function.Predicate;

/** What operators, assignments and casts take (chapter 15 of the specification). */
final class ExpressionRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final Subtypes subtypes;
    private final VariableRules variables;
    private final FinalFields finals;

    ExpressionRules(CheckedFile file, VariableRules variables) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
        this.subtypes = file.body.subtypes;
        this.variables = variables;
        this.finals = new FinalFields(file);
    }

    // What a type certainly is not

    private boolean isKnown(Type type) {
        return !(type instanceof Type.Unknown)
                && !file.conversions.isForeign(type)
                && !(type instanceof Type.Intersection);
    }

    private boolean isNo(Type type, Predicate<Type.Primitive> wanted) {
        if (!isKnown(type)) {
            return false;
        }
        Type.Primitive primitive = subtypes.unbox(type);
        return primitive == null
                ? !subtypes.isOpen(type) && !(subtypes.upper(type) instanceof Type.Intersection)
                : primitive == Type.Primitive.VOID || !wanted.test(primitive);
    }

    boolean isNoBoolean(Type type) {
        return isNo(type, Type.Primitive.BOOLEAN::equals);
    }

    private boolean isNoNumber(Type type) {
        return isNo(type, Type.Primitive::isNumeric);
    }

    private boolean isNoInteger(Type type) {
        return isNo(type, ExpressionRules::isIntegral);
    }

    private static boolean isIntegral(Type.Primitive primitive) {
        return primitive.isNumeric() && primitive != Type.Primitive.FLOAT && primitive != Type.Primitive.DOUBLE;
    }

    private boolean isString(Type type) {
        return type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                && symbol.equals(subtypes.string().symbol());
    }

    // Rules

    void binary(int node) {
        int left = tree.child(node, file.fields.left());
        int right = tree.child(node, file.fields.right());
        int operator = tree.child(node, file.fields.operator());
        if (left < 0 || right < 0 || operator < 0) {
            return;
        }
        Type a = file.certain(left);
        Type b = file.certain(right);
        String text = tree.text(operator);
        if (operatorClashes(text, a, b)) {
            file.report(Kind.TYPE, node, "operator", text, file.text(a), file.text(b));
        }
    }

    private boolean operatorClashes(String operator, Type a, Type b) {
        if (a == Type.Primitive.VOID || b == Type.Primitive.VOID) {
            return true;
        }
        return switch (operator) {
            case "+" ->
                !isString(a)
                        && !isString(b)
                        && isKnown(a)
                        && isKnown(b)
                        && !subtypes.isOpen(a)
                        && !subtypes.isOpen(b)
                        && (isNoNumber(a) || isNoNumber(b));
            case "-", "*", "/", "%", "<", ">", "<=", ">=" -> isNoNumber(a) || isNoNumber(b);
            case "<<", ">>", ">>>" -> isNoInteger(a) || isNoInteger(b);
            case "&&", "||" -> isNoBoolean(a) || isNoBoolean(b);
            case "&", "|", "^" ->
                isNo(a, p -> p == Type.Primitive.BOOLEAN || isIntegral(p))
                        || isNo(b, p -> p == Type.Primitive.BOOLEAN || isIntegral(p))
                        || isKnown(a)
                                && isKnown(b)
                                && subtypes.unbox(a) != null
                                && subtypes.unbox(b) != null
                                && (subtypes.unbox(a) == Type.Primitive.BOOLEAN)
                                        != (subtypes.unbox(b) == Type.Primitive.BOOLEAN);
            case "==", "!=" -> equalityClashes(a, b);
            default -> false;
        };
    }

    private boolean equalityClashes(Type a, Type b) {
        if (!isKnown(a) || !isKnown(b)) {
            return false;
        }
        if (a instanceof Type.Primitive || b instanceof Type.Primitive) {
            if (a instanceof Type.Null || b instanceof Type.Null) {
                return true;
            }
            Type.Primitive left = subtypes.unbox(a);
            Type.Primitive right = subtypes.unbox(b);
            if (left == null || right == null) {
                return file.conversions.castClashes(a, b) && file.conversions.castClashes(b, a);
            }
            return left.isNumeric() != right.isNumeric();
        }
        return file.conversions.castClashes(a, b) && file.conversions.castClashes(b, a);
    }

    void unary(int node) {
        int operator = tree.child(node, file.fields.operator());
        int operand = tree.child(node, file.fields.operand());
        if (operator < 0 || operand < 0) {
            return;
        }
        Type type = file.certain(operand);
        boolean clash =
                switch (tree.firstByte(operator)) {
                    case '!' -> isNoBoolean(type);
                    case '~' -> isNoInteger(type);
                    default -> isNoNumber(type);
                };
        if (clash) {
            file.report(Kind.TYPE, node, "operator-one", tree.text(operator), file.text(type));
        }
    }

    void update(int node) {
        int operand = tree.firstNamed(node);
        if (operand < 0) {
            return;
        }
        Type type = file.certain(operand);
        if (isNoNumber(type)) {
            file.report(Kind.TYPE, node, "operator-one", "++", file.text(type));
        }
        target(operand);
    }

    void assignment(int node) {
        int left = file.inner(tree.child(node, file.fields.left()));
        int right = tree.child(node, file.fields.right());
        int operator = tree.child(node, file.fields.operator());
        if (left < 0 || right < 0 || operator < 0) {
            return;
        }
        target(left);
        String text = tree.text(operator);
        Type wanted = file.certain(left);
        if (text.equals("=")) {
            given(right, wanted);
            return;
        }
        Type value = file.certain(right);
        boolean clash = text.equals("+=") && isString(wanted)
                ? value == Type.Primitive.VOID
                : operatorClashes(text.substring(0, text.length() - 1), wanted, value);
        if (clash) {
            file.report(Kind.TYPE, node, "operator", text, file.text(wanted), file.text(value));
        }
    }

    /** A value that is given where a type is wanted. */
    void given(int value, Type wanted) {
        int row = file.syntax.expression(value);
        if (row >= 0 && file.conversions.clashes(row, wanted, Use.ASSIGNMENT)) {
            file.report(Kind.TYPE, value, "type", file.text(wanted), file.text(body.types.of(row)));
        }
    }

    /** What is assigned to. */
    private void target(int node) {
        int row = file.syntax.expression(node);
        if (row < 0) {
            return;
        }
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) == ExpressionKind.LOCAL) {
            variables.assigned(node, expressions.a(row));
            return;
        }
        Fields.Hit hit = body.fields.of(row);
        boolean length = hit == null
                && tree.is(node, JavaNode.FIELD_ACCESS)
                && subtypes.upper(file.certain(tree.child(node, file.fields.object()))) instanceof Type.Array;
        if (length || hit != null && (isFixed(node, hit) || finals.isTwice(node, hit))) {
            file.report(Kind.ACCESS, node, "final", tree.text(node));
        }
    }

    /** Whether a field is final and its class is not being built here. */
    private boolean isFixed(int node, Fields.Hit hit) {
        if (!Modifiers.has(hit.field().modifiers(), Modifiers.FINAL)) {
            return false;
        }
        SourceClass user = file.user(node);
        if (user == null || !user.equals(hit.site().symbol())) {
            return true;
        }
        for (int at = node; at >= 0; at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case CONSTRUCTOR_DECLARATION, COMPACT_CONSTRUCTOR_DECLARATION, STATIC_INITIALIZER -> {
                    return false;
                }
                case METHOD_DECLARATION, FIELD_DECLARATION -> {
                    return true;
                }
                case CLASS_BODY, ENUM_BODY, INTERFACE_BODY -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    void ternary(int node) {
        condition(tree.child(node, file.fields.condition()));
    }

    void condition(int node) {
        int condition = file.inner(node);
        if (condition >= 0 && isNoBoolean(file.certain(condition))) {
            file.report(Kind.TYPE, condition, "type", "boolean", file.text(file.certain(condition)));
        }
    }

    void arrayAccess(int node) {
        int array = tree.child(node, file.fields.array());
        int index = tree.child(node, file.fields.index());
        if (array >= 0) {
            Type type = file.certain(array);
            Type upper = subtypes.upper(type);
            if (isKnown(type) && !(upper instanceof Type.Array) && !subtypes.isOpen(type)) {
                file.report(Kind.TYPE, array, "array", file.text(type));
            }
        }
        index(index);
    }

    private void index(int node) {
        if (node >= 0 && isNo(file.certain(node), p -> isIntegral(p) && p != Type.Primitive.LONG)) {
            file.report(Kind.TYPE, node, "type", "int", file.text(file.certain(node)));
        }
    }

    void arrayCreation(int node) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.hasField(child, file.fields.dimensions()) && !tree.is(child, JavaNode.DIMENSIONS)) {
                index(tree.firstNamed(child));
            }
        }
    }

    void arrayInitializer(int node) {
        if (file.type(node) instanceof Type.Array(Type element)) {
            file.children(node).forEach(child -> given(child, element));
        }
    }

    void cast(int node) {
        int value = tree.child(node, file.fields.value());
        int row = file.syntax.expression(node);
        if (value < 0 || row < 0 || body.facts.expressions().kind(row) != ExpressionKind.CAST) {
            return;
        }
        Type to = body.types.of(row);
        Type from = file.certain(value);
        if (!(to instanceof Type.Intersection) && isKnown(from) && file.conversions.castClashes(from, to)) {
            file.report(Kind.TYPE, node, "cast", file.text(from), file.text(to));
        }
    }

    void instanceOf(int node) {
        int left = tree.child(node, file.fields.left());
        int right = tree.child(node, file.fields.right());
        if (left < 0) {
            return;
        }
        Type from = file.certain(left);
        if (from instanceof Type.Primitive && isKnown(from)) {
            file.report(Kind.TYPE, left, "type", "Object", file.text(from));
        } else if (right >= 0 && isKnown(from)) {
            Type to = file.typeAt(right);
            if (isKnown(to) && file.conversions.castClashes(from, to)) {
                file.report(Kind.TYPE, node, "cast", file.text(from), file.text(to));
            }
        }
    }

    /** A value of which nothing is taken must be no value of nothing. */
    void valueOf(int node) {
        if (node >= 0 && file.certain(node) == Type.Primitive.VOID) {
            file.report(Kind.TYPE, node, "void");
        }
    }

    /** A type that must be a reference; a subtype of {@code wanted}. */
    void subtypeOf(int node, Type wanted) {
        if (node < 0) {
            return;
        }
        Type type = file.certain(node);
        if (isKnown(type)
                && (type instanceof Type.Primitive || file.conversions.clashes(subtypes.erasure(type), wanted))) {
            file.report(Kind.TYPE, node, "type", file.text(wanted), file.text(type));
        }
    }
}
