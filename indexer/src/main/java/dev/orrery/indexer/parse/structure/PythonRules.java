package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Context;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.LiteralKind;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python: names begin to exist when they are assigned, and the current object is the first parameter. */
final class PythonRules extends LanguageRules {
    private final Map<String, Integer> moduleNames = new HashMap<>();
    private Map<String, Integer> fields = new HashMap<>();

    /** For each class, its fields by name. */
    private final Map<Integer, Map<String, Integer>> fieldsOf = new HashMap<>();

    private String self = "";
    private String ownType = "";

    /** A quoted type that is a name, perhaps an optional one. */
    private static final Pattern OPTIONAL =
            Pattern.compile("(?:(?:t\\.|typing\\.)?Optional\\[)?([\\w.]+)(?:\\]|\\s*\\|\\s*None)?");

    PythonRules(Walk walk) {
        super(walk);
    }

    @Override
    void special(int node) {
        switch (source.type(node)) {
            case "import_statement" -> imports(node, "", 0);
            case "import_from_statement", "future_import_statement" -> importsFrom(node);
            case "list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression" ->
                comprehension(node);
            default -> walk.children(node);
        }
    }

    private void importsFrom(int node) {
        int module = source.field(node, "module_name");
        String path = module < 0 ? "__future__" : source.text(module).replaceAll("\\s", "");
        if (source.child(node, "wildcard_import") >= 0) {
            facts.addImport(Imports.ON_DEMAND, path, "", "", source.start(node));
        } else {
            imports(node, path, module);
        }
    }

