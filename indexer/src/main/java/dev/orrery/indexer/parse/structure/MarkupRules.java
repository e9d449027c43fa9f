package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FactsBuilder;

/** HTML and CSS: nothing is called; what has a name is declared, and other files are named. */
final class MarkupRules extends LanguageRules {
    MarkupRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "attribute" -> attribute(node);
            case "import_statement" -> {
                int call = source.child(node, "call_expression");
                int value = call < 0 ? source.firstNamed(node) : source.firstNamed(source.child(call, "arguments"));
                importFile(value);
            }
            case "class_selector", "id_selector", "keyframes_statement" -> {
                int name = source.firstNamed(node);
                for (int child = name; child >= 0; child = source.nextNamed(child)) {
                    boolean own = source.type(child).endsWith("_name") && source.isLeaf(source.firstNamed(child));
                    name = own ? child : name;
                }
                declare(node, name);
                walk.children(node);
            }
            case "declaration" -> {
                int name = source.firstNamed(node);
                if (source.text(name).startsWith("--")) {
                    declare(node, name);
                }
            }
            default -> walk.children(node);
        }
    }

    private void declare(int node, int name) {
        if (name >= 0 && !source.text(name).isBlank()) {
            walk.variables.field(node, name, FactsBuilder.NONE);
        }
    }

    private void attribute(int node) {
        int name = source.firstNamed(node);
        int value = name < 0 ? -1 : source.nextNamed(name);
        if (value < 0) {
            return;
        }
        switch (source.text(name)) {
            case "id" -> {
                int inner = source.firstNamed(value);
                declare(node, inner < 0 ? value : inner);
            }
            case "src", "href" -> importFile(value);
            default -> {}
        }
    }

    private void importFile(int value) {
        String path = source.unquoted(value);
        if (!path.isBlank() && !path.startsWith("#")) {
            facts.addImport(0, path, "", "", source.start(value));
        }
    }
}
