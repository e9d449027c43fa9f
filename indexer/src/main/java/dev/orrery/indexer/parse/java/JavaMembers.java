package dev.orrery.indexer.parse.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ContextKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the members of types: fields, methods, constructors, initialisers, enum constants, record components. */
final class JavaMembers {
    /** What a member stands in, which adds modifiers that are not written. */
    enum Owner {
        FILE(0, 0, 0),
        CLASS(0, 0, 0),
        INTERFACE(
                Modifiers.PUBLIC | Modifiers.STATIC,
                Modifiers.PUBLIC,
                Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL),
        BODY(Modifiers.LOCAL, 0, 0);

        private final int ofTypes;
        private final int ofMethods;
        private final int ofFields;

        Owner(int ofTypes, int ofMethods, int ofFields) {
            this.ofTypes = ofTypes;
            this.ofMethods = ofMethods;
            this.ofFields = ofFields;
        }

        static Owner of(SymbolKind kind) {
            return kind == SymbolKind.INTERFACE || kind == SymbolKind.ANNOTATION ? INTERFACE : CLASS;
        }

        int ofTypes() {
            return ofTypes;
        }
    }

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;

    JavaMembers(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    void member(int node, Owner owner) {
        walk.rows.scope(node, facts.current());
        switch (tree.kind(node)) {
            case FIELD_DECLARATION, CONSTANT_DECLARATION -> fields(node, owner);
            case METHOD_DECLARATION, ANNOTATION_TYPE_ELEMENT_DECLARATION -> method(node, owner);
            case CONSTRUCTOR_DECLARATION -> constructor(node);
            case COMPACT_CONSTRUCTOR_DECLARATION -> compactConstructor(node);
            case ENUM_CONSTANT -> enumConstant(node);
            case STATIC_INITIALIZER -> initializer(tree.child(node, JavaNode.BLOCK));
            case BLOCK -> initializer(node);
            default -> {
                if (walk.declarations.isType(node)) {
                    walk.declarations.type(node, owner);
                }
            }
        }
    }

    void fields(int node, Owner owner) {
        int modifiers = walk.modifiers.of(node) | owner.ofFields;
        int type = walk.types.of(tree.child(node, fields.type()));
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            int name = tree.is(child, JavaNode.VARIABLE_DECLARATOR) ? tree.child(child, fields.name()) : -1;
            if (name < 0) {
                continue;
            }
            int declared = walk.types.withDimensions(type, child);
            int field = facts.declare(
                    SymbolKind.FIELD, tree.text(name), modifiers, tree.start(name), tree.start(node), tree.end(node));
            facts.declaredType(field, declared);
            walk.rows.declaration(child, field);
            int value = tree.child(child, fields.value());
            if (value >= 0) {
                walk.expressions.of(value, typed(declared));
            }
        }
    }

    static Context typed(int type) {
        return type < 0 ? Context.NONE : new Context(ContextKind.TYPED, 0, type);
    }

    private void initializer(int block) {
        if (block >= 0) {
            JavaBody outer = walk.body;
            walk.body = JavaBody.of(Context.NONE);
            walk.statements.statement(block);
            walk.body = outer;
        }
    }

    void method(int node, Owner owner) {
        int name = tree.child(node, fields.name());
        if (name < 0) {
            return;
        }
        int body = tree.child(node, fields.body());
        int modifiers = walk.modifiers.of(node);
        if (owner == Owner.INTERFACE) {
            modifiers |= Modifiers.has(modifiers, Modifiers.PRIVATE) ? 0 : owner.ofMethods;
            if (body < 0) {
                modifiers |= Modifiers.ABSTRACT;
            } else if ((modifiers & (Modifiers.STATIC | Modifiers.PRIVATE)) == 0) {
                modifiers |= Modifiers.DEFAULT;
            }
        } else {
            modifiers &= ~Modifiers.DEFAULT;
        }
        int method = facts.declare(
                SymbolKind.METHOD, tree.text(name), modifiers, tree.start(name), tree.start(node), tree.end(node));
        if (Modifiers.has(modifiers, Modifiers.TEST) && facts.current() >= 0) {
            facts.addModifiers(facts.current(), Modifiers.TEST);
        }
        walk.rows.declaration(node, method);
        walk.declarations.typeParameters(node, method);
        int type = walk.types.of(tree.child(node, fields.type()));
        facts.declaredType(method, walk.types.withDimensions(type, node));
        callable(method, tree.child(node, fields.parameters()), body);
    }

