package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Lambdas;
import dev.orrery.indexer.parse.LiteralKind;
import dev.orrery.indexer.parse.OperatorKind;
import dev.orrery.indexer.parse.TypeForm;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions into rows of {@code Expressions}. */
final class JavaExpressions {
    private static final int DEEPEST = 500;

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;
    private int depth;

    JavaExpressions(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    boolean isExpression(JavaNode kind) {
        return switch (kind) {
            case IDENTIFIER,
                    FIELD_ACCESS,
                    METHOD_INVOCATION,
                    OBJECT_CREATION_EXPRESSION,
                    METHOD_REFERENCE,
                    LAMBDA_EXPRESSION,
                    PARENTHESIZED_EXPRESSION,
                    CAST_EXPRESSION,
                    INSTANCEOF_EXPRESSION,
                    TERNARY_EXPRESSION,
                    ASSIGNMENT_EXPRESSION,
                    BINARY_EXPRESSION,
                    UNARY_EXPRESSION,
                    UPDATE_EXPRESSION,
                    ARRAY_ACCESS,
                    ARRAY_CREATION_EXPRESSION,
                    ARRAY_INITIALIZER,
                    CLASS_LITERAL,
                    TEMPLATE_EXPRESSION,
                    SWITCH_EXPRESSION,
                    THIS,
                    STRING_LITERAL -> true;
            default -> false;
        };
    }

    /** The row of an expression from which {@code context} wants something. */
    int of(int node, Context context) {
        if (depth >= DEEPEST) {
            return walk.calls.flat(node);
        }
        depth++;
        int row = read(node, context);
        walk.rows.expression(node, row, facts.current());
        depth--;
        if (walk.positions != null) {
            walk.positions.expression(row, tree.start(node), tree.end(node));
        }
        return row;
    }

    private int read(int node, Context context) {
        return switch (tree.kind(node)) {
            case IDENTIFIER -> facts.name(tree.text(node));
            case THIS -> facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0);
            case FIELD_ACCESS -> field(node);
            case METHOD_INVOCATION -> walk.calls.method(node, context);
            case OBJECT_CREATION_EXPRESSION -> walk.calls.creation(node, context);
            case METHOD_REFERENCE -> walk.calls.reference(node, context);
            case LAMBDA_EXPRESSION -> lambda(node, context);
            case PARENTHESIZED_EXPRESSION -> inner(node, context);
            case CAST_EXPRESSION -> cast(node);
            case INSTANCEOF_EXPRESSION -> instanceOf(node);
            case TERNARY_EXPRESSION -> ternary(node, context);
            case SWITCH_EXPRESSION -> choice(walk.statements.switchResults(node, context));
            case ASSIGNMENT_EXPRESSION -> assignment(node);
            case BINARY_EXPRESSION -> binary(node);
            case UNARY_EXPRESSION -> unary(node);
            case UPDATE_EXPRESSION -> operation(OperatorKind.SAME, tree.firstNamed(node));
            case ARRAY_ACCESS -> element(node);
            case ARRAY_CREATION_EXPRESSION -> arrayCreation(node, context);
            case ARRAY_INITIALIZER -> arrayInitializer(node, context);
            case CLASS_LITERAL -> classLiteral(node);
            case DECIMAL_INTEGER_LITERAL, HEX_INTEGER_LITERAL, OCTAL_INTEGER_LITERAL, BINARY_INTEGER_LITERAL ->
                facts.literal((tree.lastByte(node) | 0x20) == 'l' ? LiteralKind.LONG : LiteralKind.INT);
            case DECIMAL_FLOATING_POINT_LITERAL, HEX_FLOATING_POINT_LITERAL ->
                facts.literal((tree.lastByte(node) | 0x20) == 'f' ? LiteralKind.FLOAT : LiteralKind.DOUBLE);
            case CHARACTER_LITERAL -> facts.literal(LiteralKind.CHARACTER);
            case STRING_LITERAL -> facts.literal(LiteralKind.STRING);
            case TRUE, FALSE -> facts.literal(LiteralKind.BOOLEAN);
            case NULL_LITERAL -> facts.literal(LiteralKind.NULL);
            default -> {
                walk.statements.children(node);
                yield facts.unknown();
            }
        };
    }

    private int inner(int node, Context context) {
        int inner = tree.firstNamed(node);
        return inner < 0 ? facts.unknown() : of(inner, context);
    }

