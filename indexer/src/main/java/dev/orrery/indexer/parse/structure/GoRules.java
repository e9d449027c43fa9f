package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.ArrayList;
import java.util.List;

/** Go: methods stand outside of their types, and an upper-case letter makes a name public. */
final class GoRules extends LanguageRules {
    GoRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "package_clause" -> facts.packageName(source.text(source.firstNamed(node)));
            case "import_spec" -> importSpec(node);
            case "const_spec", "var_spec", "field_declaration" -> names(node);
            case "short_var_declaration" -> shortVariables(node);
            case "type_switch_statement" -> typeSwitch(node);
            case "range_clause" -> range(node);
            default -> walk.children(node);
        }
    }

    private void importSpec(int node) {
        String path = source.unquoted(source.field(node, "path"));
        int name = source.field(node, "name");
        String alias = name < 0 ? "" : source.text(name);
        boolean all = alias.equals(".");
        facts.addImport(all ? Imports.ON_DEMAND : 0, path, "", all ? "" : alias, source.start(node));
    }

    /** {@code a, b T = c, d}; a field without a name is an embedded type. */
    private void names(int node) {
        int typeNode = source.field(node, "type");
        int type = walk.types.read(typeNode);
        List<Integer> names = new ArrayList<>();
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.tree.field(child) == source.tree.grammar().field("name")) {
                names.add(child);
            }
        }
        int values = source.field(node, "value");
        if (walk.inBody()) {
            List<Integer> from = values(values);
            for (int i = 0; i < names.size(); i++) {
                int row = from.size() == names.size() ? from.get(i) : FactsBuilder.NONE;
                facts.variable(source.text(names.get(i)), type, VariableOrigin.LOCAL, row, 0);
            }
        } else {
            names.forEach(name -> walk.variables.field(node, name, type));
            values(values);
        }
        if (!source.is(typeNode, Role.TYPE_NAME)) {
            walk.visit(typeNode);
        }
    }

    private List<Integer> values(int list) {
        List<Integer> rows = new ArrayList<>();
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            rows.add(walk.expressions.read(child));
        }
        return rows;
    }

    private void shortVariables(int node) {
        List<Integer> from = values(source.field(node, "right"));
        int left = source.field(node, "left");
        int index = 0;
        int count = 0;
        for (int child = source.firstNamed(left); child >= 0; child = source.nextNamed(child)) {
            count++;
        }
        for (int child = source.firstNamed(left); child >= 0; child = source.nextNamed(child), index++) {
            if (source.is(child, Role.NAME)) {
                int row =
                        from.size() == count ? from.get(index) : index == 0 && from.size() == 1 ? from.getFirst() : -1;
                facts.variable(source.text(child), FactsBuilder.NONE, VariableOrigin.LOCAL, row, 0);
            }
        }
    }

    /** {@code for i, element := range list}; assigning to variables that exist is left out. */
    private void range(int node) {
        int from = walk.expressions.read(source.field(node, "right"));
        int first = source.firstNamed(source.field(node, "left"));
        int second = first < 0 ? -1 : source.nextNamed(first);
        if (!source.hasToken(node, ":=")) {
            return;
        }
        if (source.is(first, Role.NAME)) {
            facts.variable(source.text(first), FactsBuilder.NONE, VariableOrigin.LOCAL, FactsBuilder.NONE, 0);
        }
        if (source.is(second, Role.NAME)) {
            facts.variable(source.text(second), FactsBuilder.NONE, VariableOrigin.EACH, from, 0);
        }
    }

    private void typeSwitch(int node) {
        facts.openScope();
        int alias = source.firstNamed(source.field(node, "alias"));
        int value = walk.expressions.read(source.field(node, "value"));
        if (alias >= 0) {
            facts.variable(source.text(alias), FactsBuilder.NONE, VariableOrigin.PATTERN, value, 0);
        }
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            int field = source.tree.field(child);
            if (field != source.tree.grammar().field("alias")
                    && field != source.tree.grammar().field("value")) {
                walk.visit(child);
            }
        }
        facts.closeScope();
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        int type = source.isType(node, "type_spec") ? source.field(node, "type") : -1;
        if (source.isType(type, "struct_type")) {
            return SymbolKind.STRUCT;
        }
        return source.isType(type, "interface_type") ? SymbolKind.INTERFACE : kind;
    }

    @Override
    void beforeMembers(int node, int row) {
        int typeNode = source.field(node, "type");
        if (!source.isType(typeNode, "struct_type") && !source.isType(typeNode, "interface_type")) {
            int type = walk.types.read(typeNode);
            if (type >= 0) {
                facts.declaredType(row, type);
            }
            return;
        }
        int list = source.isType(typeNode, "struct_type") ? source.firstNamed(typeNode) : typeNode;
        List<Integer> embedded = new ArrayList<>();
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            boolean field = source.isType(child, "field_declaration") && source.field(child, "name") < 0;
            int type = field
                    ? walk.types.read(source.field(child, "type"))
                    : source.isType(child, "type_elem") ? walk.types.read(source.firstNamed(child)) : -1;
            if (type >= 0) {
                embedded.add(type);
            }
        }
        if (!embedded.isEmpty()) {
            facts.interfaces(row, ExpressionReader.ints(embedded));
        }
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = !name.isEmpty() && Character.isUpperCase(name.codePointAt(0)) ? Modifiers.PUBLIC : 0;
        if (source.isType(node, "method_elem")) {
            bits |= Modifiers.ABSTRACT;
        }
        boolean test = kind == SymbolKind.FUNCTION && name.matches("(?:Test|Benchmark|Fuzz|Example)(?:\\P{Ll}.*)?");
        return test ? bits | Modifiers.TEST : bits;
    }

    /** The receiver: the type that the method belongs to, and a variable that is no parameter. */
    @Override
    void beforeParameters(int node, int row) {
        int receiver = source.firstNamed(source.field(node, "receiver"));
        if (receiver < 0) {
            return;
        }
        int type = walk.types.read(source.field(receiver, "type"));
        if (type >= 0) {
            facts.superclass(row, type);
        }
        int name = source.field(receiver, "name");
        if (name >= 0) {
            facts.variable(source.text(name), type, VariableOrigin.PARAMETER, FactsBuilder.NONE, 0);
        }
    }

    /** {@code a, b int} are two parameters, {@code int, string} two without names. */
    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        int type = facts.arrayType(walk.types.read(source.field(node, "type")), isVariadic(node) ? 1 : 0);
        int field = source.tree.grammar().field("name");
        boolean named = false;
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.tree.field(child) == field) {
                sink.add(source.text(child), type);
                named = true;
            }
        }
        if (!named) {
            sink.add("_", type);
        }
        if (isVariadic(node)) {
            sink.variadic();
        }
        return true;
    }

    @Override
    boolean isVariadic(int node) {
        return source.isType(node, "variadic_parameter_declaration");
    }

    /** Named results are variables. */
    @Override
    void beforeBody(int node, int row) {
        int result = source.field(node, "result");
        if (!source.isType(result, "parameter_list")) {
            return;
        }
        for (int child = source.firstNamed(result); child >= 0; child = source.nextNamed(child)) {
            int type = walk.types.read(source.field(child, "type"));
            int name = source.field(child, "name");
            if (name >= 0) {
                facts.variable(source.text(name), type, VariableOrigin.LOCAL, FactsBuilder.NONE, 0);
            }
        }
    }

    /** The type of the first of several results. */
    @Override
    int specialType(int node) {
        int first = source.isType(node, "parameter_list") ? source.firstNamed(node) : -1;
        return first < 0 ? FactsBuilder.NONE : walk.types.read(source.field(first, "type"));
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "block");
    }

    /** {@code K, V any} are two. */
    @Override
    void typeParameter(int row, int node) {
        int field = source.tree.grammar().field("name");
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.tree.field(child) == field) {
                facts.typeParameter(row, source.text(child));
            }
        }
    }
}