    private void constructor(int node) {
        int name = tree.child(node, fields.name());
        if (name < 0) {
            return;
        }
        int constructor = facts.declare(
                SymbolKind.CONSTRUCTOR,
                tree.text(name),
                walk.modifiers.of(node),
                tree.start(name),
                tree.start(node),
                tree.end(node));
        walk.rows.declaration(node, constructor);
        walk.declarations.typeParameters(node, constructor);
        callable(constructor, tree.child(node, fields.parameters()), tree.child(node, fields.body()));
    }

    private void compactConstructor(int node) {
        int name = tree.child(node, fields.name());
        int type = tree.parent(tree.parent(node));
        if (name < 0 || !tree.is(type, JavaNode.RECORD_DECLARATION)) {
            return;
        }
        int constructor = facts.declare(
                SymbolKind.CONSTRUCTOR,
                tree.text(name),
                walk.modifiers.of(node),
                tree.start(name),
                tree.start(node),
                tree.end(node));
        callable(constructor, tree.child(type, fields.parameters()), tree.child(node, fields.body()));
    }

    private void callable(int declaration, int parameters, int body) {
        facts.open(declaration);
        if (parameters >= 0) {
            parameters(declaration, parameters);
        }
        if (body >= 0) {
            JavaBody outer = walk.body;
            walk.body = JavaBody.of(new Context(ContextKind.RETURN, 0, declaration));
            walk.statements.statement(body);
            walk.body = outer;
        }
        facts.close();
    }

