package dev.orrery.indexer.parse;

import dev.orrery.api.Modifiers;
import java.util.ArrayList;
import java.util.List;

/** Facts as a text that people can review. */
final class FactsText {
    private static final String[] BITS = {
        "public",
        "protected",
        "private",
        "static",
        "abstract",
        "final",
        "implicit",
        "default",
        "deprecated",
        "varargs",
        "local",
        "test"
    };

    private final FileFacts facts;
    private final StringBuilder out = new StringBuilder();

    private FactsText(FileFacts facts) {
        this.facts = facts;
    }

    static String of(FileFacts facts) {
        return new FactsText(facts).print();
    }

    private String print() {
        out.append(facts.language())
                .append(facts.packageName().isEmpty() ? "" : " package " + facts.packageName())
                .append(", ")
                .append(facts.lines())
                .append(" lines, ")
                .append(facts.tokens())
                .append(" tokens\n");
        for (int row = 0; row < facts.imports().count(); row++) {
            importRow(row);
        }
        declarations(-1, 0);
        out.append("calls\n");
        for (int row = 0; row < facts.calls().count(); row++) {
            call(row);
        }
        return out.toString();
    }

    private void importRow(int row) {
        Imports imports = facts.imports();
        int flags = imports.flags(row);
        out.append("import ")
                .append(facts.string(imports.path(row)))
                .append(imports.name(row) < 0 ? "" : " : " + facts.string(imports.name(row)))
                .append(imports.alias(row) < 0 ? "" : " as " + facts.string(imports.alias(row)))
                .append((flags & Imports.ON_DEMAND) != 0 ? " all" : "")
                .append((flags & Imports.STATIC) != 0 ? " static" : "")
                .append((flags & Imports.EXPORTED) != 0 ? " exported" : "")
                .append("\n");
    }

    private void declarations(int parent, int depth) {
        Declarations declarations = facts.declarations();
        for (int row = 0; row < declarations.count(); row++) {
            if (declarations.parent(row) != parent) {
                continue;
            }
            out.append("  ".repeat(depth))
                    .append(declarations.kind(row))
                    .append(" ")
                    .append(facts.name(row));
            if (declarations.typeParameterCount(row) > 0) {
                List<String> names = new ArrayList<>();
                for (int i = 0; i < declarations.typeParameterCount(row); i++) {
                    names.add(facts.string(facts.typeParameters().name(declarations.firstTypeParameter(row) + i)));
                }
                out.append("<").append(String.join(", ", names)).append(">");
            }
            parameters(row);
            out.append(declarations.type(row) < 0 ? "" : ": " + type(declarations.type(row)))
                    .append(declarations.superclass(row) < 0 ? "" : " of " + type(declarations.superclass(row)));
            int list = declarations.interfaces(row);
            for (int i = 0; i < facts.lists().size(list); i++) {
                out.append(i == 0 ? " is " : ", ").append(type(facts.lists().get(list, i)));
            }
            out.append(modifiers(declarations.modifiers(row)))
                    .append(" @")
                    .append(declarations.line(row))
                    .append(":")
                    .append(declarations.column(row))
                    .append(" ")
                    .append(declarations.startLine(row))
                    .append("-")
                    .append(declarations.endLine(row))
                    .append("\n");
            declarations(row, depth + 1);
        }
    }

    private void parameters(int row) {
        Declarations declarations = facts.declarations();
        if (declarations.parameterCount(row) >= 0) {
            out.append(variables(declarations.firstParameter(row), declarations.parameterCount(row)));
        }
    }

    private String variables(int first, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            int type = facts.variables().type(i);
            texts.add(facts.string(facts.variables().name(i)) + (type < 0 ? "" : ": " + type(type)));
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private static String modifiers(int bits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < BITS.length; i++) {
            text.append(Modifiers.has(bits, 1 << i) ? " " + BITS[i] : "");
        }
        return text.toString();
    }

    private void call(int row) {
        Calls calls = facts.calls();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(calls.arguments(row)); i++) {
            arguments.add(expression(facts.lists().get(calls.arguments(row), i), 0));
        }
        int owner = calls.owner(row);
        out.append("  ")
                .append(calls.line(row))
                .append(":")
                .append(calls.column(row))
                .append(" ")
                .append(owner < 0 ? "?" : facts.declarations().kind(owner) + " " + facts.name(owner))
                .append(" -> ")
                .append(calls.kind(row) == CallKind.METHOD ? "" : calls.kind(row) + " ")
                .append(calls.receiver(row) < 0 ? "" : expression(calls.receiver(row), 0) + " . ")
                .append(facts.string(calls.name(row)))
                .append(calls.type(row) < 0 ? "" : " " + type(calls.type(row)))
                .append("(")
                .append(String.join(", ", arguments))
                .append(")\n");
    }

    private String expression(int row, int depth) {
        if (depth > 8 || row < 0) {
            return "…";
        }
        Expressions expressions = facts.expressions();
        int a = expressions.a(row);
        return switch (expressions.kind(row)) {
            case LITERAL -> LiteralKind.of(a).toString();
            case LOCAL -> local(a, depth);
            case NAME -> "'" + facts.string(a) + "'";
            case FIELD -> expression(a, depth + 1) + "." + facts.string(expressions.b(row));
            case CALL, METHOD_REFERENCE -> facts.string(facts.calls().name(a)) + "()";
            case LAMBDA ->
                "lambda"
                        + variables(
                                facts.lambdas().firstParameter(a),
                                facts.lambdas().parameterCount(a));
            case CAST, VALUE, TYPE -> expressions.kind(row) + " " + type(a);
            case ELEMENT -> expression(a, depth + 1) + "[]";
            case CHOICE -> {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < facts.lists().size(a); i++) {
                    values.add(expression(facts.lists().get(a, i), depth + 1));
                }
                yield "(" + String.join(" | ", values) + ")";
            }
            case UNKNOWN, THIS, SUPER, OPERATION, ASSIGNMENT ->
                expressions.kind(row).toString();
        };
    }

    private String local(int variable, int depth) {
        Variables variables = facts.variables();
        String text = "$" + facts.string(variables.name(variable));
        if (variables.type(variable) >= 0) {
            return text + ":" + type(variables.type(variable));
        }
        return variables.origin(variable) == VariableOrigin.LOCAL && variables.source(variable) >= 0
                ? text + "=" + expression(variables.source(variable), depth + 4)
                : text;
    }

    private String type(int row) {
        TypeRefs types = facts.types();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < facts.lists().size(types.arguments(row)); i++) {
            arguments.add(type(facts.lists().get(types.arguments(row), i)));
        }
        String name = types.name(row) < 0 ? types.form(row).toString() : facts.string(types.name(row));
        return name
                + (arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">")
                + "[]".repeat(types.dimensions(row));
    }
}