    private int child(int node, int field) {
        int child = tree.child(node, field);
        return child < 0 ? facts.unknown() : of(child, Context.NONE);
    }

    private int field(int node) {
        int object = tree.child(node, fields.object());
        int name = tree.child(node, fields.field());
        if (object < 0 || name < 0) {
            return facts.unknown();
        }
        if (tree.is(name, JavaNode.THIS)) {
            return facts.expression(ExpressionKind.THIS, facts.type(tree.dotted(object)), 0, 0);
        }
        int receiver;
        if (tree.is(object, JavaNode.SUPER)) {
            receiver = facts.expression(ExpressionKind.SUPER, FactsBuilder.NONE, 0, 0);
            walk.rows.expression(object, receiver, facts.current());
        } else if (tree.child(node, JavaNode.SUPER) >= 0) {
            receiver = facts.expression(ExpressionKind.SUPER, facts.type(tree.dotted(object)), 0, 0);
        } else {
            receiver = of(object, Context.NONE);
        }
        return facts.field(receiver, tree.text(name));
    }

    private int lambda(int node, Context context) {
        int body = tree.child(node, fields.body());
        boolean block = tree.is(body, JavaNode.BLOCK);
        int flags = block ? Lambdas.BLOCK : isStatement(body) ? Lambdas.STATEMENT : 0;
        int expression = facts.lambda(flags, context);
        int row = facts.lambdaRow(expression);
        facts.openScope();
        lambdaParameters(expression, tree.child(node, fields.parameters()));
        if (block) {
            JavaBody outer = walk.body;
            walk.body = JavaBody.of(JavaStatements.lambdaReturn(row));
            walk.statements.statement(body);
            facts.lambdaResults(expression, rows(walk.body.results()));
            walk.body = outer;
        } else if (body >= 0) {
            facts.lambdaResults(expression, of(body, JavaStatements.lambdaReturn(row)));
        }
        facts.closeScope();
        return expression;
    }

    private boolean isStatement(int body) {
        return body >= 0
                && switch (tree.kind(body)) {
                    case METHOD_INVOCATION, OBJECT_CREATION_EXPRESSION, ASSIGNMENT_EXPRESSION, UPDATE_EXPRESSION ->
                        true;
                    default -> false;
                };
    }

