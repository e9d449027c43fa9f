package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one walk over all cells of a file's facts, for writing and for reading. A cell is told as its difference from what its
 * {@link Domain} lets expect: names and types from the next one that has not been used, rows from the last one that was
 * pointed to, lines from the line above, columns from what stands before in the line, contexts from the argument lists. Where a list lies follows from the order of the
 * walk, which is that of {@link FactsPruning}.
 */
final class FactsWalk {
    private static final int COLUMNS = 64;
    private static final int EXPRESSIONS = 7;
    private static final int EXPRESSION_CELLS = EXPRESSIONS * COLUMNS;
    private static final int EXPRESSION_COLUMNS = 8;
    private static final int HEAD = EXPRESSION_CELLS + EXPRESSION_COLUMNS * (1 + ExpressionKind.count());
    private static final int ROWS = HEAD + 2;
    private static final int STRINGS = ROWS + EXPRESSIONS + 1;
    private static final int KINDS = EXPRESSIONS + 1 + ExpressionKind.count();
    /** How many streams there are. */
    static final int STREAMS = STRINGS + 2 * KINDS;

    private static final int FIRST_ROWS = 1 << 10;

    private final FactsCoder coder;
    private final BlockStrings strings;
    private final List<String> pool;
    private final IntLists given;
    private final IntListsBuilder lists = new IntListsBuilder();
    private int nextType;
    private int cursor;
    private int nextCall;
    private int nextLambda;
    private int nextVariable;

    private FactsWalk(FactsCoder coder, BlockStrings strings, List<String> pool, IntLists given) {
        this.coder = coder;
        this.strings = strings;
        this.pool = pool;
        this.given = given;
    }

    /** Writes {@code facts}, which were pruned, or reads facts and then needs nothing of what is given but its shape. */
    static FileFacts walk(FileFacts facts, FactsCoder coder, BlockStrings strings) throws FactsFormatException {
        List<String> pool = coder.isReading() ? new ArrayList<>() : facts.pool().strings();
        strings.nextFile();
        return new FactsWalk(coder, strings, pool, facts.lists()).walk(facts);
    }

    private FileFacts walk(FileFacts facts) throws FactsFormatException {
        String language = strings.code(facts.language().id(), EXPRESSIONS);
        String packageName = strings.code(facts.packageName(), EXPRESSIONS);
        int lines = coder.unsigned(HEAD, facts.lines());
        int tokens = coder.unsigned(HEAD + 1, facts.tokens());
        if (lines < 0 || tokens < 0) {
            throw new FactsFormatException("count");
        }
        IntRows types = table(0, facts.types().rows(), TypeRefs.DOMAINS);
        nextType = 0;
        IntRows typeParameters = table(1, facts.typeParameters().rows(), TypeParameters.DOMAINS);
        IntRows declarations = table(2, facts.declarations().rows(), Declarations.DOMAINS);
        IntRows variables = table(3, facts.variables().rows(), Variables.DOMAINS);
        cursor = 0;
        IntRows calls = table(4, facts.calls().rows(), Calls.DOMAINS);
        IntRows expressions = expressions(facts.expressions(), new Calls(calls));
        cursor = 0;
        IntRows lambdas = table(5, facts.lambdas().rows(), Lambdas.DOMAINS);
        IntRows imports = table(6, facts.imports().rows(), Imports.DOMAINS);
        return new FileFacts(
                new Language(language),
                packageName,
                lines,
                tokens,
                coder.isReading() ? new StringPool(pool) : facts.pool(),
                lists.build(),
                new Imports(imports),
                new TypeRefs(types),
                new TypeParameters(typeParameters),
                new Declarations(declarations),
                new Variables(variables),
                new Expressions(expressions),
                new Calls(calls),
                new Lambdas(lambdas));
    }

    /** The strings of a block of files. */
    static BlockStrings strings(FactsCoder coder) {
        return new BlockStrings(coder, STRINGS, HEAD, KINDS);
    }

