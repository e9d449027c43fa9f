package dev.orrery.indexer.parse;

import dev.orrery.api.SymbolKind;
import java.util.List;

/** Checks that every cell of decoded facts points to something that is there. */
final class FactsCheck {
    private final FileFacts facts;

    private FactsCheck(FileFacts facts) {
        this.facts = facts;
    }

    static void check(FileFacts facts) throws FactsFormatException {
        FactsCheck check = new FactsCheck(facts);
        check.table(facts.imports().rows(), Imports.DOMAINS);
        check.table(facts.types().rows(), TypeRefs.DOMAINS);
        check.table(facts.typeParameters().rows(), TypeParameters.DOMAINS);
        check.table(facts.declarations().rows(), Declarations.DOMAINS);
        check.table(facts.variables().rows(), Variables.DOMAINS);
        check.table(facts.expressions().rows(), Expressions.DOMAINS);
        check.table(facts.calls().rows(), Calls.DOMAINS);
        check.table(facts.lambdas().rows(), Lambdas.DOMAINS);
        check.ranges();
        check.types();
        check.operands();
    }

    private void table(IntRows table, List<Domain> domains) throws FactsFormatException {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.width(); column++) {
                require(accepts(domains.get(column), table.cell(row, column), row));
            }
        }
    }

    private void ranges() throws FactsFormatException {
        Declarations declarations = facts.declarations();
        for (int row = 0; row < declarations.count(); row++) {
            require(range(
                    declarations.firstTypeParameter(row),
                    declarations.typeParameterCount(row),
                    facts.typeParameters().count()));
            require(declarations.parameterCount(row) >= -1);
            require(range(
                    declarations.firstParameter(row),
                    Math.max(0, declarations.parameterCount(row)),
                    facts.variables().count()));
        }
        Lambdas lambdas = facts.lambdas();
        for (int row = 0; row < lambdas.count(); row++) {
            require(range(
                    lambdas.firstParameter(row),
                    lambdas.parameterCount(row),
                    facts.variables().count()));
        }
    }

    /** Type arguments stand before the type that has them, so that no type contains itself. */
    private void types() throws FactsFormatException {
        for (int row = 0; row < facts.types().count(); row++) {
            int list = facts.types().arguments(row);
            for (int i = 0; i < facts.lists().size(list); i++) {
                require(facts.lists().get(list, i) < row);
            }
            TypeForm form = facts.types().form(row);
            require(form != TypeForm.NAMED || facts.types().name(row) >= 0);
            require(facts.types().dimensions(row) <= 255);
        }
    }

    private void operands() throws FactsFormatException {
        Expressions expressions = facts.expressions();
        for (int row = 0; row < expressions.count(); row++) {
            ExpressionKind kind = expressions.kind(row);
            require(accepts(kind.operand(0), expressions.a(row), row)
                    && accepts(kind.operand(1), expressions.b(row), row)
                    && accepts(kind.operand(2), expressions.c(row), row));
            if (kind.hasContext()) {
                require(context(expressions.context(row)));
            }
        }
    }

    private boolean context(Context context) {
        return within(
                context.row(),
                switch (context.kind()) {
                    case NONE -> Integer.MAX_VALUE;
                    case ARGUMENT -> facts.calls().count();
                    case TYPED -> facts.types().count();
                    case RETURN -> facts.declarations().count();
                    case LAMBDA_RETURN -> facts.lambdas().count();
                    case ASSIGNMENT -> facts.expressions().count();
                });
    }

    private boolean accepts(Domain domain, int value, int row) {
        return switch (domain) {
            case NUMBER, LINE, COLUMN, LABEL, START -> true;
            case COUNT -> value >= 0;
            case STRING -> within(value, facts.pool().count());
            case OPTIONAL_STRING -> value == -1 || within(value, facts.pool().count());
            case TYPE -> within(value, facts.types().count());
            case OPTIONAL_TYPE -> value == -1 || within(value, facts.types().count());
            case TYPE_LIST -> list(value, facts.types().count());
            case EXPRESSION -> within(value, facts.expressions().count());
            case OPTIONAL_EXPRESSION ->
                value == -1 || within(value, facts.expressions().count());
            case EXPRESSION_LIST -> list(value, facts.expressions().count());
            case DECLARATION -> within(value, facts.declarations().count());
            case OPTIONAL_DECLARATION ->
                value == -1 || within(value, facts.declarations().count());
            case PARENT -> value >= -1 && value < row;
            case VARIABLE -> within(value, facts.variables().count());
            case CALL -> within(value, facts.calls().count());
            case LAMBDA -> within(value, facts.lambdas().count());
            case SYMBOL_KIND -> within(value, SymbolKind.values().length);
            case LITERAL -> within(value, LiteralKind.count());
            case OPERATOR -> within(value, OperatorKind.count());
            case CALL_KIND -> within(value, CallKind.count());
            case ORIGIN -> within(value, VariableOrigin.count());
            case FORM -> within(value, TypeForm.count());
            case EXPRESSION_KIND -> within(value, ExpressionKind.count());
        };
    }

    private boolean list(int offset, int limit) {
        if (offset == -1) {
            return true;
        }
        int[] cells = facts.lists().cells();
        if (!within(offset, cells.length) || !range(offset + 1, cells[offset], cells.length)) {
            return false;
        }
        for (int i = 0; i < cells[offset]; i++) {
            if (!within(cells[offset + 1 + i], limit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(int value, int limit) {
        return value >= 0 && value < limit;
    }

    private static boolean range(int first, int count, int limit) {
        return first >= 0 && count >= 0 && first <= limit && count <= limit - first;
    }

    private static void require(boolean holds) throws FactsFormatException {
        if (!holds) {
            throw new FactsFormatException("a row points nowhere");
        }
    }
}
