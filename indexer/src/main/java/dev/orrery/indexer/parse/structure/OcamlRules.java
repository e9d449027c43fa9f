package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;

/** OCaml: a binding with parameters is a function, any other a value. */
final class OcamlRules extends PlainRules {
    OcamlRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "open_module" -> {
                String path = source.text(source.firstNamed(node));
                facts.addImport(Imports.ON_DEMAND, decapitalised(path), "", "", source.start(node));
            }
            case "let_binding" -> binding(node);
            default -> walk.children(node);
        }
    }

    private static String decapitalised(String module) {
        return module.isEmpty() ? module : Character.toLowerCase(module.charAt(0)) + module.substring(1);
    }

    private void binding(int node) {
        int name = source.field(node, "pattern");
        int body = source.field(node, "body");
        boolean function = source.child(node, "parameter") >= 0
                || source.isType(body, "function_expression")
                || source.isType(body, "fun_expression");
        if (!source.isType(name, "value_name")) {
            walk.children(node);
        } else if (function) {
            walk.declarations.named(node, source.text(name), name, node);
        } else if (walk.inBody()) {
            int from = walk.expressions.read(body);
            facts.variable(source.text(name), FactsBuilder.NONE, VariableOrigin.LOCAL, from, 0);
        } else {
            int row = walk.variables.field(node, name, FactsBuilder.NONE);
            int from = walk.expressions.read(body);
            if (from >= 0) {
                facts.value(row, from);
            }
        }
    }

    @Override
    void beforeParameters(int node, int row) {
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.isType(child, "parameter")) {
                int pattern = source.field(child, "pattern");
                boolean plain = source.isType(pattern, "value_pattern");
                facts.parameter(row, plain ? source.text(pattern) : "_", FactsBuilder.NONE);
            }
        }
    }

    /** The body is read after the parameters; as a special node the declaration has no parts that a table names. */
    @Override
    void beforeBody(int node, int row) {
        walk.visit(source.field(node, "body"));
    }
}
