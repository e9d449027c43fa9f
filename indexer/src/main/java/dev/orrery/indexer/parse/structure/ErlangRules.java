package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.HashSet;
import java.util.Set;

/** Erlang: a function's clauses are one declaration, and what is exported is public. */
final class ErlangRules extends PlainRules {
    private final Set<String> exported = new HashSet<>();

    ErlangRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "module_attribute" -> facts.packageName(source.text(source.field(node, "name")));
            case "export_attribute" -> {
                for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
                    exported.add(source.text(source.field(child, "fun")));
                }
            }
            case "import_attribute" -> {
                String module = source.text(source.field(node, "module"));
                for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
                    int fun = source.field(child, "fun");
                    if (fun >= 0) {
                        facts.addImport(0, module, source.text(fun), "", source.start(child));
                    }
                }
            }
            case "fun_decl" -> function(node);
            default -> walk.children(node);
        }
    }

    private void function(int node) {
        int first = source.child(node, "function_clause");
        int name = source.field(first, "name");
        if (name < 0) {
            walk.children(node);
            return;
        }
        String text = source.text(name);
        int bits = exported.contains(text) ? Modifiers.PUBLIC : Modifiers.PRIVATE;
        int row = facts.declare(
                SymbolKind.FUNCTION, text, bits, source.start(name), source.start(node), source.end(node));
        facts.open(row);
        int list = source.field(first, "args");
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            String parameter = source.is(child, Role.NAME) ? source.text(child) : "_";
            facts.parameter(row, parameter, FactsBuilder.NONE);
        }
        for (int clause = first; clause >= 0; clause = source.nextNamed(clause)) {
            walk.visit(source.field(clause, "guard"));
            walk.visit(source.field(clause, "body"));
        }
        facts.close();
    }
}
