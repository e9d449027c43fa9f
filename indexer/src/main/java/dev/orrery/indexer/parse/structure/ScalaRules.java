package dev.orrery.indexer.parse.structure;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Imports;

/** Scala: imports are dotted paths with selectors, and the parameters of a class are its fields. */
final class ScalaRules extends PlainRules {
    ScalaRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "package_clause" -> {
                facts.packageName(source.dotted(source.field(node, "name")));
                visit(source.field(node, "body"));
            }
            case "import_declaration" -> imports(node);
            default -> walk.children(node);
        }
    }

    private void imports(int node) {
        StringBuilder path = new StringBuilder();
        int last = -1;
        int field = source.tree.grammar().field("path");
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.tree.field(child) == field) {
                if (last >= 0) {
                    path.append(path.isEmpty() ? "" : ".").append(source.text(last));
                }
                last = child;
            }
        }
        int selectors = source.child(node, "namespace_selectors");
        boolean all = source.child(node, "namespace_wildcard") >= 0;
        if (selectors < 0 && !all) {
            facts.addImport(0, path.toString(), source.text(last), "", source.start(node));
            return;
        }
        path.append(path.isEmpty() ? "" : ".").append(source.text(last));
        if (all) {
            facts.addImport(Imports.ON_DEMAND, path.toString(), "", "", source.start(node));
        }
        for (int child = source.firstNamed(selectors); child >= 0; child = source.nextNamed(child)) {
            int name = source.field(child, "name");
            String alias = name < 0 ? "" : source.text(source.field(child, "alias"));
            facts.addImport(0, path.toString(), source.text(name < 0 ? child : name), alias, source.start(child));
        }
    }

    @Override
    void beforeMembers(int node, int row) {
        int list = source.field(node, "class_parameters");
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int name = source.field(child, "name");
            if (name >= 0) {
                walk.variables.field(child, name, walk.types.read(source.field(child, "type")));
            }
        }
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS;
    }
}
