package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Lambdas;
import dev.orrery.indexer.parse.LiteralKind;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions, and with them the calls in them. */
final class ExpressionReader {
    private static final int MOST_RESULTS = 8;

    private final Walk walk;
    /** What the function at hand returns. */
    private List<Integer> returns = new ArrayList<>();

    private final Source source;
    private final FactsBuilder facts;

    ExpressionReader(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    /** The expression's row, or -1 where nothing is known about its value. */
    int read(int node) {
        return read(node, Context.NONE);
    }

    /** The expression's row, an unknown one where nothing is known about its value. */
    int readOrUnknown(int node) {
        int row = read(node);
        return row < 0 ? facts.unknown() : row;
    }

    int read(int node, Context context) {
        if (node < 0) {
            return FactsBuilder.NONE;
        }
        Role role = source.role(node);
        if (role == null || !walk.deeper()) {
            if (role != null) {
                walk.shallower();
            }
            walk.visit(node);
            return FactsBuilder.NONE;
        }
        int row = read(node, role, context);
        walk.shallower();
        return row;
    }

    private int read(int node, Role role, Context context) {
        return switch (role) {
            case NAME -> walk.rules.name(node, source.text(node));
            case THIS -> facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0);
            case SUPER -> facts.expression(ExpressionKind.SUPER, FactsBuilder.NONE, 0, 0);
            case INT -> facts.literal(LiteralKind.INT);
            case DOUBLE -> facts.literal(LiteralKind.DOUBLE);
            case BOOLEAN -> facts.literal(LiteralKind.BOOLEAN);
            case NULL -> facts.literal(LiteralKind.NULL);
            case STRING -> literal(node, LiteralKind.STRING);
            case LIST -> literal(node, LiteralKind.LIST);
            case MAP -> {
                int literal = literal(node, LiteralKind.MAP);
                int object = walk.rules.literalObject(node);
                yield object < 0 ? literal : object;
            }
            case MEMBER -> member(node);
            case CALL -> walk.calls.call(node, context);
            case NEW -> walk.calls.creation(node);
            case SAME -> same(node, context);
            case CAST -> cast(node);
            case ASSIGNMENT -> walk.variables.assign(node);
            case ELEMENT -> element(node);
            case CHOICE -> choice(node);
            case LAMBDA -> lambda(node, context);
            case VALUE -> value(node);
            case SPECIAL -> walk.rules.specialExpression(node, context);
            case TYPE_NAME, TYPE_GENERIC -> {
                int type = walk.types.read(node);
                yield type < 0 ? FactsBuilder.NONE : facts.expression(ExpressionKind.TYPE, type, 0, 0);
            }
            default -> {
                walk.visit(node);
                yield FactsBuilder.NONE;
            }
        };
    }

    private int literal(int node, LiteralKind kind) {
        walk.children(node);
        return facts.literal(kind);
    }

    private int member(int node) {
        int object = source.part(node, Part.OBJECT);
        int name = source.part(node, Part.NAME);
        int receiver = read(object);
        if (name < 0) {
            return FactsBuilder.NONE;
        }
        return object < 0
                ? walk.rules.name(name, source.dotted(name))
                : facts.field(receiver < 0 ? facts.unknown() : receiver, source.dotted(name));
    }

    private int same(int node, Context context) {
        int value = source.part(node, Part.VALUE);
        int named = value >= 0 ? value : source.firstNamed(node);
        int inner = named >= 0 ? named : source.first(node);
        int row = read(inner, context);
        for (int rest = inner < 0 ? -1 : source.nextNamed(inner); rest >= 0; rest = source.nextNamed(rest)) {
            walk.visit(rest);
        }
        return row;
    }

    private int cast(int node) {
        int operand = read(source.part(node, Part.VALUE));
        int type = walk.types.read(source.part(node, Part.TYPE));
        return type < 0 ? operand : facts.expression(ExpressionKind.CAST, type, operand, 0);
    }

    private int element(int node) {
        int object = source.part(node, Part.OBJECT);
        int row = read(object);
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            if (child != object) {
                walk.visit(child);
            }
        }
        return row < 0 ? FactsBuilder.NONE : facts.expression(ExpressionKind.ELEMENT, row, 0, 0);
    }

    /** Values among which one is taken; a condition is no value. */
    int choice(int node) {
        List<Integer> rows = new ArrayList<>();
        int condition = source.field(node, "condition");
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            if (child == condition || !source.tree.named(child)) {
                walk.visit(child);
            } else {
                int row = read(child);
                if (row >= 0) {
                    rows.add(row);
                }
            }
        }
        return rows.isEmpty()
                ? FactsBuilder.NONE
                : facts.expression(ExpressionKind.CHOICE, facts.expressionList(ints(rows)), 0, 0);
    }

    private int value(int node) {
        int type = walk.types.read(source.part(node, Part.TYPE));
        walk.visit(source.part(node, Part.BODY));
        return type < 0 ? FactsBuilder.NONE : facts.expression(ExpressionKind.VALUE, type, 0, 0);
    }

    /** Reads {@code return value}. */
    void returned(int node) {
        int value = source.part(node, Part.VALUE);
        int row = read(value >= 0 ? value : source.firstNamed(node));
        if (row >= 0) {
            returns.add(row);
        }
    }

    /** Reads a declared function's body, and what it returns where its type is not written. */
    void body(int body, int declaration, boolean typed) {
        List<Integer> around = returns;
        returns = new ArrayList<>();
        int result = read(body);
        if (!typed) {
            if (result >= 0 && !walk.rules.isBlock(body)) {
                returns.add(result);
            }
            returns.stream().limit(MOST_RESULTS).forEach(row -> facts.value(declaration, row));
        }
        returns = around;
    }

    private int lambda(int node, Context context) {
        int named = walk.rules.namesLambdas() ? source.field(node, "name") : -1;
        if (named >= 0) {
            walk.declarations.named(node, source.text(named), named, node);
            return facts.name(source.text(named));
        }
        int body = source.part(node, Part.BODY);
        boolean block = walk.rules.isBlock(body);
        int row = facts.lambda(block ? Lambdas.BLOCK : 0, context);
        facts.openScope();
        walk.openLambda();
        walk.rules.beforeLambda(node, row);
        int parameters = source.part(node, Part.PARAMETERS);
        walk.variables.parameters(parameters, new VariableReader.LambdaParameters(facts, row));
        List<Integer> around = returns;
        returns = new ArrayList<>();
        if (block) {
            walk.children(body);
        } else {
            int result = read(body);
            if (result >= 0) {
                returns.add(result);
            }
        }
        walk.closeLambda();
        if (!returns.isEmpty()) {
            facts.lambdaResults(row, ints(returns));
        }
        returns = around;
        facts.closeScope();
        return row;
    }

    static int[] ints(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
