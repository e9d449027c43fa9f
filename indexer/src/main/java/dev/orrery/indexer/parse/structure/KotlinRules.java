package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import java.util.ArrayList;
import java.util.List;

/** Kotlin. Its grammar has no fields, so that parts are told by their place. */
final class KotlinRules extends LanguageRules {
    KotlinRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "package_header" -> facts.packageName(source.dotted(source.firstNamed(node)));
            case "import_header" -> importHeader(node);
            case "property_declaration" -> property(node);
            case "enum_entry" -> enumEntry(node);
            case "anonymous_initializer" -> walk.children(node);
            case "object_literal" -> anonymous(node);
            case "constructor_invocation" -> invocation(node);
            case "constructor_delegation_call" -> delegation(node);
            case "callable_reference" -> reference(node);
            case "call_suffix", "annotated_lambda" -> walk.children(node);
            case "when_subject" -> subject(node);
            default -> walk.children(node);
        }
    }

    private void importHeader(int node) {
        String path = source.dotted(source.firstNamed(node));
        int alias = source.child(node, "import_alias");
        if (source.child(node, "wildcard_import") >= 0) {
            facts.addImport(Imports.ON_DEMAND, path, "", "", source.start(node));
            return;
        }
        int dot = path.lastIndexOf('.');
        String renamed = alias < 0 ? "" : source.text(source.firstNamed(alias));
        String from = dot < 0 ? path : path.substring(0, dot);
        facts.addImport(0, from, dot < 0 ? "" : path.substring(dot + 1), renamed, source.start(node));
    }

    private void property(int node) {
        int single = source.child(node, "variable_declaration");
        int several = source.child(node, "multi_variable_declaration");
        int named = single >= 0 ? single : several;
        int value = named < 0 ? -1 : source.nextNamed(named);
        boolean initialised = value >= 0 && !source.isType(value, "getter") && !source.isType(value, "setter");
        if (walk.inBody()) {
            int from = initialised ? walk.expressions.read(value) : FactsBuilder.NONE;
            if (single >= 0) {
                walk.variables.local(source.firstNamed(single), type(single), from);
            } else if (several >= 0) {
                walk.variables.local(several, FactsBuilder.NONE, FactsBuilder.NONE);
            }
        } else if (single >= 0) {
            walk.variables.field(node, source.child(single, "simple_identifier"), type(single));
            if (initialised) {
                walk.expressions.read(value);
            }
        }
        for (int rest = initialised ? source.nextNamed(value) : value; rest >= 0; rest = source.nextNamed(rest)) {
            walk.visit(rest);
        }
    }

    /** The type among a node's children. */
    private int type(int node) {
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (isType(child)) {
                return walk.types.read(child);
            }
        }
        return FactsBuilder.NONE;
    }

    private boolean isType(int node) {
        String type = source.type(node);
        return type.endsWith("_type");
    }

    private void enumEntry(int node) {
        int name = source.child(node, "simple_identifier");
        String owner = walk.nameAround();
        int bits = Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL;
        int row = facts.declare(
                SymbolKind.ENUM_CONSTANT,
                source.text(name),
                bits,
                source.start(name),
                source.start(node),
                source.end(node));
        int self = walk.typeAround();
        facts.declaredType(row, self);
        int call = facts.call(CallKind.CONSTRUCTOR, owner, FactsBuilder.NONE, self, source.start(name));
        walk.calls.arguments(call, source.child(node, "value_arguments"));
        int body = source.child(node, "class_body");
        if (body >= 0) {
            anonymousBody(body, owner, self, name);
        }
    }

    private void anonymous(int node) {
        int[] supertypes = types(node);
        int first = source.child(node, "delegation_specifier");
        String name = supertypes.length == 0 ? "" : source.dotted(nameOf(source.firstNamed(first)));
        int body = source.child(node, "class_body");
        walk.visit(source.firstNamed(first));
        if (body >= 0) {
            anonymousBody(body, name, supertypes.length == 0 ? FactsBuilder.NONE : supertypes[0], node);
        }
    }

    private void anonymousBody(int body, String supertype, int type, int nameNode) {
        String simple = supertype.substring(supertype.lastIndexOf('.') + 1);
        int row = facts.declare(
                SymbolKind.CLASS,
                "$" + simple,
                Modifiers.LOCAL,
                source.start(nameNode),
                source.start(body),
                source.end(body));
        if (type >= 0) {
            facts.superclass(row, type);
        }
        facts.open(row);
        walk.children(body);
        facts.close();
    }

    private int nameOf(int type) {
        return source.isType(type, "constructor_invocation") ? source.firstNamed(type) : type;
    }

    private void invocation(int node) {
        if (source.type(source.tree.parent(node)).endsWith("annotation")) {
            return;
        }
        int typeNode = source.firstNamed(node);
        int type = walk.types.read(typeNode);
        String name = source.dotted(typeNode);
        int call = FactsBuilder.NONE;
        if (type >= 0) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            call = facts.call(CallKind.CONSTRUCTOR, simple, FactsBuilder.NONE, type, source.start(typeNode));
        }
        walk.calls.arguments(call, source.child(node, "value_arguments"));
    }

    private void delegation(int node) {
        boolean own = source.hasToken(node, "this");
        CallKind kind = own ? CallKind.THIS_CONSTRUCTOR : CallKind.SUPER_CONSTRUCTOR;
        int call = facts.call(kind, own ? "this" : "super", FactsBuilder.NONE, FactsBuilder.NONE, source.start(node));
        walk.calls.arguments(call, source.child(node, "value_arguments"));
    }

    /** {@code receiver::name}. */
    private int reference(int node) {
        int name = source.childFromEnd(node, "simple_identifier");
        int first = source.firstNamed(node);
        if (name < 0) {
            walk.children(node);
            return FactsBuilder.NONE;
        }
        int receiver = FactsBuilder.NONE;
        if (first != name) {
            int type = walk.types.read(first);
            receiver = type >= 0 ? facts.name(source.dotted(first)) : walk.expressions.readOrUnknown(first);
        }
        int call = facts.call(CallKind.REFERENCE, source.text(name), receiver, FactsBuilder.NONE, source.start(name));
        return facts.callExpression(call);
    }

    private void subject(int node) {
        int named = source.child(node, "variable_declaration");
        if (named < 0) {
            walk.children(node);
            return;
        }
        int from = walk.expressions.read(source.nextNamed(named));
        walk.variables.local(source.firstNamed(named), type(named), from);
    }

    @Override
    int specialExpression(int node, Context context) {
        if (source.isType(node, "callable_reference")) {
            return reference(node);
        }
        special(node);
        return FactsBuilder.NONE;
    }

    /** {@code value_argument} may be named; lambdas after the parentheses are arguments too. */
    @Override
    boolean isArgumentList(int node) {
        return source.isType(node, "value_arguments");
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        int modifiers = source.child(node, "modifiers");
        if (kind == SymbolKind.CLASS && modifiers >= 0 && source.text(modifiers).contains("annotation")) {
            return SymbolKind.ANNOTATION;
        }
        return kind;
    }

    @Override
    String nameless(int node) {
        return switch (source.type(node)) {
            case "companion_object" -> "Companion";
            case "secondary_constructor" -> facts.current() < 0 ? "" : facts.nameOf(facts.current());
            default -> "";
        };
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = 0;
        int modifiers = source.child(node, "modifiers");
        String words = modifiers < 0 ? "" : source.text(modifiers);
        boolean restricted = words.contains("private") || words.contains("protected") || words.contains("internal");
        if (!restricted) {
            bits |= Modifiers.PUBLIC;
        }
        boolean inInterface = walk.inType() && facts.kind(facts.current()) == SymbolKind.INTERFACE;
        if (kind == SymbolKind.METHOD && inInterface) {
            bits |= source.child(node, "function_body") < 0 ? Modifiers.ABSTRACT : Modifiers.DEFAULT;
        }
        boolean tests = kind == SymbolKind.CLASS && name.endsWith("Test");
        return tests ? bits | Modifiers.TEST : bits;
    }

    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        List<Integer> others = new ArrayList<>();
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (!source.isType(child, "delegation_specifier")) {
                continue;
            }
            int specifier = source.firstNamed(child);
            boolean constructed = source.isType(specifier, "constructor_invocation");
            boolean delegated = source.isType(specifier, "explicit_delegation");
            int type = walk.types.read(constructed || delegated ? source.firstNamed(specifier) : specifier);
            if (type >= 0 && constructed) {
                facts.superclass(row, type);
            } else if (type >= 0) {
                others.add(type);
            }
        }
        if (!others.isEmpty()) {
            facts.interfaces(row, ExpressionReader.ints(others));
        }
    }

    private int[] types(int node) {
        List<Integer> types = new ArrayList<>();
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.isType(child, "delegation_specifier")) {
                int type = walk.types.read(nameOf(source.firstNamed(child)));
                if (type >= 0) {
                    types.add(type);
                }
            }
        }
        return ExpressionReader.ints(types);
    }

    /** The primary constructor, and the fields that its parameters declare. */
    @Override
    void beforeMembers(int node, int row) {
        int primary = source.child(node, "primary_constructor");
        if (primary >= 0) {
            for (int child = source.firstNamed(primary); child >= 0; child = source.nextNamed(child)) {
                if (source.isType(child, "class_parameter") && source.child(child, "binding_pattern_kind") >= 0) {
                    walk.variables.field(child, source.child(child, "simple_identifier"), type(child));
                }
            }
            int bits = walk.declarations.modifiers(primary) | modifiers(primary, SymbolKind.CONSTRUCTOR, "");
            int constructor = facts.declare(
                    SymbolKind.CONSTRUCTOR,
                    facts.nameOf(row),
                    bits,
                    source.start(primary),
                    source.start(primary),
                    source.end(primary));
            facts.open(constructor);
            walk.variables.parameters(primary, new VariableReader.DeclaredParameters(facts, constructor));
            facts.close();
        }
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (source.isType(child, "delegation_specifier")) {
                walk.visit(source.firstNamed(child));
            }
        }
        int alias = source.isType(node, "type_alias") ? type(node) : FactsBuilder.NONE;
        if (alias >= 0) {
            facts.declaredType(row, alias);
        }
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS || kind == SymbolKind.ENUM;
    }

    /** The type before the name is the receiver's, the one after the parameters the result's. */
    @Override
    void beforeParameters(int node, int row) {
        int name = source.child(node, "simple_identifier");
        int parameters = source.child(node, "function_value_parameters");
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            int type = isType(child) ? walk.types.read(child) : FactsBuilder.NONE;
            if (type >= 0 && child < name) {
                facts.superclass(row, type);
            } else if (type >= 0 && child > parameters) {
                facts.declaredType(row, type);
            }
        }
    }

    @Override
    void beforeBody(int node, int row) {
        walk.visit(source.child(node, "constructor_delegation_call"));
    }

    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        switch (source.type(node)) {
            case "parameter", "class_parameter", "parameter_with_optional_type", "variable_declaration" -> {
                sink.add(source.text(source.child(node, "simple_identifier")), type(node));
                boolean defaulted = source.isType(node, "class_parameter") && source.hasToken(node, "=");
                if (defaulted) {
                    walk.visit(lastNamed(node));
                }
            }
            case "parameter_modifiers" -> {
                if (source.text(node).contains("vararg")) {
                    sink.variadic();
                }
            }
            case "multi_variable_declaration" -> {
                sink.add("_", FactsBuilder.NONE);
                walk.variables.local(node, FactsBuilder.NONE, FactsBuilder.NONE);
            }
            default -> walk.visit(node);
        }
        return true;
    }

    private int lastNamed(int node) {
        int last = -1;
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            last = child;
        }
        return last;
    }

    @Override
    boolean isBlock(int body) {
        return true;
    }

    /** A lambda without written parameters has one. */
    @Override
    void beforeLambda(int node, int expression) {
        if (source.isType(node, "lambda_literal") && source.child(node, "lambda_parameters") < 0) {
            facts.lambdaParameter(expression, "it", FactsBuilder.NONE);
        }
    }

    @Override
    void afterCallee(int node, int call) {
        int suffix = source.child(node, "call_suffix");
        if (source.child(suffix, "value_arguments") < 0) {
            walk.visit(suffix);
        }
    }

    @Override
    void typeParameter(int row, int node) {
        int name = source.child(node, "type_identifier");
        if (name >= 0) {
            facts.typeParameter(row, source.text(name));
        }
    }
}
