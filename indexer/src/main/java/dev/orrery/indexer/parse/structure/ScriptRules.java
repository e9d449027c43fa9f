package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JavaScript and TypeScript: functions are values that get their name from where they are put. */
final class ScriptRules extends LanguageRules {
    private static final Set<String> TESTS = Set.of("describe", "it", "test", "suite");

    private final ScriptModules modules;
    private final ScriptMembers members;

    ScriptRules(Walk walk) {
        super(walk);
        modules = new ScriptModules(walk);
        members = new ScriptMembers(walk, modules);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "import_statement" -> modules.importStatement(node);
            case "export_statement" -> modules.export(node);
            case "pair" -> members.pair(node);
            case "binary_expression" -> specialExpression(node, Context.NONE);
            case "function_type", "tuple_type", "this_type", "type_query" -> {}
            case "jsx_opening_element", "jsx_self_closing_element" -> element(node);
            default -> walk.children(node);
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
        if (source.isType(node, "binary_expression")) {
            if (source.hasToken(node, "||") || source.hasToken(node, "??") || source.hasToken(node, "&&")) {
                return walk.expressions.choice(node);
            }
            walk.children(node);
            return FactsBuilder.NONE;
        }
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
        if (kind == SymbolKind.METHOD && name.equals("constructor") && walk.inType()) {
            return SymbolKind.CONSTRUCTOR;
        }
        return source.isType(node, "method_definition") || source.isType(node, "pair") ? SymbolKind.METHOD : kind;
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
        if (source.is(node, Role.ASSIGNMENT)) {
            bits |= Modifiers.PUBLIC;
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

    /** Parameters of the constructor that have modifiers declare fields; a type alias names a type. */
    @Override
    void beforeMembers(int node, int row) {
        if (facts.kind(row) == SymbolKind.TYPE_ALIAS) {
            int type = walk.types.read(source.field(node, "value"));
            if (type >= 0) {
                facts.declaredType(row, type);
            }
            return;
        }
        parameterFields(node);
        if (facts.kind(row) == SymbolKind.CLASS) {
            members.fields(node, row);
        }
    }

    private void parameterFields(int node) {
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

    @Override
    boolean assignment(int node) {
        int target = source.part(node, Part.NAME);
        if (!source.is(target, Role.NAME)) {
            return members.assignment(node);
        }
        int variable = facts.visibleVariable(source.text(target));
        if (variable < 0 || !facts.isOpen(variable)) {
            return false;
        }
        int from = walk.expressions.read(source.part(node, Part.VALUE));
        if (from >= 0) {
            facts.variableSource(variable, from);
        }
        return true;
    }

    @Override
    boolean declaresObject(int whole, String name, int nameNode, int value) {
        return members.object(whole, name, nameNode, value);
    }

    @Override
    int literalObject(int node) {
        return members.nameless(node);
    }

    /** {@code {a, b: c, d = 1}} and {@code [a, b]}. */
    @Override
    boolean patternParts(int pattern, int from) {
        if (!walk.deeper()) {
            walk.shallower();
            return false;
        }
        boolean object = source.isType(pattern, "object_pattern");
        for (int child = source.firstNamed(pattern); child >= 0; child = source.nextNamed(child)) {
            int key = source.field(child, "key");
            int inner = walk.variables.nameNode(key >= 0 ? source.field(child, "value") : child);
            int named = key >= 0 ? key : inner;
            int part = source.isType(child, "rest_pattern")
                    ? FactsBuilder.NONE
                    : object
                            ? facts.field(from, source.unquoted(named))
                            : facts.expression(ExpressionKind.ELEMENT, from, 0, 0);
            bind(inner, part);
        }
        walk.shallower();
        return true;
    }

    private void bind(int name, int part) {
        if (source.is(name, Role.PATTERN)) {
            walk.variables.patternNames(name, part);
        } else if (source.is(name, Role.NAME) && walk.inBody()) {
            facts.variable(source.text(name), FactsBuilder.NONE, VariableOrigin.LOCAL, part, 0);
        } else if (source.is(name, Role.NAME)) {
            int row = walk.variables.field(name, name, FactsBuilder.NONE);
            if (part >= 0) {
                facts.value(row, part);
            }
        }
    }

    @Override
    void typeParameter(int row, int node) {
        int name = source.field(node, "name");
        int bound = walk.types.read(source.firstNamed(source.field(node, "constraint")));
        if (name >= 0 && bound >= 0) {
            facts.typeParameter(row, source.text(name), bound);
        } else if (name >= 0) {
            facts.typeParameter(row, source.text(name));
        }
    }

    @Override
    int specialType(int node) {
        return switch (source.type(node)) {
            case "function_type" -> {
                List<Integer> parameters = new ArrayList<>();
                int list = source.field(node, "parameters");
                for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
                    if (!source.is(source.part(child, Part.NAME), Role.THIS)) {
                        parameters.add(walk.types.read(source.part(child, Part.TYPE)));
                    }
                }
                yield walk.types.function(parameters, walk.types.read(source.field(node, "return_type")));
            }
            case "tuple_type" -> facts.type(FileFacts.TUPLE_TYPE, walk.types.arguments(node));
            case "this_type" -> facts.type("this");
            case "type_query" -> facts.type("typeof", facts.type(source.dotted(source.firstNamed(node))));
            default -> FactsBuilder.NONE;
        };
    }

    @Override
    String named(int node, String written) {
        int name = source.part(node, Part.NAME);
        return source.isType(name, "computed_property_name") ? source.text(name) : written;
    }

    @Override
    int call(CallKind kind, String name, int receiver, int nameOffset, int node) {
        if (name.equals("require") && receiver < 0) {
            modules.require(node);
        }
        int call = super.call(kind, name, receiver, nameOffset, node);
        if (receiver < 0 && TESTS.contains(name) && !walk.inBody()) {
            facts.addModifiers(facts.owner(), Modifiers.TEST);
        }
        return call;
    }

    @Override
    int name(int node, String name) {
        return name.equals("this") ? facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0) : facts.name(name);
    }
}
