package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;

/** C: a declaration is a type and declarators, which say inside out what they declare. */
class CRules extends LanguageRules {
    CRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "preproc_include" -> include(node);
            case "preproc_def", "preproc_function_def" -> macro(node);
            case "function_definition" -> definition(node);
            case "declaration", "field_declaration" -> declaration(node);
            case "type_definition" -> typeDefinition(node);
            case "enumerator" -> enumerator(node);
            default -> walk.children(node);
        }
    }

    private void include(int node) {
        int path = source.field(node, "path");
        if (path >= 0) {
            facts.addImport(Imports.ON_DEMAND, source.unquoted(path), "", "", source.start(node));
        }
    }

    private void macro(int node) {
        int name = source.field(node, "name");
        int row = facts.declare(
                SymbolKind.MACRO,
                source.text(name),
                Modifiers.PUBLIC,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.open(row);
        int parameters = source.field(node, "parameters");
        for (int child = source.firstNamed(parameters); child >= 0; child = source.nextNamed(child)) {
            facts.parameter(row, source.text(child), FactsBuilder.NONE);
        }
        facts.close();
    }

    private void enumerator(int node) {
        int name = source.field(node, "name");
        int row = facts.declare(
                SymbolKind.ENUM_CONSTANT,
                source.text(name),
                Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL,
                source.start(name),
                source.start(node),
                source.end(node));
        if (walk.inType()) {
            facts.declaredType(row, walk.typeAround());
        }
        walk.visit(source.field(node, "value"));
    }

    private void typeDefinition(int node) {
        int typeNode = source.field(node, "type");
        int type = walk.types.read(typeNode);
        boolean inline = source.field(typeNode, "body") >= 0;
        int field = source.tree.grammar().field("declarator");
        boolean named = inline && source.field(typeNode, "name") < 0;
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            if (source.tree.field(child) != field) {
                continue;
            }
            int name = Declarators.name(source, child);
            if (name < 0) {
                continue;
            }
            if (named) { // typedef struct { … } name
                named(typeNode, name, node);
                named = false;
                inline = false;
                continue;
            }
            int row = facts.declare(
                    SymbolKind.TYPE_ALIAS,
                    source.text(name),
                    Modifiers.PUBLIC,
                    source.start(name),
                    source.start(node),
                    source.end(node));
            boolean pointer = source.isType(child, "function_declarator");
            if (type >= 0 && !pointer) {
                facts.declaredType(row, type);
            }
        }
        if (inline) {
            walk.visit(typeNode);
        }
    }

    private void named(int typeNode, int name, int whole) {
        SymbolKind kind = source.isType(typeNode, "enum_specifier") ? SymbolKind.ENUM : SymbolKind.STRUCT;
        int row = facts.declare(
                kind, source.text(name), Modifiers.PUBLIC, source.start(name), source.start(whole), source.end(whole));
        facts.open(row);
        walk.children(source.field(typeNode, "body"));
        facts.close();
    }

    void declaration(int node) {
        int typeNode = source.field(node, "type");
        int type = walk.types.read(typeNode);
        if (source.field(typeNode, "body") >= 0) {
            walk.visit(typeNode);
        }
        int field = source.tree.grammar().field("declarator");
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            if (source.tree.field(child) == field) {
                declarator(node, child, type);
            } else if (child != typeNode) {
                walk.visit(child);
            }
        }
    }

    private void declarator(int node, int declarator, int type) {
        int function = Declarators.function(source, declarator);
        int name = Declarators.name(source, declarator);
        int value = source.isType(declarator, "init_declarator") ? source.field(declarator, "value") : -1;
        if (name < 0) {
            walk.visit(value);
        } else if (function >= 0 && !isVariable(function)) {
            prototype(node, function, name, type);
        } else if (source.is(name, Role.PATTERN)) {
            int from = walk.expressions.read(value);
            walk.variables.local(name, FactsBuilder.NONE, from);
        } else {
            variable(node, declarator, name, type, value);
        }
    }

    /** Whether what looks like a prototype is a variable with constructor arguments. */
    boolean isVariable(int function) {
        return false;
    }

    private void variable(int node, int declarator, int name, int type, int value) {
        int full = facts.arrayType(type, Declarators.dimensions(source, declarator));
        if (walk.inBody()) {
            int from = initialise(type, value, name);
            facts.variable(source.text(name), full, VariableOrigin.LOCAL, from, 0);
        } else {
            if (!source.isType(name, "qualified_identifier")) {
                walk.variables.field(node, name, full);
            }
            initialise(type, value, name);
        }
    }

    /** Reads what a variable begins with. */
    int initialise(int type, int value, int name) {
        return walk.expressions.read(value);
    }

    void prototype(int node, int function, int name, int type) {
        int row = declareFunction(node, name, Modifiers.ABSTRACT);
        if (type >= 0) {
            facts.declaredType(row, type);
        }
        facts.open(row);
        parametersOf(row, function);
        facts.close();
    }

    void definition(int node) {
        int declarator = source.field(node, "declarator");
        int function = Declarators.function(source, declarator);
        int name = Declarators.name(source, declarator);
        if (name < 0 || function < 0) {
            walk.children(node);
            return;
        }
        int row = declareFunction(node, name, 0);
        int type = walk.types.read(source.field(node, "type"));
        if (type >= 0) {
            facts.declaredType(row, type);
        }
        facts.open(row);
        parametersOf(row, function);
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            if (child != declarator && !source.is(child, Role.TYPE)) {
                walk.visit(child);
            }
        }
        facts.close();
    }

    int declareFunction(int node, int name, int bits) {
        int all = bits | walk.declarations.modifiers(node) | modifiers(node, walk.functionKind(), source.text(name));
        int whole = whole(node);
        return facts.declare(
                walk.functionKind(),
                source.dotted(name),
                all,
                source.start(name),
                source.start(whole),
                source.end(whole));
    }

    void parametersOf(int row, int function) {
        int list = source.field(function, "parameters");
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            boolean empty = source.text(child).equals("void");
            if (source.isType(child, "variadic_parameter")) {
                facts.addModifiers(row, Modifiers.VARARGS);
            } else if (!empty) {
                parameter(child, new VariableReader.DeclaredParameters(facts, row));
            }
        }
    }

    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        int declarator = source.field(node, "declarator");
        int name = declarator < 0 ? -1 : Declarators.name(source, declarator);
        int type = walk.types.read(source.field(node, "type"));
        sink.add(name < 0 ? "_" : source.text(name), facts.arrayType(type, Declarators.dimensions(source, declarator)));
        walk.visit(source.field(node, "default_value"));
        return true;
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        boolean internal = source.hasText(node, "storage_class_specifier", "static");
        return internal ? Modifiers.PRIVATE : Modifiers.PUBLIC;
    }

    /** {@code struct a} mentions, {@code struct a {…}} declares. */
    @Override
    boolean declares(int node, int body) {
        return body >= 0;
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "compound_statement");
    }
}
