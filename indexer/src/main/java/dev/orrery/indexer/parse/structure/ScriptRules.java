package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import java.util.Set;

/** JavaScript and TypeScript: functions are values that get their name from where they are put. */
final class ScriptRules extends LanguageRules {
    private static final Set<String> TESTS = Set.of("describe", "it", "test", "suite");

    ScriptRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "import_statement" -> importStatement(node);
            case "export_statement" -> export(node);
            case "pair" -> pair(node);
            case "jsx_opening_element", "jsx_self_closing_element" -> element(node);
            default -> walk.children(node);
        }
    }

    private void importStatement(int node) {
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
                case "identifier" -> facts.addImport(0, path, "default", source.text(child), source.start(child));
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

    private void export(int node) {
        int from = source.field(node, "source");
        int clause = source.child(node, "export_clause");
        if (from < 0) {
            if (clause < 0) {
                exportValue(node);
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

    private void exportValue(int node) {
        int value = source.field(node, "value");
        if (source.is(value, Role.LAMBDA)) {
            walk.declarations.named(node, "default", value, value);
        } else {
            walk.children(node);
        }
    }

    /** {@code name: function} in an object. */
    private void pair(int node) {
        int key = source.field(node, "key");
        int value = source.field(node, "value");
        if (source.is(value, Role.LAMBDA) && source.isLeaf(key)) {
            walk.declarations.named(node, source.unquoted(key), key, value);
        } else {
            walk.visit(key);
            walk.expressions.read(value);
        }
    }

    /** An element of JSX calls the component that it names. */
    private void element(int node) {
        int name = source.field(node, "name");
        if (name >= 0 && (source.is(name, Role.MEMBER) || source.text(name).matches("\\p{Lu}.*"))) {
            int object = source.part(name, Part.OBJECT);
            int receiver = object < 0 ? FactsBuilder.NONE : walk.expressions.readOrUnknown(object);
            int last = object < 0 ? name : source.part(name, Part.NAME);
            facts.call(CallKind.METHOD, source.text(last), receiver, FactsBuilder.NONE, source.start(last));
        }
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (child != name) {
                walk.visit(child);
            }
        }
    }

    @Override
    int specialExpression(int node, Context context) {
        special(node);
        return FactsBuilder.NONE;
    }

    @Override
    String nameless(int node) {
        boolean exported = source.isType(source.tree.parent(node), "export_statement");
        return exported && source.is(node, Role.TYPE) ? "default" : "";
    }

    @Override
    boolean namesLambdas() {
        return true;
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "statement_block");
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        return kind == SymbolKind.METHOD && name.equals("constructor") && walk.inType() ? SymbolKind.CONSTRUCTOR : kind;
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = 0;
        for (int at = source.tree.parent(node), i = 0; at >= 0 && i < 2; at = source.tree.parent(at), i++) {
            if (source.isType(at, "export_statement")) {
                bits |= Modifiers.PUBLIC | walk.declarations.modifiers(at);
            } else if (i == 0 && source.isType(at, "lexical_declaration") && source.hasToken(at, "const")) {
                bits |= Modifiers.FINAL;
            }
        }
        if (walk.inType() && !hasVisibility(node)) {
            bits |= name.startsWith("#") ? Modifiers.PRIVATE : Modifiers.PUBLIC;
        }
        boolean signature = source.type(node).endsWith("signature") && walk.inType();
        return signature ? bits | Modifiers.ABSTRACT : bits;
    }

    private boolean hasVisibility(int node) {
        return source.child(node, "accessibility_modifier") >= 0;
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS;
    }

    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        int heritage = source.child(node, "class_heritage");
        int extended = source.child(heritage, "extends_clause");
        int implemented = source.child(heritage, "implements_clause");
        if (heritage < 0) {
            super.supertypes(node, row, superclass, interfaces);
            return;
        }
        int written =
                extended >= 0 ? source.field(extended, "value") : implemented >= 0 ? -1 : source.firstNamed(heritage);
        int type = walk.types.read(written);
        if (type >= 0) {
            facts.superclass(row, type);
        } else {
            walk.visit(written);
        }
        int[] others = walk.declarations.supertypeList(implemented);
        if (others.length > 0) {
            facts.interfaces(row, others);
        }
    }

    /** A parameter named {@code this} only gives a type. */
    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        return source.is(source.part(node, Part.NAME), Role.THIS);
    }

    /** Parameters of the constructor that have modifiers declare fields. */
    @Override
    void beforeMembers(int node, int row) {
        int body = source.part(node, Part.BODY);
        for (int member = source.firstNamed(body); member >= 0; member = source.nextNamed(member)) {
            int name = source.field(member, "name");
            if (name >= 0 && source.text(name).equals("constructor")) {
                int list = source.part(member, Part.PARAMETERS);
                for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
                    parameterField(child);
                }
            }
        }
    }

    private void parameterField(int node) {
        int name = source.part(node, Part.NAME);
        boolean field = source.child(node, "accessibility_modifier") >= 0 || source.hasToken(node, "readonly");
        if (field && source.is(name, Role.NAME)) {
            walk.variables.field(node, name, walk.types.read(source.part(node, Part.TYPE)));
        }
    }

    @Override
    boolean isVariadic(int node) {
        int at = source.is(node, Role.PARAMETER) ? source.part(node, Part.NAME) : node;
        return source.isType(at, "rest_pattern");
    }

    /** {@code a.b = function}: a function of the object's type, of the module, or of nobody in particular. */
    @Override
    boolean assignment(int node) {
        int target = source.part(node, Part.NAME);
        int value = source.part(node, Part.VALUE);
        if (!source.is(value, Role.LAMBDA)
                || !source.is(target, Role.MEMBER)
                || source.isType(target, "subscript_expression")) {
            return false;
        }
        int name = source.part(target, Part.NAME);
        String object = source.dotted(source.part(target, Part.OBJECT));
        boolean exported = object.equals("exports") || object.equals("module.exports");
        boolean prototype = object.endsWith(".prototype");
        if (walk.inBody() && !exported && !prototype || !object.matches("[\\w.$]+") || object.startsWith("this")) {
            return false;
        }
        int bits = exported || prototype ? Modifiers.PUBLIC : Modifiers.PUBLIC | Modifiers.STATIC;
        SymbolKind kind = exported ? SymbolKind.FUNCTION : SymbolKind.METHOD;
        int row =
                facts.declare(kind, source.text(name), bits, source.start(name), source.start(node), source.end(node));
        if (!exported) {
            facts.superclass(row, facts.type(prototype ? object.substring(0, object.length() - 10) : object));
        }
        walk.declarations.function(row, value);
        return true;
    }

    @Override
    int call(CallKind kind, String name, int receiver, int nameOffset, int node) {
        if (name.equals("require") && receiver < 0) {
            require(node);
        }
        int call = super.call(kind, name, receiver, nameOffset, node);
        if (receiver < 0 && TESTS.contains(name) && !walk.inBody()) {
            facts.addModifiers(facts.owner(), Modifiers.TEST);
        }
        return call;
    }

    /** {@code const a = require('b')} and {@code const {a, b: c} = require('d')}. */
    private void require(int node) {
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

    @Override
    int name(int node, String name) {
        return name.equals("this") ? facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0) : facts.name(name);
    }
}