    private void imports(int node, String path, int module) {
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (child == module && !path.isEmpty()) {
                continue;
            }
            boolean aliased = source.isType(child, "aliased_import");
            String name = source.dotted(aliased ? source.field(child, "name") : child);
            String alias = aliased ? source.text(source.field(child, "alias")) : "";
            if (path.isEmpty()) {
                facts.addImport(0, name, "", alias, source.start(child));
            } else {
                facts.addImport(0, path, name, alias, source.start(child));
            }
        }
    }

    /** The variables come after what uses them. */
    private void comprehension(int node) {
        facts.openScope();
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (!source.isType(child, "for_in_clause")) {
                continue;
            }
            int from = walk.expressions.read(source.field(child, "right"));
            int target = source.field(child, "left");
            if (source.is(target, Role.NAME)) {
                facts.variable(source.text(target), FactsBuilder.NONE, VariableOrigin.EACH, from, 0);
            } else if (source.is(target, Role.PATTERN)) {
                int element = from < 0 ? from : facts.expression(ExpressionKind.ELEMENT, from, 0, 0);
                walk.variables.patternNames(target, element);
            }
        }
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (!source.isType(child, "for_in_clause")) {
                walk.visit(child);
            }
        }
        facts.closeScope();
    }

    @Override
    int whole(int node) {
        int parent = source.tree.parent(node);
        return source.isType(parent, "decorated_definition") ? parent : node;
    }

    @Override
    int modifiers(int node, SymbolKind kind, String name) {
        int bits = name.startsWith("_") && !name.endsWith("__") ? Modifiers.PRIVATE : Modifiers.PUBLIC;
        int parent = source.tree.parent(node);
        if (source.isType(parent, "decorated_definition")) {
            bits |= walk.declarations.modifiers(parent);
        }
        boolean test = kind.isType() ? name.startsWith("Test") || name.endsWith("Test") : name.startsWith("test_");
        return test && kind != SymbolKind.FIELD ? bits | Modifiers.TEST : bits;
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        return kind == SymbolKind.METHOD && name.equals("__init__") ? SymbolKind.CONSTRUCTOR : kind;
    }

    @Override
    boolean hasImplicitConstructor(int node, SymbolKind kind) {
        return kind == SymbolKind.CLASS;
    }

    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        if (interfaces.length > 0) {
            facts.superclass(row, interfaces[0]);
            facts.interfaces(row, Arrays.copyOfRange(interfaces, 1, interfaces.length));
        }
    }

    @Override
    boolean isArgumentList(int node) {
        return source.isType(node, "argument_list");
    }

    @Override
    int specialExpression(int node, Context context) {
        if (source.isType(node, "keyword_argument")) {
            return walk.expressions.read(source.field(node, "value"), context);
        }
        if (source.isType(node, "string")) {
            walk.children(node);
            return facts.literal(LiteralKind.STRING);
        }
        special(node);
        return FactsBuilder.NONE;
    }

    /** A type with arguments whose name has a dot, or a forward reference: the type's name in quotes. */
    @Override
    int specialType(int node) {
        if (source.is(node, Role.ELEMENT)) {
            int name = source.part(node, Part.OBJECT);
            List<Integer> arguments = new ArrayList<>();
            for (int child = source.nextNamed(name); child >= 0; child = source.nextNamed(child)) {
                arguments.add(walk.types.orUnknown(walk.types.read(child)));
            }
            return facts.type(source.dotted(name), ExpressionReader.ints(arguments));
        }
        String name = source.unquoted(node);
        Matcher optional = OPTIONAL.matcher(name);
        return optional.matches() ? facts.type(optional.group(1)) : FactsBuilder.NONE;
    }

    /** The type that a class method is called on goes by the name of its class. */
    private String typeAround() {
        int at = facts.current();
        while (at >= 0 && !facts.kind(at).isType()) {
            at = facts.parentOf(at);
        }
        return at < 0 ? "" : facts.nameOf(at);
    }

    @Override
    int name(int node, String name) {
        if (!ownType.isEmpty() && name.equals(ownType)) {
            return facts.name(typeAround());
        }
        return name.equals(self) ? facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0) : facts.name(name);
    }

    @Override
    int call(CallKind kind, String name, int receiver, int nameOffset, int node) {
        int function = source.part(node, Part.FUNCTION);
        int object = source.part(function, Part.OBJECT);
        if (object >= 0 && source.text(object).startsWith("super(")) {
            int parent = facts.expression(ExpressionKind.SUPER, FactsBuilder.NONE, 0, 0);
            return name.equals("__init__")
                    ? facts.call(CallKind.SUPER_CONSTRUCTOR, name, FactsBuilder.NONE, FactsBuilder.NONE, nameOffset)
                    : facts.call(kind, name, parent, FactsBuilder.NONE, nameOffset);
        }
        boolean own = !ownType.isEmpty() && receiver < 0 && name.equals(ownType);
        return super.call(kind, own ? typeAround() : name, receiver, nameOffset, node);
    }

    @Override
    void beforeMembers(int node, int row) {
        fields = new HashMap<>();
        fieldsOf.put(row, fields);
        attributes(source.part(node, Part.BODY));
    }

    /** What methods assign to attributes of the current object are fields. */
    private void attributes(int body) {
        for (int node = body; body >= 0 && node < source.tree.after(body); node++) {
            int target = source.is(node, Role.ASSIGNMENT) ? source.part(node, Part.NAME) : -1;
            int object = source.is(target, Role.MEMBER) ? source.part(target, Part.OBJECT) : -1;
            if (object < 0 || !source.text(object).equals("self")) {
                continue;
            }
            int name = source.part(target, Part.NAME);
            int type = walk.types.read(source.part(node, Part.TYPE));
            Integer known = fields.get(source.text(name));
            if (known == null) {
                fields.put(source.text(name), walk.variables.field(node, name, type));
            } else if (type >= 0) {
                facts.declaredType(known, type);
            }
        }
    }

    /** {@code self.a = value}: tells the field what it holds. */
    private boolean attribute(int node, int target, int type) {
        int from = walk.expressions.read(source.part(node, Part.VALUE));
        Map<String, Integer> known = null;
        for (int at = facts.current(); at >= 0 && known == null; at = facts.parentOf(at)) {
            known = fieldsOf.get(at);
        }
        Integer row = known == null ? null : known.get(source.text(source.part(target, Part.NAME)));
        if (row != null && from >= 0 && type < 0) {
            facts.value(row, from);
        }
        return true;
    }

    @Override
    void beforeParameters(int node, int row) {
        SymbolKind kind = facts.kind(row);
        boolean member = kind == SymbolKind.METHOD || kind == SymbolKind.CONSTRUCTOR;
        if (member && !source.hasToken(node, "lambda")) {
            int first = source.firstNamed(source.part(node, Part.PARAMETERS));
            String name = source.is(first, Role.NAME) ? source.text(first) : "";
            boolean shared = Modifiers.has(facts.modifiers(row), Modifiers.STATIC);
            self = shared ? "" : name;
            ownType = shared && name.equals("cls") ? name : "";
        } else if (facts.parentOf(row) < 0) {
            self = "";
            ownType = "";
        }
    }

    @Override
    boolean parameter(int node, VariableReader.ParameterSink sink) {
        return source.isType(node, "positional_separator")
                || source.isType(node, "keyword_separator")
                || source.is(node, Role.NAME)
                        && (source.text(node).equals(self) || source.text(node).equals(ownType));
    }

    @Override
    boolean isVariadic(int node) {
        int at = source.isType(node, "typed_parameter") ? source.firstNamed(node) : node;
        return source.isType(at, "list_splat_pattern") || source.isType(at, "dictionary_splat_pattern");
    }

    @Override
    boolean isBlock(int body) {
        return source.isType(body, "block");
    }

    /** A first assignment declares: a field in a class or module, an attribute of the current object, or a variable. */
    @Override
    boolean assignment(int node) {
        int target = source.part(node, Part.NAME);
        int type = walk.types.read(source.part(node, Part.TYPE));
        int value = source.part(node, Part.VALUE);
        if (source.is(target, Role.NAME)) {
            name(node, target, type, value);
            return true;
        }
        if (source.is(target, Role.PATTERN)) {
            int from = walk.expressions.read(value);
            if (walk.inBody()) {
                walk.variables.local(target, type, from);
            }
            return true;
        }
        boolean own = source.is(target, Role.MEMBER)
                && !self.isEmpty()
                && source.text(source.part(target, Part.OBJECT)).equals(self);
        return own && attribute(node, target, type);
    }

    private void name(int node, int target, int type, int value) {
        String name = source.text(target);
        if (walk.inBody()) {
            int from = walk.expressions.read(value);
            int known = facts.visibleVariable(name);
            if (known < 0 || !facts.isTyped(known) || type >= 0) {
                facts.variable(name, type, VariableOrigin.LOCAL, from, 0);
            }
            return;
        }
        Map<String, Integer> names = walk.inType() ? fields : moduleNames;
        int row = names.computeIfAbsent(name, key -> walk.variables.field(node, target, type));
        int from = walk.expressions.read(value);
        if (from >= 0 && type < 0) {
            facts.value(row, from);
        }
    }

    /** {@code a, b = c}: each gets its element, as far as that is known. */
    @Override
    boolean patternParts(int pattern, int from) {
        int index = 0;
        for (int child = source.firstNamed(pattern); child >= 0; child = source.nextNamed(child), index++) {
            int name = walk.variables.nameNode(child);
            int part = facts.expression(ExpressionKind.ELEMENT, from, index + 1, 0);
            if (source.is(name, Role.PATTERN) && walk.deeper()) {
                walk.variables.patternNames(name, part);
            } else if (source.is(name, Role.NAME)) {
                facts.variable(source.text(name), FactsBuilder.NONE, VariableOrigin.LOCAL, part, 0);
            }
            if (source.is(name, Role.PATTERN)) {
                walk.shallower();
            }
        }
        return true;
    }
}
