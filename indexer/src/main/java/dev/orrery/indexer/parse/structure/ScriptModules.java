package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;

/** What a JavaScript or TypeScript file imports and exports, ECMAScript modules and CommonJS alike. */
final class ScriptModules {
    /** The name of what a module exports without a name; also what {@code module.exports} is set to. */
    static final String DEFAULT = "default";

    private final Walk walk;
    private final Source source;
    private final FactsBuilder facts;

    ScriptModules(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    void importStatement(int node) {
        int from = source.field(node, "source");
        int require = source.child(node, "import_require_clause");
        if (require >= 0) {
            String alias = source.text(source.firstNamed(require));
            facts.addImport(0, source.unquoted(source.field(require, "source")), "", alias, source.start(node));
            return;
        }
        if (from < 0) {
            return;
        }
        String path = source.unquoted(from);
        int clause = source.child(node, "import_clause");
        if (clause < 0) {
            facts.addImport(0, path, "", "", source.start(node));
        }
        for (int child = source.firstNamed(clause); child >= 0; child = source.nextNamed(child)) {
            switch (source.type(child)) {
                case "identifier" -> facts.addImport(0, path, DEFAULT, source.text(child), source.start(child));
                case "namespace_import" -> {
                    String alias = source.text(source.firstNamed(child));
                    facts.addImport(0, path, "", alias, source.start(child));
                }
                default -> specifiers(child, path, 0);
            }
        }
    }

    private void specifiers(int list, String path, int flags) {
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int name = source.field(child, "name");
            int alias = source.field(child, "alias");
            if (name >= 0) {
                String renamed = alias < 0 ? "" : source.unquoted(alias);
                facts.addImport(flags, path, source.unquoted(name), renamed, source.start(child));
            }
        }
    }

    void export(int node) {
        int from = source.field(node, "source");
        int clause = source.child(node, "export_clause");
        if (from < 0) {
            if (clause < 0) {
                exportValue(node);
            } else {
                renamed(clause);
            }
            return;
        }
        String path = source.unquoted(from);
        if (clause >= 0) {
            specifiers(clause, path, Imports.EXPORTED);
            return;
        }
        int namespace = source.child(node, "namespace_export");
        String alias = namespace < 0 ? "" : source.text(source.firstNamed(namespace));
        int flags = Imports.EXPORTED | (namespace < 0 ? Imports.ON_DEMAND : 0);
        facts.addImport(flags, path, "", alias, source.start(node));
    }

    /** {@code export { a as b }}. */
    private void renamed(int clause) {
        for (int child = source.firstNamed(clause); child >= 0; child = source.nextNamed(child)) {
            int name = source.field(child, "name");
            int alias = source.field(child, "alias");
            if (name >= 0 && alias >= 0 && !source.text(name).equals(source.text(alias))) {
                own(child, source.text(name), source.unquoted(alias));
            }
        }
    }

    private void exportValue(int node) {
        int value = source.field(node, "value");
        if (value < 0) {
            int named = source.field(source.field(node, "declaration"), "name");
            if (named >= 0 && source.hasToken(node, DEFAULT)) {
                own(node, source.text(named), DEFAULT);
            }
            walk.children(node);
        } else if (source.is(value, Role.NAME)) {
            own(node, source.text(value), DEFAULT);
        } else {
            exported(node, DEFAULT, value, value);
        }
    }

    /** Declares what the module exports under a name: a function, a type, an object, or any other value. */
    void exported(int whole, String name, int nameNode, int value) {
        if (source.is(value, Role.LAMBDA)) {
            int own = source.field(value, "name");
            walk.declarations.named(whole, own < 0 ? name : source.text(own), own < 0 ? nameNode : own, value);
            if (own >= 0 && !source.text(own).equals(name)) {
                own(whole, source.text(own), name);
            }
            return;
        }
        Rule rule = source.rule(value);
        if (rule != null && rule.role() == Role.TYPE) {
            int named = source.field(value, "name");
            walk.declarations.type(value, rule, named);
            if (named >= 0) {
                own(whole, source.text(named), name);
            }
        } else if (!walk.rules.declaresObject(whole, name, nameNode, value)) {
            int from = walk.expressions.read(value);
            if (from >= 0) {
                field(whole, name, from);
            }
        }
    }

    /** A name of the file itself is exported under another: an import from nowhere. */
    private void own(int node, String name, String as) {
        facts.addImport(Imports.EXPORTED, "", name, as, source.start(node));
    }

    private void field(int node, String name, int value) {
        int start = source.start(node);
        int row = facts.declare(SymbolKind.FIELD, name, Modifiers.PUBLIC, start, start, source.end(node));
        facts.value(row, value);
    }

    /** {@code const a = require('b')} and {@code const {a, b: c} = require('d')}. */
    void require(int node) {
        int argument = source.firstNamed(source.part(node, Part.ARGUMENTS));
        int declarator = source.tree.parent(node);
        if (!source.is(argument, Role.STRING)) {
            return;
        }
        String path = source.unquoted(argument);
        int name = source.is(declarator, Role.VARIABLE) ? source.part(declarator, Part.NAME) : -1;
        if (!source.is(name, Role.PATTERN)) {
            facts.addImport(0, path, "", name < 0 ? "" : source.text(name), source.start(node));
            return;
        }
        for (int child = source.firstNamed(name); child >= 0; child = source.nextNamed(child)) {
            int key = source.field(child, "key");
            int value = source.field(child, "value");
            boolean renamed = key >= 0 && source.is(value, Role.NAME);
            if (renamed || source.is(child, Role.NAME)) {
                String alias = renamed ? source.text(value) : "";
                facts.addImport(0, path, source.text(renamed ? key : child), alias, source.start(child));
            }
        }
    }
}