    private IntRows table(int number, IntRows table, List<Domain> domains) throws FactsFormatException {
        int width = domains.size();
        int rows = coder.count(ROWS + number, table.rows());
        int[] cells = cells(table, rows, width);
        int[] ends = new int[width];
        int lineBegins = 0;
        for (int row = 0; row < rows; row++) {
            cells = withRow(row, rows, width, cells);
            nextType = number == 0 ? row : nextType;
            int firstLine = -1;
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                int stream = number * COLUMNS + 2 * column;
                int above = row == 0 ? 0 : cells[at - width];
                switch (domains.get(column)) {
                    case LINE -> {
                        int near = firstLine < 0 ? above : cells[firstLine];
                        cells[at] = near + coder.signed(stream, cells[at] - near);
                        firstLine = firstLine < 0 ? at : firstLine;
                    }
                    case COLUMN -> {
                        boolean isFirst = row == 0 || cells[at - 1] != cells[at - 1 - width];
                        cells[at] = isFirst
                                ? lineBegins + coder.signed(stream, cells[at] - lineBegins)
                                : above + coder.unsigned(stream + 1, cells[at] - above);
                        lineBegins = isFirst ? cells[at] : lineBegins;
                    }
                    case START -> {
                        int length = coder.signed(stream + 2, cells[at + 1]);
                        cells[at] = length <= 0 ? 0 : ends[column] + coder.signed(stream, cells[at] - ends[column]);
                        cells[at + 1] = length;
                        ends[column] = length <= 0 ? ends[column] : cells[at] + length;
                        column++;
                    }
                    case PARENT, DECLARATION, OPTIONAL_DECLARATION ->
                        cells[at] = above + coder.signed(stream, cells[at] - above);
                    default -> cells[at] = cell(domains.get(column), stream, cells[at]);
                }
            }
        }
        return new IntRows(width, cells);
    }

    private int[] cells(IntRows table, int rows, int width) {
        return coder.isReading()
                ? new int[Math.min(rows, FIRST_ROWS) * width]
                : table.cells().clone();
    }

    /** Cells that have room for a row; what is read grows as it comes, whatever its count says. */
    private static int[] withRow(int row, int rows, int width, int[] cells) {
        return row * width < cells.length
                ? cells
                : Arrays.copyOf(cells, (int) Math.min(2L * cells.length, (long) rows * width));
    }

    private int cell(Domain domain, int stream, int cell) throws FactsFormatException {
        return switch (domain) {
            case STRING, OPTIONAL_STRING -> string(stream, cell);
            case TYPE, OPTIONAL_TYPE -> type(stream, cell);
            case EXPRESSION, OPTIONAL_EXPRESSION -> expression(stream, cell);
            case TYPE_LIST, EXPRESSION_LIST -> list(domain, stream, cell);
            case NUMBER -> coder.signed(stream, cell);
            case LABEL -> coder.label(stream, cell);
            case COUNT -> coder.unsigned(stream, cell);
            default -> coder.kind(stream, cell);
        };
    }

    private int string(int stream, int cell) throws FactsFormatException {
        int kind = stream < EXPRESSION_CELLS
                ? stream / COLUMNS
                : EXPRESSIONS + (stream - EXPRESSION_CELLS) / EXPRESSION_COLUMNS;
        return strings.string(stream, kind, cell, pool);
    }

    private int type(int stream, int cell) throws FactsFormatException {
        int type = coder.near(stream, cell, nextType);
        nextType = Math.max(nextType, type + 1);
        return type;
    }

    private int expression(int stream, int cell) throws FactsFormatException {
        int row = coder.near(stream, cell, cursor);
        cursor = row < 0 ? cursor : row;
        return row;
    }

    private int list(Domain domain, int stream, int offset) throws FactsFormatException {
        int[] elements = new int[coder.count(stream, coder.isReading() ? 0 : given.size(offset))];
        for (int i = 0; i < elements.length; i++) {
            int element = coder.isReading() ? 0 : given.get(offset, i);
            elements[i] = domain == Domain.TYPE_LIST ? type(stream + 1, element) : expression(stream + 1, element);
        }
        return lists.add(elements);
    }

    private IntRows expressions(Expressions expressions, Calls calls) throws FactsFormatException {
        int rows = coder.count(ROWS + EXPRESSIONS, expressions.count());
        int width = Expressions.DOMAINS.size();
        int[] cells = cells(expressions.rows(), rows, width);
        long[] expected = expectedContexts(calls, rows);
        int scope = 0;
        for (int row = 0; row < rows; row++) {
            cells = withRow(row, rows, width, cells);
            int at = row * width;
            int ordinal = coder.kind(EXPRESSION_CELLS, cells[at]);
            if (ordinal < 0 || ordinal >= ExpressionKind.count()) {
                throw new FactsFormatException("expression");
            }
            cells[at] = ordinal;
            scope += coder.signed(EXPRESSION_CELLS + 1, cells[at + 4] - scope);
            cells[at + 4] = scope;
            ExpressionKind kind = ExpressionKind.of(ordinal);
            int operands = kind.hasContext() ? 1 : 3;
            for (int operand = 0; operand < operands; operand++) {
                int stream = EXPRESSION_CELLS + EXPRESSION_COLUMNS * (1 + ordinal) + 2 * operand;
                cells[at + 1 + operand] = operand(kind.operand(operand), stream, cells[at + 1 + operand], row);
            }
            if (kind.hasContext()) {
                context(EXPRESSION_CELLS + EXPRESSION_COLUMNS * (1 + ordinal) + 2, cells, at, expected[row]);
            }
        }
        return new IntRows(width, cells);
    }

    private int operand(Domain domain, int stream, int cell, int row) throws FactsFormatException {
        switch (domain) {
            case EXPRESSION, OPTIONAL_EXPRESSION -> {
                return coder.near(stream, cell, row);
            }
            case VARIABLE -> {
                int variable = coder.near(stream, cell, nextVariable);
                nextVariable = Math.max(nextVariable, variable + 1);
                return variable;
            }
            case CALL -> {
                int call = coder.near(stream, cell, nextCall);
                nextCall = call + 1;
                return call;
            }
            case LAMBDA -> {
                nextLambda = coder.near(stream, cell, nextLambda) + 1;
                return nextLambda - 1;
            }
            default -> {
                cursor = row;
                return cell(domain, stream, cell);
            }
        }
    }

    /** What the arguments of calls stand in, by expression: the two operands, packed; 0 where it is no argument. */
    private long[] expectedContexts(Calls calls, int expressions) {
        IntLists from = coder.isReading() ? lists.build() : given;
        long[] expected = new long[expressions];
        for (int call = 0; call < calls.count(); call++) {
            int list = calls.arguments(call);
            for (int i = 0; i < from.size(list); i++) {
                int row = from.get(list, i);
                if (row >= 0 && row < expressions) {
                    int packed = new Context(ContextKind.ARGUMENT, i, call).packed();
                    expected[row] = (long) packed << 32 | call;
                }
            }
        }
        return expected;
    }

    private void context(int stream, int[] cells, int at, long expected) throws FactsFormatException {
        int packed = (int) (expected >> 32);
        int row = (int) expected;
        boolean asExpected = cells[at + 2] == packed && cells[at + 3] == row;
        int code = coder.unsigned(stream, asExpected ? 0 : cells[at + 2] + 1);
        if (code == 0) {
            cells[at + 2] = packed;
            cells[at + 3] = row;
            return;
        }
        cells[at + 2] = code - 1;
        int near = at / Expressions.DOMAINS.size();
        cells[at + 3] = switch (Context.unpack(code - 1, 0).kind()) {
            case TYPED -> type(stream + 1, cells[at + 3]);
            case RETURN -> coder.near(stream + 2, cells[at + 3], cells[at + 4]);
            case LAMBDA_RETURN -> coder.near(stream + 3, cells[at + 3], nextLambda);
            case ASSIGNMENT -> coder.near(stream + 4, cells[at + 3], near);
            case NONE, ARGUMENT -> coder.near(stream + 5, cells[at + 3], nextCall);
        };
    }
}
