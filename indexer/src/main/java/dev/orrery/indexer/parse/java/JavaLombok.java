package dev.orrery.indexer.parse.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Declares the members that Lombok's annotations stand for, as they are documented: accessors at the line of their field,
 * constructors and builders at that of their class. A method that the class declares itself keeps Lombok from making one of
 * that name.
 */
final class JavaLombok {
    private static final Set<String> CONSTRUCTORS =
            Set.of("NoArgsConstructor", "AllArgsConstructor", "RequiredArgsConstructor", "Value", "Data");

    private final JavaWalk walk;
    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaFields fields;
    private boolean imported;
    private final Set<String> names = new HashSet<>();

    JavaLombok(JavaWalk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.fields = walk.tree.fields();
    }

    /** Takes an import in; without one from Lombok nothing here means anything. */
    void imported(String path, String name) {
        if (path.equals("lombok") || path.startsWith("lombok.")) {
            imported = true;
            names.add(name);
        }
    }

    /** Whether {@code val} declares a variable whose type is inferred. */
    boolean infersVal() {
        return imported && (names.contains("val") || names.contains(""));
    }

    /** A field as Lombok sees it. */
    private record Field(
            String name,
            int type,
            String typeText,
            int offset,
            int end,
            int modifiers,
            Map<String, String> annotations,
            boolean initialised) {
        boolean isRequired() {
            return !initialised && (Modifiers.has(modifiers, Modifiers.FINAL) || annotations.containsKey("NonNull"));
        }
    }

    /**
     * Declares what the annotations of a type call for; the type is open.
     *
     * @return whether a constructor was among it
     */
    boolean members(int node, int body, String simple) {
        if (!imported || body < 0) {
            return false;
        }
        Map<String, String> annotations = annotations(node);
        List<Field> all = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        read(body, all, declared);
        boolean value = annotations.containsKey("Value");
        int name = tree.child(node, fields.name());
        for (Field field : all) {
            accessors(field, annotations, declared, simple);
        }
        if (value || annotations.containsKey("Data") || annotations.containsKey("EqualsAndHashCode")) {
            objectMethod("equals", "Object", "boolean", declared, name);
            objectMethod("hashCode", null, "int", declared, name);
        }
        if (value || annotations.containsKey("Data") || annotations.containsKey("ToString")) {
            objectMethod("toString", null, "String", declared, name);
        }
        if (annotations.containsKey("Builder") || annotations.containsKey("SuperBuilder")) {
            builder(all, declared, simple, name);
        }
        return constructors(annotations, all, declared, simple, name);
    }

