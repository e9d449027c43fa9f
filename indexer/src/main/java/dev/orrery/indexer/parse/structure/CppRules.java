package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** C++: C, and types with access, qualified names and constructors. */
final class CppRules extends CRules {
    private static final Set<String> CASTS = Set.of("static_cast", "dynamic_cast", "const_cast", "reinterpret_cast");
    private static final Set<String> TESTS = Set.of("TEST", "TEST_F", "TEST_P", "TYPED_TEST", "TYPED_TEST_P");

    /** The visibility that members of each open type have at the place at hand. */
    private final Map<Integer, Integer> access = new HashMap<>();

    /** The names of the bases of each type. */
    private final Map<Integer, Set<String>> bases = new HashMap<>();

    CppRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "namespace_definition" -> namespace(node);
            case "using_declaration" -> using(node);
            case "access_specifier" -> access.put(facts.current(), access(source.text(node)));
            case "field_initializer" -> initializer(node);
            case "friend_declaration" -> walk.visit(source.child(node, "function_definition"));
            default -> super.special(node);
        }
    }

    private static int access(String word) {
        return switch (word) {
            case "private" -> Modifiers.PRIVATE;
            case "protected" -> Modifiers.PROTECTED;
            default -> Modifiers.PUBLIC;
        };
    }

    private void namespace(int node) {
        int name = source.field(node, "name");
        int body = source.field(node, "body");
        if (name < 0) {
            walk.children(body);
            return;
        }
        int row = facts.declare(
                SymbolKind.NAMESPACE,
                source.dotted(name),
                Modifiers.PUBLIC,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.open(row);
        walk.children(body);
        facts.close();
    }

    private void using(int node) {
        String path = source.dotted(source.firstNamed(node));
        if (source.hasToken(node, "namespace")) {
            facts.addImport(Imports.ON_DEMAND, path, "", "", source.start(node));
            return;
        }
        int dot = path.lastIndexOf('.');
        String from = dot < 0 ? path : path.substring(0, dot);
        facts.addImport(0, from, dot < 0 ? "" : path.substring(dot + 1), "", source.start(node));
    }

    /** {@code Base(a)} and {@code field(a)} before a constructor's body. */
    private void initializer(int node) {
        int name = source.firstNamed(node);
        int arguments = source.child(node, "argument_list");
        int list = arguments >= 0 ? arguments : source.child(node, "initializer_list");
        int owner = facts.current() < 0 ? -1 : facts.parentOf(facts.current());
        String simple = simple(source.dotted(name));
        boolean type = !source.isType(name, "field_identifier")
                || bases.getOrDefault(owner, Set.of()).contains(simple);
        if (type) {
            int call = facts.call(
                    CallKind.SUPER_CONSTRUCTOR, simple, -1, facts.type(source.dotted(name)), source.start(name));
            walk.calls.arguments(call, list);
        } else {
            walk.visit(list);
        }
    }

    private static String simple(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    @Override
    void beforeMembers(int node, int row) {
        boolean closed = facts.kind(row) == SymbolKind.CLASS;
        access.put(row, closed ? Modifiers.PRIVATE : Modifiers.PUBLIC);
        int alias = source.isType(node, "alias_declaration") ? walk.types.read(source.field(node, "type")) : -1;
        if (alias >= 0) {
            facts.declaredType(row, alias);
        }
        templateParameters(node, row);
    }

    private void templateParameters(int node, int row) {
        int template = source.tree.parent(node);
        int list = source.isType(template, "template_declaration") ? source.field(template, "parameters") : -1;
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int name = source.child(child, "type_identifier");
            if (name >= 0) {
                facts.typeParameter(row, source.text(name));
            }
        }
    }

    @Override
    int whole(int node) {
        int parent = source.tree.parent(node);
        return source.isType(parent, "template_declaration") ? parent : node;
    }

    @Override
    boolean declares(int node, int body) {
        return body >= 0 || source.isType(node, "alias_declaration");
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS || kind == SymbolKind.STRUCT && !source.isType(node, "union_specifier");
    }

    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        int list = source.child(node, "base_class_clause");
        List<Integer> types = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int type = source.isType(child, "access_specifier") ? -1 : walk.types.read(child);
            if (type >= 0) {
                types.add(type);
                names.add(simple(source.dotted(child)));
            }
        }
        bases.put(row, names);
        if (!types.isEmpty()) {
            facts.superclass(row, types.getFirst());
            facts.interfaces(row, ExpressionReader.ints(types.subList(1, types.size())));
        }
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        if (!walk.inType()) {
            return super.modifiers(node, kind, name);
        }
        boolean shared = source.hasText(node, "storage_class_specifier", "static");
        return access.getOrDefault(facts.current(), Modifiers.PUBLIC) | (shared ? Modifiers.STATIC : 0);
    }

    @Override
    int declareFunction(int node, int name, int bits) {
        int scope = source.isType(name, "qualified_identifier") ? name : -1;
        String dotted = source.isType(name, "operator_cast") ? "operator " + typeText(name) : operatorOrName(name);
        String simple = scope < 0 ? dotted : operatorOrName(lastName(name));
        String owner = scope < 0 ? "" : owner(name);
        boolean test = scope < 0 && TESTS.contains(simple) && source.field(node, "type") < 0;
        String around = walk.inType() ? facts.nameOf(facts.current()) : simple(owner);
        boolean constructor = !around.isEmpty() && simple.equals(around);
        SymbolKind kind =
                constructor ? SymbolKind.CONSTRUCTOR : owner.isEmpty() ? walk.functionKind() : SymbolKind.METHOD;
        int all = bits | walk.declarations.modifiers(node) | modifiers(node, kind, simple);
        boolean pure = (all & Modifiers.ABSTRACT) != 0 && source.hasToken(node, "default");
        int whole = whole(node);
        int at = scope < 0 ? name : lastName(name);
        int row = facts.declare(
                kind,
                test ? testName(node) : simple,
                test ? all | Modifiers.TEST : pure ? all & ~Modifiers.ABSTRACT : all,
                source.start(at),
                source.start(whole),
                source.end(whole));
        if (!owner.isEmpty()) {
            facts.superclass(row, facts.type(owner));
        }
        templateParameters(node, row);
        return row;
    }

    private String typeText(int cast) {
        return source.dotted(source.field(cast, "type"));
    }

    private String operatorOrName(int name) {
        return source.isType(name, "operator_name") ? source.text(name).replaceAll("\\s+", "") : source.dotted(name);
    }

    private int lastName(int qualified) {
        int at = qualified;
        while (source.isType(at, "qualified_identifier")) {
            int name = source.field(at, "name");
            if (name < 0) {
                return at;
            }
            at = name;
        }
        return at;
    }

    /** The scopes of a qualified name, joined by dots. */
    private String owner(int qualified) {
        StringBuilder owner = new StringBuilder();
        for (int at = qualified; source.isType(at, "qualified_identifier"); at = source.field(at, "name")) {
            int scope = source.field(at, "scope");
            if (scope >= 0) {
                owner.append(owner.isEmpty() ? "" : ".").append(source.dotted(scope));
            }
        }
        return owner.toString();
    }

    /** {@code TEST(Suite, Name)} is a test named {@code Suite.Name}. */
    private String testName(int node) {
        int function = Declarators.function(source, source.field(node, "declarator"));
        int list = source.field(function, "parameters");
        int suite = source.firstNamed(list);
        int name = suite < 0 ? -1 : source.nextNamed(suite);
        return name < 0 ? source.text(list) : source.text(suite) + "." + source.text(name);
    }

    /** Inside a body, {@code Store store(a, b)} with names that are no types creates an object. */
    @Override
    boolean isVariable(int function) {
        if (!walk.inBody()) {
            return false;
        }
        int list = source.field(function, "parameters");
        for (int child = source.firstNamed(list); child >= 0; child = source.nextNamed(child)) {
            int type = source.field(child, "type");
            boolean visible =
                    source.field(child, "declarator") < 0 && type >= 0 && facts.visibleVariable(source.text(type)) >= 0;
            if (visible) {
                return true;
            }
        }
        return false;
    }

    /** {@code Type name(arguments)} and {@code Type name{arguments}} call the type's constructor. */
    @Override
    int initialise(int type, int value, int name) {
        boolean list = source.isType(value, "argument_list") || source.isType(value, "initializer_list");
        if (!list || type < 0) {
            return super.initialise(type, value, name);
        }
        int declaration = source.tree.parent(source.tree.parent(value));
        int typeNode = source.field(declaration, "type");
        if (source.isType(typeNode, "primitive_type") || typeNode < 0) {
            return super.initialise(type, value, name);
        }
        int call = facts.call(CallKind.CONSTRUCTOR, simple(source.dotted(typeNode)), -1, type, source.start(name));
        walk.calls.arguments(call, value);
        return facts.callExpression(call);
    }

    @Override
    int name(int node, String name) {
        return name.equals("this") ? facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0) : facts.name(name);
    }

    @Override
    boolean isOperator(int function) {
        return CASTS.contains(source.text(function));
    }

    @Override
    boolean isUntyped(String name) {
        return name.equals("auto");
    }
}
