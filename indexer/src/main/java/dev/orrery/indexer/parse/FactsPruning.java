package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves of a file's facts only what can matter to who is called, renumbered in the order of first use. An expression can
 * matter where a call, a lambda, a declaration or the source of a variable that is used leads to it, or where it wants
 * something from its surroundings; types, lists and strings where a row that is left points to them. Equal code so has equal
 * facts, and what is numbered by first use takes few bytes.
 */
final class FactsPruning {
    private final FileFacts facts;
    private final Reach reach;
    private final int[] types;
    private final List<Integer> typeOrder = new ArrayList<>();
    private final int[] strings;
    private final List<String> pool = new ArrayList<>();
    private final IntListsBuilder lists = new IntListsBuilder();

    private FactsPruning(FileFacts facts) {
        this.facts = facts;
        this.reach = Reach.of(facts);
        types = new int[facts.types().count()];
        Arrays.fill(types, -1);
        strings = new int[facts.pool().count()];
        Arrays.fill(strings, -1);
    }

    static FileFacts prune(FileFacts facts) {
        return new FactsPruning(facts).pruned();
    }

    private FileFacts pruned() {
        numberTypes();
        IntRowsBuilder typeRows = new IntRowsBuilder(TypeRefs.DOMAINS.size());
        for (int type : typeOrder) {
            copy(facts.types().rows(), type, TypeRefs.DOMAINS, typeRows);
        }
        IntRows typeParameters = copy(facts.typeParameters().rows(), TypeParameters.DOMAINS);
        IntRows declarations = copy(facts.declarations().rows(), Declarations.DOMAINS);
        IntRows variables = copy(reach.variables(), Variables.DOMAINS);
        IntRows calls = copy(facts.calls().rows(), Calls.DOMAINS);
        IntRows expressions = expressions();
        IntRows lambdas = copy(facts.lambdas().rows(), Lambdas.DOMAINS);
        IntRows imports = copy(facts.imports().rows(), Imports.DOMAINS);
        return new FileFacts(
                facts.language(),
                facts.packageName(),
                facts.lines(),
                facts.tokens(),
                new StringPool(pool),
                lists.build(),
                new Imports(imports),
                new TypeRefs(typeRows.build()),
                new TypeParameters(typeParameters),
                new Declarations(declarations),
                new Variables(variables),
                new Expressions(expressions),
                new Calls(calls),
                new Lambdas(lambdas));
    }

    /** Numbers the types that are left by first use, a type's arguments before itself. */
    private void numberTypes() {
        typesOf(facts.typeParameters().rows(), TypeParameters.DOMAINS);
        typesOf(facts.declarations().rows(), Declarations.DOMAINS);
        typesOf(facts.variables().rows(), Variables.DOMAINS);
        typesOf(facts.calls().rows(), Calls.DOMAINS);
        Expressions expressions = facts.expressions();
        for (int row : reach.expressions()) {
            for (int operand = 0; operand < 3; operand++) {
                typesOf(
                        expressions.kind(row).operand(operand),
                        expressions.rows().cell(row, 1 + operand));
            }
            if (expressions.kind(row).hasContext() && expressions.context(row).kind() == ContextKind.TYPED) {
                number(expressions.context(row).row());
            }
        }
    }

