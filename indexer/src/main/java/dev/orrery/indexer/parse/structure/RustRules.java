package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rust: implementations stand beside their types, and macros hide calls in plain tokens. */
final class RustRules extends LanguageRules {
    private final Map<String, Integer> typeRows = new HashMap<>();
    private final Map<String, List<Integer>> traits = new HashMap<>();
    private int implementedType = FactsBuilder.NONE;

    RustRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "use_declaration" -> use(node);
            case "extern_crate_declaration" -> {
                int alias = source.field(node, "alias");
                String crate = source.text(source.field(node, "name"));
                facts.addImport(0, crate, "", alias < 0 ? "" : source.text(alias), source.start(node));
            }
            case "mod_item" -> module(node);
            case "impl_item" -> implementation(node);
            case "enum_variant" -> variant(node);
            case "ordered_field_declaration_list" -> {}
            case "macro_invocation" -> macro(node);
            case "match_pattern" -> walk.variables.patternNames(node, FactsBuilder.NONE);
            default -> walk.children(node);
        }
    }

    private void use(int node) {
        boolean exported = source.child(node, "visibility_modifier") >= 0;
        tree(source.field(node, "argument"), "", exported ? Imports.EXPORTED : 0);
    }

    private void tree(int node, String prefix, int flags) {
        if (node < 0) {
            return;
        }
        switch (source.type(node)) {
            case "use_list" -> {
                for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
                    tree(child, prefix, flags);
                }
            }
            case "scoped_use_list" -> {
                int path = source.field(node, "path");
                String inner = path < 0 ? prefix : join(prefix, source.dotted(path));
                tree(source.field(node, "list"), inner, flags);
            }
            case "use_wildcard" -> {
                int path = source.firstNamed(node);
                String inner = path < 0 ? prefix : join(prefix, source.dotted(path));
                facts.addImport(flags | Imports.ON_DEMAND, inner, "", "", source.start(node));
            }
            case "use_as_clause" -> {
                String alias = source.text(source.field(node, "alias"));
                single(join(prefix, source.dotted(source.field(node, "path"))), alias, flags, node);
            }
            case "self" -> facts.addImport(flags, prefix, "", "", source.start(node));
            default -> single(join(prefix, source.dotted(node)), "", flags, node);
        }
    }

    private void single(String path, String alias, int flags, int node) {
        int dot = path.lastIndexOf('.');
        String from = dot < 0 ? path : path.substring(0, dot);
        facts.addImport(flags, from, dot < 0 ? "" : path.substring(dot + 1), alias, source.start(node));
    }

    private static String join(String prefix, String rest) {
        return prefix.isEmpty() ? rest : prefix + "." + rest;
    }

    private void module(int node) {
        int name = source.field(node, "name");
        int bits = walk.declarations.modifiers(node) | modifiers(node, SymbolKind.NAMESPACE, "");
        int row = facts.declare(
                SymbolKind.NAMESPACE,
                source.text(name),
                bits,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.open(row);
        walk.visit(source.field(node, "body"));
        facts.close();
    }

    private void implementation(int node) {
        int outer = implementedType;
        int typeNode = source.field(node, "type");
        implementedType = walk.types.read(typeNode);
        int trait = walk.types.read(source.field(node, "trait"));
        if (trait >= 0 && implementedType >= 0) {
            String name = source.dotted(typeNode);
            traits.computeIfAbsent(name, _ -> new ArrayList<>()).add(trait);
            Integer row = typeRows.get(name);
            if (row != null) {
                facts.interfaces(row, ExpressionReader.ints(traits.getOrDefault(name, List.of())));
            }
        }
        walk.visit(source.field(node, "body"));
        implementedType = outer;
    }

    @Override
    void beforeMembers(int node, int row) {
        String name = facts.nameOf(row);
        typeRows.put(name, row);
        List<Integer> earlier = traits.get(name);
        if (earlier != null && facts.kind(row) != SymbolKind.TRAIT) {
            facts.interfaces(row, ExpressionReader.ints(earlier));
        }
        int body = source.field(node, "body");
        if (source.isType(body, "ordered_field_declaration_list")) {
            positional(body);
        }
        if (facts.kind(row) == SymbolKind.TYPE_ALIAS) {
            int type = walk.types.read(source.field(node, "type"));
            if (type >= 0) {
                facts.declaredType(row, type);
            }
        }
    }

    /** The fields of a tuple: they are named by their positions. */
    private void positional(int list) {
        int index = 0;
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int type = walk.types.read(child);
            if (type >= 0) {
                int row = facts.declare(
                        SymbolKind.FIELD,
                        Integer.toString(index++),
                        0,
                        source.start(child),
                        source.start(child),
                        source.end(child));
                facts.declaredType(row, type);
            }
        }
    }

    private void variant(int node) {
        int name = source.field(node, "name");
        int row = facts.declare(
                SymbolKind.ENUM_CONSTANT,
                source.text(name),
                Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.declaredType(row, walk.typeAround());
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        boolean method = kind == SymbolKind.FUNCTION && implementedType >= 0 && !walk.inBody();
        return method ? SymbolKind.METHOD : kind;
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = 0;
        int visibility = source.child(node, "visibility_modifier");
        if (visibility >= 0 || walk.inType() && facts.kind(facts.current()) == SymbolKind.TRAIT) {
            bits |= Modifiers.PUBLIC;
        }
        if (source.isType(node, "function_signature_item") && walk.inType()) {
            bits |= Modifiers.ABSTRACT;
        }
        if (kind == SymbolKind.METHOD && !hasSelf(node)) {
            bits |= Modifiers.STATIC;
        }
        return bits | attributes(node);
    }

    private boolean hasSelf(int node) {
        return source.child(source.part(node, Part.PARAMETERS), "self_parameter") >= 0;
    }

    /** Attributes stand before what they are about; {@code #[cfg(test)]} is one of tests too. */
    private int attributes(int node) {
        int first = source.tree.parent(node) < 0 ? -1 : source.first(source.tree.parent(node));
        int pending = 0;
        for (int child = first; child >= 0 && child < node; child = source.next(child)) {
            pending = source.isType(child, "attribute_item") ? pending | walk.declarations.annotation(child) : 0;
        }
        return pending;
    }

    @Override
    void beforeParameters(int node, int row) {
        if (facts.kind(row) == SymbolKind.METHOD && implementedType >= 0) {
            facts.superclass(row, implementedType);
        }
    }

    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        return source.isType(node, "self_parameter") || source.isType(node, "attribute_item");
    }

    /** Lifetimes are no types. */
    @Override
    void typeParameter(int row, int node) {
        if (!source.isType(node, "lifetime_parameter")) {
            super.typeParameter(row, node);
        }
    }

    /** Types that a trait's implementation fills in are no declarations of their own. */
    @Override
    boolean declares(int node, int body) {
        return !source.isType(node, "type_item") || implementedType < 0 || walk.inBody();
    }

    /** Upper-case names in patterns are constants and variants. */
    @Override
    boolean isPatternName(String name) {
        return name.isEmpty() || !Character.isUpperCase(name.codePointAt(0));
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "block");
    }

    @Override
    int specialExpression(int node, Context context) {
        special(node);
        return FactsBuilder.NONE;
    }

    private void macro(int node) {
        int macro = source.field(node, "macro");
        String name = source.dotted(macro);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        int end = source.end(macro);
        int offset = end - simple.getBytes(StandardCharsets.UTF_8).length;
        facts.call(CallKind.MACRO, simple, FactsBuilder.NONE, FactsBuilder.NONE, offset);
        tokens(source.child(node, "token_tree"));
    }

    /** In a macro's tokens, a name right before parentheses is called, most of the time. */
    private void tokens(int list) {
        int end = list < 0 ? -1 : source.tree.after(list);
        for (int token = list + 1; token < end; token++) {
            int next = source.tree.after(token);
            boolean called = source.isType(token, "identifier")
                    && next < end
                    && source.isType(next, "token_tree")
                    && source.text(source.start(next), source.start(next) + 1).equals("(");
            if (called) {
                tokenCall(list, token);
            }
        }
    }

    private void tokenCall(int list, int token) {
        String before = source.text(Math.max(source.start(list), source.start(token) - 2), source.start(token));
        int receiver = FactsBuilder.NONE;
        if (before.endsWith(".")) {
            receiver = facts.unknown();
        } else if (before.equals("::") && token >= 2) {
            int path = token - 2;
            boolean named = source.isLeaf(path) && source.tree.named(path);
            receiver = named ? facts.name(source.text(path)) : facts.unknown();
        }
        facts.call(CallKind.METHOD, source.text(token), receiver, FactsBuilder.NONE, source.start(token));
    }
}
