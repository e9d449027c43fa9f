package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.ArrayList;
import java.util.List;

/** Reads declarations of types and functions. */
final class DeclarationReader {
    private final Walk walk;
    private final Source source;
    private final FactsBuilder facts;

    DeclarationReader(Walk walk) {
        this.walk = walk;
        source = walk.source;
        facts = walk.facts;
    }

    void type(int node, Rule rule) {
        type(node, rule, source.part(node, Part.NAME));
    }

    /** Declares a type that some other node names. */
    void type(int node, Rule rule, int nameNode) {
        String name = nameNode < 0 ? walk.rules.nameless(node) : source.dotted(nameNode);
        int body = source.part(node, Part.BODY);
        if (name.isEmpty() || !walk.rules.declares(node, body)) {
            walk.children(node);
            return;
        }
        SymbolKind kind = walk.rules.kind(node, kind(node, rule), name);
        int row = declare(node, kind, name, nameNode < 0 ? node : nameNode);
        supertypes(row, node);
        int lambdas = walk.enterDeclaration();
        facts.open(row);
        typeParameters(row, source.part(node, Part.TYPEPARAMETERS));
        int first = facts.declarationCount();
        walk.rules.beforeMembers(node, row);
        if (body < 0) {
            walk.rules.bodyless(node, row);
        } else {
            walk.children(body);
        }
        if (walk.rules.hasImplicitConstructor(node, kind) && !hasConstructor(first)) {
            int start = source.start(nameNode < 0 ? node : nameNode);
            int end = source.end(nameNode < 0 ? node : nameNode);
            facts.declare(SymbolKind.CONSTRUCTOR, name, Modifiers.IMPLICIT | Modifiers.PUBLIC, start, start, end);
        }
        facts.close();
        walk.leaveDeclaration(lambdas);
    }

    private boolean hasConstructor(int first) {
        for (int row = first; row < facts.declarationCount(); row++) {
            if (facts.kind(row) == SymbolKind.CONSTRUCTOR && facts.parentOf(row) == facts.current()) {
                return true;
            }
        }
        return false;
    }

    private SymbolKind kind(int node, Rule rule) {
        for (int child = source.tree.firstChild(node); child >= 0; child = source.tree.nextSibling(child)) {
            SymbolKind kind = rule.kindsByToken().get(source.tree.symbol(child));
            if (kind != null) {
                return kind;
            }
        }
        return rule.kind();
    }

    private int declare(int node, SymbolKind kind, String name, int nameNode) {
        int bits = modifiers(node) | walk.rules.modifiers(node, kind, name);
        if (walk.inBody()) {
            bits |= Modifiers.LOCAL;
        }
        int whole = walk.rules.whole(node);
        return facts.declare(kind, name, bits, source.start(nameNode), source.start(whole), source.end(whole));
    }

    private void supertypes(int row, int node) {
        int superclass = walk.types.read(source.part(node, Part.SUPER));
        if (superclass >= 0) {
            facts.superclass(row, superclass);
        }
        int[] interfaces = supertypeList(source.part(node, Part.INTERFACES));
        walk.rules.supertypes(node, row, superclass, interfaces);
    }

    /** The types in a list of supertypes; what has no name is left out. */
    int[] supertypeList(int list) {
        List<Integer> types = new ArrayList<>();
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int type = walk.types.read(child);
            if (type >= 0) {
                types.add(type);
            }
        }
        return ExpressionReader.ints(types);
    }

    private void typeParameters(int row, int list) {
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            walk.rules.typeParameter(row, child);
        }
    }

    void function(int node, Rule rule) {
        int nameNode = walk.variables.nameNode(source.part(node, Part.NAME));
        String name = nameNode < 0
                ? walk.rules.nameless(node)
                : walk.rules.named(
                        node, source.is(nameNode, Role.STRING) ? source.unquoted(nameNode) : source.dotted(nameNode));
        if (name.isEmpty()) {
            walk.children(node);
            return;
        }
        SymbolKind declared = kind(node, rule);
        SymbolKind kind = walk.rules.kind(node, declared == SymbolKind.FUNCTION ? walk.functionKind() : declared, name);
        String shown = kind == SymbolKind.CONSTRUCTOR && walk.inType() ? facts.nameOf(facts.current()) : name;
        function(declare(node, kind, shown, nameNode < 0 ? node : nameNode), node);
    }

    /** Declares a function that a variable or property names. */
    void named(int whole, String name, int nameNode, int function) {
        SymbolKind kind = walk.rules.kind(whole, walk.functionKind(), name);
        int bits = modifiers(whole) | walk.rules.modifiers(whole, kind, name);
        if (walk.inBody()) {
            bits |= Modifiers.LOCAL;
        }
        function(
                facts.declare(kind, name, bits, source.start(nameNode), source.start(whole), source.end(whole)),
                function);
    }

    /** Reads a declared function's parts. */
    void function(int row, int node) {
        int result = walk.types.read(source.part(node, Part.TYPE));
        if (result >= 0) {
            facts.declaredType(row, result);
        }
        int lambdas = walk.enterDeclaration();
        facts.open(row);
        typeParameters(row, source.part(node, Part.TYPEPARAMETERS));
        walk.rules.beforeParameters(node, row);
        walk.variables.parameters(
                source.part(node, Part.PARAMETERS), new VariableReader.DeclaredParameters(facts, row));
        walk.rules.beforeBody(node, row);
        int body = source.part(node, Part.BODY);
        if (body >= 0) {
            walk.expressions.body(body, row, result >= 0);
        }
        facts.close();
        walk.leaveDeclaration(lambdas);
    }

    /** The bits of the modifiers and annotations written on a node. */
    int modifiers(int node) {
        int bits = 0;
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            bits |= bits(child);
        }
        return bits;
    }

    private int bits(int node) {
        if (source.is(node, Role.MODIFIERS)) {
            return source.isLeaf(node) ? source.table().wordBits(source.text(node)) : wordsIn(node);
        }
        if (source.is(node, Role.ANNOTATION)) {
            return annotation(node);
        }
        boolean word = source.isLeaf(node) && !source.tree.named(node);
        return word ? source.table().wordBits(source.text(node)) : 0;
    }

    private int wordsIn(int node) {
        int bits = source.table().wordBits(source.text(node));
        for (int child = source.first(node); child >= 0; child = source.next(child)) {
            bits |= bits(child);
        }
        return bits;
    }

    /** The bits of an annotation or of a list of them, by simple name. */
    int annotation(int node) {
        int bits = 0;
        for (int inner = node; inner < source.tree.after(node); inner++) {
            boolean name = source.isLeaf(inner) && source.tree.named(inner);
            if (name) {
                bits |= source.table().annotationBits(source.text(inner));
            }
        }
        return bits;
    }
}