    private void typesOf(IntRows rows, List<Domain> domains) {
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < domains.size(); column++) {
                typesOf(domains.get(column), rows.cell(row, column));
            }
        }
    }

    private void typesOf(Domain domain, int cell) {
        if (cell < 0) {
            return;
        }
        if (domain == Domain.TYPE || domain == Domain.OPTIONAL_TYPE) {
            number(cell);
        } else if (domain == Domain.TYPE_LIST) {
            for (int i = 0; i < facts.lists().size(cell); i++) {
                number(facts.lists().get(cell, i));
            }
        }
    }

    private void number(int type) {
        IntStack waiting = new IntStack();
        waiting.push(type);
        while (!waiting.isEmpty()) {
            int top = waiting.peek();
            int list = facts.types().arguments(top);
            for (int i = 0; i < facts.lists().size(list) && waiting.peek() == top; i++) {
                if (types[facts.lists().get(list, i)] < 0 && types[top] < 0) {
                    waiting.push(facts.lists().get(list, i));
                }
            }
            if (waiting.peek() == top) {
                waiting.pop();
                if (types[top] < 0) {
                    types[top] = typeOrder.size();
                    typeOrder.add(top);
                }
            }
        }
    }

    private IntRows expressions() {
        Expressions expressions = facts.expressions();
        IntRowsBuilder left = new IntRowsBuilder(Expressions.DOMAINS.size());
        for (int row : reach.expressions()) {
            ExpressionKind kind = expressions.kind(row);
            int[] cells = new int[Expressions.DOMAINS.size()];
            cells[0] = kind.ordinal();
            for (int operand = 0; operand < 3; operand++) {
                cells[1 + operand] =
                        moved(kind.operand(operand), expressions.rows().cell(row, 1 + operand));
            }
            if (kind.hasContext()) {
                cells[3] = moved(expressions.context(row));
            }
            cells[4] = expressions.scope(row);
            left.add(cells);
        }
        return left.build();
    }

    private int moved(Context context) {
        return switch (context.kind()) {
            case TYPED -> types[context.row()];
            case ASSIGNMENT -> reach.moved(context.row());
            case NONE, ARGUMENT, RETURN, LAMBDA_RETURN -> context.row();
        };
    }

    private IntRows copy(IntRows rows, List<Domain> domains) {
        IntRowsBuilder into = new IntRowsBuilder(domains.size());
        for (int row = 0; row < rows.rows(); row++) {
            copy(rows, row, domains, into);
        }
        return into.build();
    }

    private void copy(IntRows rows, int row, List<Domain> domains, IntRowsBuilder into) {
        int[] cells = new int[domains.size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = moved(domains.get(column), rows.cell(row, column));
        }
        into.add(cells);
    }

    private int moved(Domain domain, int cell) {
        return switch (domain) {
            case STRING, OPTIONAL_STRING -> cell < 0 ? -1 : string(cell);
            case TYPE, OPTIONAL_TYPE -> cell < 0 ? -1 : types[cell];
            case EXPRESSION, OPTIONAL_EXPRESSION -> cell < 0 ? -1 : reach.moved(cell);
            case TYPE_LIST -> list(cell, Domain.TYPE);
            case EXPRESSION_LIST -> list(cell, Domain.EXPRESSION);
            default -> cell;
        };
    }

    private int list(int offset, Domain elements) {
        int[] moved = new int[facts.lists().size(offset)];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = moved(elements, facts.lists().get(offset, i));
        }
        return lists.add(moved);
    }

    private int string(int number) {
        if (strings[number] < 0) {
            strings[number] = pool.size();
            pool.add(facts.string(number));
        }
        return strings[number];
    }

    /** The expressions that can matter. */
    private static final class Reach {
        private final FileFacts facts;
        private final BitSet left = new BitSet();
        private final BitSet used = new BitSet();
        private final IntStack waiting = new IntStack();
        private int[] order = {};
        private int[] numbers = {};

        private Reach(FileFacts facts) {
            this.facts = facts;
        }

        static Reach of(FileFacts facts) {
            Reach reach = new Reach(facts);
            reach.roots(facts.declarations().rows(), Declarations.DOMAINS);
            reach.roots(facts.calls().rows(), Calls.DOMAINS);
            reach.roots(facts.lambdas().rows(), Lambdas.DOMAINS);
            Expressions expressions = facts.expressions();
            for (int row = 0; row < expressions.count(); row++) {
                ExpressionKind kind = expressions.kind(row);
                if (kind.hasContext()
                        && (kind != ExpressionKind.CALL
                                || expressions.context(row).kind() != ContextKind.NONE)) {
                    reach.add(row);
                }
            }
            reach.spread();
            reach.order = reach.left.stream().toArray();
            reach.numbers = new int[expressions.count()];
            Arrays.fill(reach.numbers, -1);
            for (int i = 0; i < reach.order.length; i++) {
                reach.numbers[reach.order[i]] = i;
            }
            return reach;
        }

        private void roots(IntRows rows, List<Domain> domains) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int column = 0; column < domains.size(); column++) {
                    follow(domains.get(column), rows.cell(row, column));
                }
            }
        }

        private void follow(Domain domain, int cell) {
            if (cell < 0) {
                return;
            }
            switch (domain) {
                case EXPRESSION, OPTIONAL_EXPRESSION -> add(cell);
                case EXPRESSION_LIST -> {
                    for (int i = 0; i < facts.lists().size(cell); i++) {
                        add(facts.lists().get(cell, i));
                    }
                }
                case VARIABLE -> {
                    if (!used.get(cell)) {
                        used.set(cell);
                        follow(Domain.OPTIONAL_EXPRESSION, facts.variables().source(cell));
                    }
                }
                default -> {}
            }
        }

        private void add(int row) {
            if (!left.get(row)) {
                left.set(row);
                waiting.push(row);
            }
        }

        private void spread() {
            Expressions expressions = facts.expressions();
            while (!waiting.isEmpty()) {
                int row = waiting.pop();
                ExpressionKind kind = expressions.kind(row);
                for (int operand = 0; operand < 3; operand++) {
                    follow(kind.operand(operand), expressions.rows().cell(row, 1 + operand));
                }
                if (kind.hasContext() && expressions.context(row).kind() == ContextKind.ASSIGNMENT) {
                    add(expressions.context(row).row());
                }
            }
        }

        /** The rows that are left, ascending. */
        int[] expressions() {
            return order;
        }

        /** The number that a row which is left gets. */
        int moved(int row) {
            return numbers[row];
        }

        /** The variables, without sources that tell nothing to anybody. */
        IntRows variables() {
            int[] cells = facts.variables().rows().cells().clone();
            int width = facts.variables().rows().width();
            for (int row = 0; row < facts.variables().count(); row++) {
                cells[row * width + Variables.SOURCE] =
                        used.get(row) ? facts.variables().source(row) : -1;
            }
            return new IntRows(width, cells);
        }
    }
}