    private void lambdaParameters(int expression, int parameters) {
        if (parameters < 0) {
            return;
        }
        if (tree.isLeaf(parameters)) {
            walk.rows.variable(parameters, facts.lambdaParameter(expression, tree.text(parameters), FactsBuilder.NONE));
            return;
        }
        for (int child = tree.first(parameters); child >= 0; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case IDENTIFIER, UNDERSCORE_PATTERN ->
                    walk.rows.variable(child, facts.lambdaParameter(expression, tree.text(child), FactsBuilder.NONE));
                case FORMAL_PARAMETER -> {
                    int name = tree.child(child, fields.name());
                    int type = walk.types.of(tree.child(child, fields.type()));
                    walk.rows.variable(
                            name,
                            facts.lambdaParameter(
                                    expression,
                                    name < 0 ? "" : tree.text(name),
                                    walk.types.withDimensions(type, child)));
                }
                case SPREAD_PARAMETER ->
                    facts.lambdaParameter(
                            expression,
                            walk.members.spreadName(child),
                            facts.arrayType(walk.members.spreadType(child), 1));
                default -> {}
            }
        }
    }

    private int cast(int node) {
        List<Integer> types = new ArrayList<>();
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.hasField(child, fields.type())) {
                int type = walk.types.of(child);
                if (type >= 0) {
                    types.add(type);
                }
            }
        }
        int value = tree.child(node, fields.value());
        if (types.isEmpty() || value < 0) {
            return value < 0 ? facts.unknown() : of(value, Context.NONE);
        }
        int type = types.size() == 1 ? types.getFirst() : facts.type(TypeForm.INTERSECTION, "", 0, rows(types));
        int operand = of(value, JavaMembers.typed(type));
        return facts.expression(ExpressionKind.CAST, type, operand, 0);
    }

    private int instanceOf(int node) {
        walk.patterns.instanceOf(node);
        return facts.literal(LiteralKind.BOOLEAN);
    }

    private int ternary(int node, Context context) {
        child(node, fields.condition());
        int consequence = tree.child(node, fields.consequence());
        int alternative = tree.child(node, fields.alternative());
        if (consequence < 0 || alternative < 0) {
            return facts.unknown();
        }
        int first = of(consequence, context);
        return choice(List.of(first, of(alternative, context)));
    }

    private int choice(List<Integer> results) {
        return facts.expression(ExpressionKind.CHOICE, facts.expressionList(rows(results)), 0, 0);
    }

    private int assignment(int node) {
        int target = child(node, fields.left());
        int right = tree.child(node, fields.right());
        int value = right < 0 ? FactsBuilder.NONE : of(right, new Context(ContextKind.ASSIGNMENT, 0, target));
        return facts.expression(ExpressionKind.ASSIGNMENT, target, value, 0);
    }

    /** Long chains of operators lean left; they are read in a loop, not by recursion. */
    private int binary(int node) {
        List<Integer> spine = new ArrayList<>();
        int leftmost = node;
        while (tree.is(leftmost, JavaNode.BINARY_EXPRESSION)) {
            spine.add(leftmost);
            leftmost = tree.child(leftmost, fields.left());
        }
        int left = leftmost < 0 ? facts.unknown() : of(leftmost, Context.NONE);
        for (int i = spine.size() - 1; i >= 0; i--) {
            int operator = tree.child(spine.get(i), fields.operator());
            int right = child(spine.get(i), fields.right());
            left = facts.expression(
                    ExpressionKind.OPERATION, left, right, operator(operator).ordinal());
            walk.rows.expression(spine.get(i), left, facts.current());
        }
        return left;
    }

    private OperatorKind operator(int node) {
        if (node < 0) {
            return OperatorKind.LOGIC;
        }
        int length = tree.end(node) - tree.start(node);
        return switch (tree.firstByte(node)) {
            case '+' -> OperatorKind.PLUS;
            case '-', '*', '/', '%', '^' -> OperatorKind.ARITHMETIC;
            case '&', '|' -> length == 1 ? OperatorKind.ARITHMETIC : OperatorKind.LOGIC;
            case '<', '>' -> length > 1 && tree.lastByte(node) != '=' ? OperatorKind.SHIFT : OperatorKind.LOGIC;
            default -> OperatorKind.LOGIC;
        };
    }

    private int unary(int node) {
        int operator = tree.child(node, fields.operator());
        boolean not = operator >= 0 && tree.firstByte(operator) == '!';
        return operation(not ? OperatorKind.LOGIC : OperatorKind.SHIFT, tree.child(node, fields.operand()));
    }

    private int operation(OperatorKind kind, int operand) {
        int row = operand < 0 ? facts.unknown() : of(operand, Context.NONE);
        return facts.expression(ExpressionKind.OPERATION, row, FactsBuilder.NONE, kind.ordinal());
    }

    private int element(int node) {
        int array = child(node, fields.array());
        child(node, fields.index());
        return facts.expression(ExpressionKind.ELEMENT, array, 0, 0);
    }

    private int arrayCreation(int node, Context context) {
        int type = walk.types.of(tree.child(node, fields.type()));
        int dimensions = 0;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.DIMENSIONS)) {
                dimensions += walk.types.dimensions(child);
            } else if (tree.hasField(child, fields.dimensions())) {
                dimensions++;
                walk.statements.children(child);
            }
        }
        int array = facts.arrayType(type, dimensions);
        int value = tree.child(node, fields.value());
        if (value >= 0) {
            of(value, array < 0 ? context : JavaMembers.typed(array));
        }
        return array < 0 ? facts.unknown() : facts.expression(ExpressionKind.VALUE, array, 0, 0);
    }

    private int arrayInitializer(int node, Context context) {
        Context element = Context.NONE;
        if (context.kind() == ContextKind.TYPED) {
            element = JavaMembers.typed(facts.elementType(context.row()));
        }
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                of(child, element);
            }
        }
        return context.kind() == ContextKind.TYPED
                ? facts.expression(ExpressionKind.VALUE, context.row(), 0, 0)
                : facts.unknown();
    }

    private int classLiteral(int node) {
        int type = walk.types.of(tree.firstNamed(node));
        return type < 0
                ? facts.literal(LiteralKind.CLASS)
                : facts.expression(ExpressionKind.VALUE, facts.type("Class", type), 0, 0);
    }

    private static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