    private void read(int body, List<Field> all, Set<String> declared) {
        for (int child = tree.first(body); child >= 0; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case FIELD_DECLARATION -> readFields(child, all);
                case METHOD_DECLARATION, CLASS_DECLARATION -> {
                    int name = tree.child(child, fields.name());
                    if (name >= 0) {
                        declared.add(tree.text(name).toLowerCase(Locale.ROOT));
                    }
                }
                case CONSTRUCTOR_DECLARATION -> declared.add("");
                case ENUM_BODY_DECLARATIONS -> read(child, all, declared);
                default -> {}
            }
        }
    }

    private void readFields(int node, List<Field> all) {
        int modifiers = walk.modifiers.of(node);
        int typeNode = tree.child(node, fields.type());
        if (typeNode < 0 || Modifiers.has(modifiers, Modifiers.STATIC)) {
            return;
        }
        int type = walk.types.of(typeNode);
        Map<String, String> annotations = annotations(node);
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            int name = tree.is(child, JavaNode.VARIABLE_DECLARATOR) ? tree.child(child, fields.name()) : -1;
            if (name >= 0 && tree.end(name) > tree.start(name)) {
                all.add(new Field(
                        tree.text(name),
                        walk.types.withDimensions(type, child),
                        tree.text(typeNode),
                        tree.start(name),
                        tree.end(name),
                        modifiers,
                        annotations,
                        tree.child(child, fields.value()) >= 0));
            }
        }
    }

    /** Annotations by simple name, each with the text of its arguments. */
    private Map<String, String> annotations(int declaration) {
        int node = tree.child(declaration, JavaNode.MODIFIERS);
        Map<String, String> found = new HashMap<>();
        for (int child = node < 0 ? -1 : tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.is(child, JavaNode.ANNOTATION) || tree.is(child, JavaNode.MARKER_ANNOTATION)) {
                int name = tree.child(child, fields.name());
                int arguments = tree.child(child, fields.arguments());
                if (name >= 0) {
                    String dotted = tree.dotted(name);
                    found.put(dotted.substring(dotted.lastIndexOf('.') + 1), arguments < 0 ? "" : tree.text(arguments));
                }
            }
        }
        return found;
    }

    private void accessors(Field field, Map<String, String> ofType, Set<String> declared, String simple) {
        boolean data = ofType.containsKey("Data");
        boolean value = ofType.containsKey("Value");
        boolean isFinal = value || Modifiers.has(field.modifiers(), Modifiers.FINAL);
        String style = field.annotations().getOrDefault("Accessors", ofType.getOrDefault("Accessors", ""));
        boolean fluent = style.contains("fluent") && !style.replace(" ", "").contains("fluent=false");
        boolean chained =
                fluent || style.contains("chain") && !style.replace(" ", "").contains("chain=false");
        boolean isBoolean = field.typeText().equals("boolean");
        String stem = isBoolean
                        && field.name().length() > 2
                        && field.name().startsWith("is")
                        && Character.isUpperCase(field.name().charAt(2))
                ? field.name().substring(2)
                : field.name();
        int self = facts.type(simple);
        if (wants("Getter", field, ofType, data || value)) {
            String name = fluent ? field.name() : (isBoolean ? "is" : "get") + capital(stem);
            method(name, field, FactsBuilder.NONE, field.type(), declared);
        }
        if (!isFinal && wants("Setter", field, ofType, data)) {
            String name = fluent ? field.name() : "set" + capital(stem);
            method(name, field, field.type(), chained ? self : facts.type("void"), declared);
        }
        if (wants("With", field, ofType, false) || wants("Wither", field, ofType, false)) {
            method("with" + capital(stem), field, field.type(), self, declared);
        }
    }

    private static boolean wants(String annotation, Field field, Map<String, String> ofType, boolean otherwise) {
        String own = field.annotations().get(annotation);
        String arguments = own == null ? ofType.get(annotation) : own;
        return arguments == null ? otherwise : !arguments.contains("AccessLevel.NONE");
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private void method(String name, Field field, int parameter, int result, Set<String> declared) {
        if (declared.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        int method = facts.declare(
                SymbolKind.METHOD,
                name,
                Modifiers.PUBLIC | Modifiers.IMPLICIT,
                field.offset(),
                field.offset(),
                field.end());
        facts.declaredType(method, result);
        if (parameter >= 0) {
            facts.open(method);
            facts.parameter(method, field.name(), parameter);
            facts.close();
        }
    }

    private void objectMethod(String name, @Nullable String parameter, String result, Set<String> declared, int at) {
        if (declared.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        int method = implicit(SymbolKind.METHOD, name, Modifiers.PUBLIC, at);
        facts.declaredType(method, facts.type(result));
        if (parameter != null) {
            facts.open(method);
            facts.parameter(method, "o", facts.type(parameter));
            facts.close();
        }
    }

    private int implicit(SymbolKind kind, String name, int modifiers, int at) {
        return facts.declare(
                kind, name, modifiers | Modifiers.IMPLICIT, tree.start(at), tree.start(at), tree.start(at));
    }

    private void builder(List<Field> all, Set<String> declared, String simple, int at) {
        String name = simple + "Builder";
        if (!declared.contains("builder")) {
            int method = implicit(SymbolKind.METHOD, "builder", Modifiers.PUBLIC | Modifiers.STATIC, at);
            facts.declaredType(method, facts.type(name));
        }
        if (declared.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        int type = implicit(SymbolKind.CLASS, name, Modifiers.PUBLIC | Modifiers.STATIC, at);
        facts.open(type);
        for (Field field : all) {
            method(field.name(), field, field.type(), facts.type(name), Set.of());
        }
        int build = implicit(SymbolKind.METHOD, "build", Modifiers.PUBLIC, at);
        facts.declaredType(build, facts.type(simple));
        implicit(SymbolKind.CONSTRUCTOR, name, 0, at);
        facts.close();
    }

    private boolean constructors(
            Map<String, String> annotations, List<Field> all, Set<String> declared, String simple, int at) {
        boolean explicit = declared.contains("");
        boolean named = annotations.keySet().stream().anyMatch(name -> name.endsWith("ArgsConstructor"));
        boolean any = false;
        for (String annotation : CONSTRUCTORS) {
            boolean implied = annotation.equals("Value") || annotation.equals("Data");
            if (!annotations.containsKey(annotation) || implied && (explicit || named)) {
                continue;
            }
            any = true;
            constructor(annotation, annotations.getOrDefault(annotation, ""), all, simple, at);
        }
        if (!any && !explicit && (annotations.containsKey("Builder") || annotations.containsKey("SuperBuilder"))) {
            any = true;
            constructor("AllArgsConstructor", "", all, simple, at);
        }
        return any;
    }

    private void constructor(String annotation, String arguments, List<Field> all, String simple, int at) {
        List<Field> taken =
                switch (annotation) {
                    case "NoArgsConstructor" -> List.of();
                    case "AllArgsConstructor", "Value" ->
                        all.stream()
                                .filter(field -> !(field.initialised()
                                        && (annotation.equals("Value")
                                                || Modifiers.has(field.modifiers(), Modifiers.FINAL))))
                                .toList();
                    default -> all.stream().filter(Field::isRequired).toList();
                };
        int constructor = implicit(SymbolKind.CONSTRUCTOR, simple, Modifiers.PUBLIC, at);
        parameters(constructor, taken);
        int quote = arguments.indexOf('"', Math.max(0, arguments.indexOf("staticName")));
        if (arguments.contains("staticName") && quote >= 0 && arguments.indexOf('"', quote + 1) > quote) {
            String name = arguments.substring(quote + 1, arguments.indexOf('"', quote + 1));
            int method = implicit(SymbolKind.METHOD, name, Modifiers.PUBLIC | Modifiers.STATIC, at);
            facts.declaredType(method, facts.type(simple));
            parameters(method, taken);
        }
    }

    private void parameters(int declaration, List<Field> taken) {
        facts.open(declaration);
        for (Field field : taken) {
            facts.parameter(declaration, field.name(), field.type());
        }
        facts.close();
    }
}
