package dev.orrery.indexer.parse.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.ArrayList;
import java.util.List;

/** Reads type declarations: classes, interfaces, enums, records, annotations, and anonymous classes. */
final class JavaDeclarations {
    private static final int DEEPEST = 100;

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;
    private int depth;

    JavaDeclarations(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    boolean isType(int node) {
        return kindOf(node) != SymbolKind.NAMESPACE;
    }

    private SymbolKind kindOf(int node) {
        return switch (tree.kind(node)) {
            case CLASS_DECLARATION -> SymbolKind.CLASS;
            case INTERFACE_DECLARATION -> SymbolKind.INTERFACE;
            case ENUM_DECLARATION -> SymbolKind.ENUM;
            case RECORD_DECLARATION -> SymbolKind.RECORD;
            case ANNOTATION_TYPE_DECLARATION -> SymbolKind.ANNOTATION;
            default -> SymbolKind.NAMESPACE;
        };
    }

    /** A type declaration that stands in {@code owner}. */
    int type(int node, JavaMembers.Owner owner) {
        SymbolKind kind = kindOf(node);
        int name = tree.child(node, fields.name());
        if (name < 0) {
            return FactsBuilder.NONE;
        }
        int modifiers = walk.modifiers.of(node) | owner.ofTypes();
        if (kind != SymbolKind.CLASS && owner != JavaMembers.Owner.FILE) {
            modifiers |= Modifiers.STATIC;
        }
        String simple = tree.text(name);
        int type = facts.declare(kind, simple, modifiers, tree.start(name), declarationStart(node), tree.end(node));
        walk.rows.declaration(node, type);
        typeParameters(node, type);
        supertypes(node, type);
        int body = tree.child(node, fields.body());
        facts.open(type);
        hideVariables(body);
        if (kind == SymbolKind.RECORD) {
            walk.members.recordHeader(node, type, body);
        }
        if (kind == SymbolKind.ENUM) {
            walk.members.enumMethods(simple, tree.start(name));
        }
        JavaBody outer = walk.body;
        walk.body = JavaBody.NOWHERE;
        body(body, JavaMembers.Owner.of(kind));
        walk.body = outer;
        boolean constructs = walk.lombok.members(node, body, simple);
        if (!constructs && (kind == SymbolKind.CLASS || kind == SymbolKind.ENUM)) {
            implicitConstructor(type, simple, body, tree.start(name));
        }
        facts.close();
        return type;
    }

    /** The class that {@code new Type() { … }} or an enum constant declares; named after what it specialises. */
    int anonymous(int body, String supertype, int superRow, int nameOffset) {
        int type = facts.declare(
                SymbolKind.CLASS, "$" + supertype, Modifiers.LOCAL, nameOffset, tree.start(body), tree.end(body));
        facts.superclass(type, superRow);
        facts.open(type);
        hideVariables(body);
        JavaBody outer = walk.body;
        walk.body = JavaBody.NOWHERE;
        body(body, JavaMembers.Owner.CLASS);
        walk.body = outer;
        facts.close();
        return type;
    }

    /** Annotations and modifiers belong to a declaration; its documentation does not. */
    int declarationStart(int node) {
        return tree.start(node);
    }

    void typeParameters(int node, int declaration) {
        int list = tree.child(node, JavaNode.TYPE_PARAMETERS);
        if (list < 0) {
            return;
        }
        for (int child = tree.first(list); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.TYPE_PARAMETER)) {
                int name = tree.child(child, JavaNode.TYPE_IDENTIFIER);
                int bound = tree.child(child, JavaNode.TYPE_BOUND);
                if (name >= 0) {
                    facts.typeParameter(declaration, tree.text(name), bound < 0 ? new int[0] : walk.types.list(bound));
                }
            }
        }
    }

    private void supertypes(int node, int type) {
        int superclass = tree.child(node, JavaNode.SUPERCLASS);
        if (superclass >= 0) {
            facts.superclass(type, walk.types.of(tree.firstNamed(superclass)));
        }
        int clause = tree.child(node, JavaNode.SUPER_INTERFACES);
        clause = clause >= 0 ? clause : tree.child(node, JavaNode.EXTENDS_INTERFACES);
        int list = clause < 0 ? -1 : tree.child(clause, JavaNode.TYPE_LIST);
        if (list >= 0) {
            facts.interfaces(type, walk.types.list(list));
        }
    }

    private void body(int body, JavaMembers.Owner owner) {
        if (body < 0 || depth >= DEEPEST) {
            return;
        }
        depth++;
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.ENUM_BODY_DECLARATIONS)) {
                body(child, owner);
            } else if (tree.isNamed(child)) {
                walk.members.member(child, owner);
            }
        }
        depth--;
    }

    /** Inside a class its own fields hide the variables around it. */
    private void hideVariables(int body) {
        if (body < 0) {
            return;
        }
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.FIELD_DECLARATION)) {
                for (int name : declaratorNames(child)) {
                    String text = tree.text(name);
                    if (facts.visibleVariable(text) >= 0) {
                        facts.hideVariable(text);
                    }
                }
            }
        }
    }

    private List<Integer> declaratorNames(int node) {
        List<Integer> names = new ArrayList<>();
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            int name = tree.is(child, JavaNode.VARIABLE_DECLARATOR) ? tree.child(child, fields.name()) : -1;
            if (name >= 0) {
                names.add(name);
            }
        }
        return names;
    }

    private void implicitConstructor(int type, String name, int body, int nameOffset) {
        if (body >= 0 && hasConstructor(body)) {
            return;
        }
        int visibility = facts.modifiers(type) & (Modifiers.PUBLIC | Modifiers.PROTECTED | Modifiers.PRIVATE);
        facts.declare(
                SymbolKind.CONSTRUCTOR, name, visibility | Modifiers.IMPLICIT, nameOffset, nameOffset, nameOffset);
    }

    private boolean hasConstructor(int body) {
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.CONSTRUCTOR_DECLARATION)
                    || tree.is(child, JavaNode.ENUM_BODY_DECLARATIONS) && hasConstructor(child)) {
                return true;
            }
        }
        return false;
    }
}
