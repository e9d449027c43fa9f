package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.Arrays;

/** C#. */
final class CsharpRules extends LanguageRules {
    private boolean onlyNamespace;

    CsharpRules(Walk walk) {
        super(walk);
    }

    /** The only namespace of a file is its package. */
    @Override
    void beforeFile(int root) {
        int count = 0;
        for (int child = source.firstNamed(root); child >= 0; child = source.nextNamed(child)) {
            boolean namespace = source.type(child).endsWith("namespace_declaration");
            count += namespace ? 1 : source.is(child, Role.TYPE) ? 2 : 0;
            if (source.isType(child, "file_scoped_namespace_declaration")) {
                facts.packageName(source.dotted(source.field(child, "name")));
                return;
            }
        }
        onlyNamespace = count == 1;
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "using_directive" -> using(node);
            case "namespace_declaration" -> namespace(node);
            case "file_scoped_namespace_declaration" -> walk.children(node);
            case "field_declaration", "event_field_declaration" -> fields(node);
            case "property_declaration", "event_declaration" -> property(node);
            case "enum_member_declaration" -> enumMember(node);
            case "constructor_initializer" -> constructorInitializer(node);
            case "declaration_pattern", "declaration_expression" -> pattern(node);
            case "parameter_list" -> {}
            default -> walk.children(node);
        }
    }

    private void using(int node) {
        int alias = source.field(node, "name");
        int path = lastNamed(node);
        if (path < 0) {
            return;
        }
        String dotted = source.dotted(path);
        if (alias >= 0 && alias != path) {
            int dot = dotted.lastIndexOf('.');
            String from = dot < 0 ? dotted : dotted.substring(0, dot);
            String name = dot < 0 ? "" : dotted.substring(dot + 1);
            facts.addImport(0, from, name, source.text(alias), source.start(node));
            return;
        }
        int flags = Imports.ON_DEMAND | (source.hasToken(node, "static") ? Imports.STATIC : 0);
        facts.addImport(flags, dotted, "", "", source.start(node));
    }

    private int lastNamed(int node) {
        int last = -1;
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            last = child;
        }
        return last;
    }

    private void namespace(int node) {
        int name = source.field(node, "name");
        int body = source.field(node, "body");
        String dotted = source.dotted(name);
        if (onlyNamespace && facts.current() < 0) {
            facts.packageName(dotted);
            walk.children(body);
            return;
        }
        int row = facts.declare(
                SymbolKind.NAMESPACE,
                dotted,
                Modifiers.PUBLIC,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.open(row);
        walk.children(body);
        facts.close();
    }

    private void fields(int node) {
        int declaration = source.child(node, "variable_declaration");
        int type = walk.types.read(source.field(declaration, "type"));
        for (int child = source.firstNamed(declaration); child >= 0; child = source.nextNamed(child)) {
            int name = source.isType(child, "variable_declarator") ? source.field(child, "name") : -1;
            if (name >= 0) {
                walk.variables.field(node, name, type);
                walk.expressions.read(source.nextNamed(name));
            }
        }
    }

    private void property(int node) {
        int name = source.field(node, "name");
        walk.variables.field(node, name, walk.types.read(source.field(node, "type")));
        walk.visit(source.field(node, "accessors"));
        walk.expressions.read(source.field(node, "value"));
    }

    private void enumMember(int node) {
        int name = source.field(node, "name");
        int bits = Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL;
        int row = facts.declare(
                SymbolKind.ENUM_CONSTANT,
                source.text(name),
                bits,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.declaredType(row, walk.typeAround());
    }

    private void constructorInitializer(int node) {
        boolean own = source.hasToken(node, "this");
        CallKind kind = own ? CallKind.THIS_CONSTRUCTOR : CallKind.SUPER_CONSTRUCTOR;
        int call = facts.call(kind, own ? "this" : "base", FactsBuilder.NONE, FactsBuilder.NONE, source.start(node));
        walk.calls.arguments(call, source.child(node, "argument_list"));
    }

    private void pattern(int node) {
        int type = walk.types.read(source.field(node, "type"));
        int name = source.field(node, "name");
        if (source.is(name, Role.NAME)) {
            facts.variable(source.text(name), type, VariableOrigin.PATTERN, FactsBuilder.NONE, 0);
        }
    }

    @Override
    int specialExpression(int node, Context context) {
        special(node);
        return FactsBuilder.NONE;
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = 0;
        boolean inInterface = walk.inType() && facts.kind(facts.current()) == SymbolKind.INTERFACE;
        if (inInterface) {
            bits |= Modifiers.PUBLIC | (source.field(node, "body") < 0 ? Modifiers.ABSTRACT : Modifiers.DEFAULT);
        }
        return bits;
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        return source.isType(node, "local_function_statement") ? SymbolKind.FUNCTION : kind;
    }

    @Override
    boolean isOperator(int function) {
        return source.is(function, Role.NAME) && source.text(function).equals("nameof");
    }

    @Override
    String named(int node, String written) {
        return source.isType(node, "destructor_declaration") ? "~" + written : written;
    }

    @Override
    String nameless(int node) {
        return switch (source.type(node)) {
            case "indexer_declaration" -> "this[]";
            case "operator_declaration" -> "operator" + operator(node);
            case "conversion_operator_declaration" -> "operator " + source.dotted(source.field(node, "type"));
            default -> "";
        };
    }

    private String operator(int node) {
        int operator = source.field(node, "operator");
        return operator < 0 ? "" : source.text(operator);
    }

    /** A class comes first in the list; interfaces are named with an I by convention. */
    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        int list = source.child(node, "base_list");
        if (list < 0 || facts.kind(row) == SymbolKind.ENUM) {
            return;
        }
        int[] all = walk.declarations.supertypeList(list);
        int firstNode = source.firstNamed(list);
        boolean isInterface = facts.kind(row) == SymbolKind.INTERFACE
                || facts.kind(row) == SymbolKind.STRUCT
                || simple(firstNode).matches("I[A-Z].*");
        if (all.length > 0 && !isInterface) {
            facts.superclass(row, all[0]);
            facts.interfaces(row, Arrays.copyOfRange(all, 1, all.length));
        } else if (all.length > 0) {
            facts.interfaces(row, all);
        }
    }

    private String simple(int type) {
        String dotted = source.dotted(type);
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** The parameters of a record or class declare its constructor, and a record's its properties. */
    @Override
    void beforeMembers(int node, int row) {
        int list = source.child(node, "parameter_list");
        if (list < 0 || source.isType(node, "delegate_declaration")) {
            return;
        }
        if (source.isType(node, "record_declaration")) {
            for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
                int name = source.field(child, "name");
                if (name >= 0) {
                    int field = walk.variables.field(child, name, walk.types.read(source.field(child, "type")));
                    facts.addModifiers(field, Modifiers.PUBLIC);
                }
            }
        }
        int constructor = facts.declare(
                SymbolKind.CONSTRUCTOR,
                facts.nameOf(row),
                Modifiers.PUBLIC,
                source.start(list),
                source.start(list),
                source.end(list));
        facts.open(constructor);
        walk.variables.parameters(list, new VariableReader.DeclaredParameters(facts, constructor));
        int base = source.child(source.child(node, "base_list"), "primary_constructor_base_type");
        if (base >= 0) {
            int call = facts.call(CallKind.SUPER_CONSTRUCTOR, "base", -1, -1, source.start(base));
            walk.calls.arguments(call, source.child(base, "argument_list"));
        }
        facts.close();
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS || kind == SymbolKind.STRUCT || kind == SymbolKind.RECORD;
    }

    /** A last {@code params T[] name} stands in the list without a node around it. */
    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        if (source.is(node, Role.PARAMETER)) {
            return false;
        }
        if (source.is(node, Role.NAME)
                && source.tree.field(node) == source.tree.grammar().field("name")) {
            int list = source.tree.parent(node);
            sink.add(source.text(node), walk.types.read(source.field(list, "type")));
            sink.variadic();
            return true;
        }
        return !source.is(node, Role.NAME) && !source.isType(node, "implicit_parameter");
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "block");
    }

    @Override
    boolean isUntyped(String name) {
        return name.equals("var");
    }
}