    private void parameters(int declaration, int parameters) {
        for (int child = tree.first(parameters); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.FORMAL_PARAMETER)) {
                int name = tree.child(child, fields.name());
                int type = walk.types.of(tree.child(child, fields.type()));
                walk.rows.variable(
                        name,
                        facts.parameter(
                                declaration, name < 0 ? "" : tree.text(name), walk.types.withDimensions(type, child)));
            } else if (tree.is(child, JavaNode.SPREAD_PARAMETER)) {
                facts.addModifiers(declaration, Modifiers.VARARGS);
                int declarator = tree.child(child, JavaNode.VARIABLE_DECLARATOR);
                walk.rows.variable(
                        declarator < 0 ? -1 : tree.child(declarator, fields.name()),
                        facts.parameter(declaration, spreadName(child), facts.arrayType(spreadType(child), 1)));
            }
        }
    }

    int spreadType(int node) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            JavaNode kind = tree.kind(child);
            if (tree.isNamed(child)
                    && kind != JavaNode.MODIFIERS
                    && kind != JavaNode.ANNOTATION
                    && kind != JavaNode.MARKER_ANNOTATION) {
                return walk.types.of(child);
            }
        }
        return FactsBuilder.NONE;
    }

    String spreadName(int node) {
        int declarator = tree.child(node, JavaNode.VARIABLE_DECLARATOR);
        int name = declarator < 0 ? -1 : tree.child(declarator, fields.name());
        return name < 0 ? "" : tree.text(name);
    }

    // Records and enums

    private record Component(String name, int type, int offset, int end) {}

    /** Fields, and those accessors and the constructor that the record leaves to the language. */
    void recordHeader(int node, int type, int body) {
        int parameters = tree.child(node, fields.parameters());
        List<Component> components = components(parameters);
        Set<String> declared = new HashSet<>();
        boolean canonical = body >= 0 && declaredMembers(body, components, declared);
        for (Component component : components) {
            int field = facts.declare(
                    SymbolKind.FIELD,
                    component.name(),
                    Modifiers.PRIVATE | Modifiers.FINAL,
                    component.offset(),
                    component.offset(),
                    component.end());
            facts.declaredType(field, component.type());
        }
        for (Component component : components) {
            if (!declared.contains(component.name())) {
                int accessor = facts.declare(
                        SymbolKind.METHOD,
                        component.name(),
                        Modifiers.PUBLIC | Modifiers.IMPLICIT,
                        component.offset(),
                        component.offset(),
                        component.end());
                facts.declaredType(accessor, component.type());
            }
        }
        if (!canonical) {
            int name = tree.child(node, fields.name());
            int visibility = facts.modifiers(type) & (Modifiers.PUBLIC | Modifiers.PROTECTED | Modifiers.PRIVATE);
            int constructor = facts.declare(
                    SymbolKind.CONSTRUCTOR,
                    tree.text(name),
                    visibility | Modifiers.IMPLICIT,
                    tree.start(name),
                    tree.start(name),
                    tree.end(name));
            callable(constructor, parameters, -1);
        }
    }

    private List<Component> components(int parameters) {
        List<Component> components = new ArrayList<>();
        if (parameters < 0) {
            return components;
        }
        for (int child = tree.first(parameters); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.FORMAL_PARAMETER)) {
                int name = tree.child(child, fields.name());
                int type = walk.types.of(tree.child(child, fields.type()));
                if (name >= 0) {
                    components.add(new Component(
                            tree.text(name), walk.types.withDimensions(type, child), tree.start(name), tree.end(name)));
                }
            } else if (tree.is(child, JavaNode.SPREAD_PARAMETER)) {
                components.add(new Component(
                        spreadName(child), facts.arrayType(spreadType(child), 1), tree.start(child), tree.end(child)));
            }
        }
        return components;
    }

    /** Collects the names of methods without parameters; returns whether the canonical constructor is declared. */
    private boolean declaredMembers(int body, List<Component> components, Set<String> accessors) {
        boolean canonical = false;
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            int parameters = tree.child(child, fields.parameters());
            if (tree.is(child, JavaNode.METHOD_DECLARATION)
                    && components(parameters).isEmpty()) {
                accessors.add(tree.text(tree.child(child, fields.name())));
            }
            canonical |= tree.is(child, JavaNode.COMPACT_CONSTRUCTOR_DECLARATION)
                    || tree.is(child, JavaNode.CONSTRUCTOR_DECLARATION)
                            && sameTypes(components(parameters), components);
        }
        return canonical;
    }

    private static boolean sameTypes(List<Component> parameters, List<Component> components) {
        if (parameters.size() != components.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() != components.get(i).type()) {
                return false;
            }
        }
        return true;
    }

    /** {@code values} and {@code valueOf}. */
    void enumMethods(String name, int nameOffset) {
        int self = facts.type(name);
        int implicit = Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.IMPLICIT;
        int values = facts.declare(SymbolKind.METHOD, "values", implicit, nameOffset, nameOffset, nameOffset);
        facts.declaredType(values, facts.arrayType(self, 1));
        int valueOf = facts.declare(SymbolKind.METHOD, "valueOf", implicit, nameOffset, nameOffset, nameOffset);
        facts.declaredType(valueOf, self);
        facts.open(valueOf);
        facts.parameter(valueOf, "name", facts.type("String"));
        facts.close();
    }

    private void enumConstant(int node) {
        int name = tree.child(node, fields.name());
        if (name < 0) {
            return;
        }
        int type = tree.parent(tree.parent(node));
        int typeName = type < 0 ? -1 : tree.child(type, fields.name());
        String simple = typeName < 0 ? "" : tree.text(typeName);
        int constant = facts.declare(
                SymbolKind.ENUM_CONSTANT,
                tree.text(name),
                Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL,
                tree.start(name),
                tree.start(node),
                tree.end(node));
        int self = facts.type(simple);
        walk.rows.declaration(node, constant);
        facts.declaredType(constant, self);
        int arguments = tree.child(node, fields.arguments());
        int body = tree.child(node, fields.body());
        if (arguments >= 0) {
            int call = facts.call(CallKind.CONSTRUCTOR, simple, FactsBuilder.NONE, self, tree.start(name));
            facts.arguments(call, walk.calls.arguments(arguments, call));
        }
        if (body >= 0) {
            walk.declarations.anonymous(body, simple, self, tree.start(name));
        }
    }
}
