package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names of types, annotations and imports must mean. */
final class TypeRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final MemberAccess access;

    TypeRules(CheckedFile file, MemberAccess access) {
        this.file = file;
        this.access = access;
        this.body = file.body;
        this.tree = file.tree;
    }

    /** A type name, dotted or not, that no further dot follows. */
    void name(int node) {
        int parent = tree.parent(node);
        if (tree.is(parent, JavaNode.SCOPED_TYPE_IDENTIFIER)
                || tree.is(parent, JavaNode.TYPE_PARAMETER) && tree.child(parent, JavaNode.TYPE_IDENTIFIER) == node
                || tree.textIs(node, "var")
                || tree.textIs(node, "val")) {
            return;
        }
        if (tree.is(parent, JavaNode.GENERIC_TYPE) && tree.is(tree.parent(parent), JavaNode.SCOPED_TYPE_IDENTIFIER)) {
            return;
        }
        String dotted = tree.dotted(node);
        if (dotted.isEmpty()) {
            return;
        }
        check(node, dotted);
    }

    void annotation(int node) {
        int name = tree.child(node, file.fields.name());
        if (name < 0) {
            return;
        }
        String dotted = tree.dotted(name);
        check(name, dotted);
        Type type = body.names.find(dotted, file.syntax.scope(node));
        if (type instanceof TypeVariable) {
            file.report(Kind.TYPE, name, "type", "Annotation", file.text(type));
        } else if (type == null && find(dotted, node, file.syntax.scope(node)) != null) {
            file.report(Kind.TYPE, name, "type", "Annotation", dotted);
        }
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                && symbol.isKnown()
                && body.subtypes.as(
                                type,
                                body.subtypes
                                        .library()
                                        .type("java.lang.annotation", "Annotation")
                                        .symbol())
                        == null) {
            file.report(Kind.TYPE, name, "type", "Annotation", file.text(type));
        }
    }

    /** Whether a simple type name must mean nothing. */
    boolean isNothing(int node) {
        int scope = file.syntax.scope(node);
        return tree.is(node, JavaNode.TYPE_IDENTIFIER)
                && !tree.is(tree.parent(node), JavaNode.SCOPED_TYPE_IDENTIFIER)
                && !tree.is(tree.parent(node), JavaNode.TYPE_PARAMETER)
                && !tree.textIs(node, "var")
                && find(tree.text(node), node, scope) == null
                && !mayBeElsewhere(scope);
    }

    /** A type parameter of a class around, where there is no object of that class. */
    private void variable(int node, String name, int scope) {
        if (isParameter(name, node) || !(body.names.simple(name, scope) instanceof TypeVariable variable)) {
            return;
        }
        List<SourceClass> around = body.enclosing(scope);
        for (int i = 0; i < around.size(); i++) {
            if (around.get(i).typeParameters(body.reads).contains(variable) && access.isStatic(node, i)) {
                file.report(Kind.ACCESS, node, "static", name);
            }
        }
    }

    private void check(int node, String dotted) {
        int scope = file.syntax.scope(node);
        variable(node, dotted, scope);
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        if (find(first, node, scope) != null) {
            if (dot >= 0 && body.names.find(dotted, scope) == null && isClosed(first, scope)) {
                file.report(Kind.NAME, node, "type-name", dotted);
            }
            return;
        }
        if (dot >= 0) {
            boolean known = body.names.qualified(dotted) != null;
            if (!known && (isInKnownPackage(dotted) || !file.packages.hasBelow(first) && !mayBeElsewhere(scope))) {
                file.report(Kind.NAME, node, "type-name", dotted);
            }
            return;
        }
        if (Character.isLowerCase(first.charAt(0)) || !mayBeElsewhere(scope)) {
            file.nameOrImport(node, first, true);
        }
    }

    /** Whether the longest beginning of a name that is a package has all that it can have. */
    private boolean isInKnownPackage(String dotted) {
        for (int dot = dotted.lastIndexOf('.'); dot > 0; dot = dotted.lastIndexOf('.', dot - 1)) {
            String start = dotted.substring(0, dot);
            if (body.unit.model().hasPackage(start)) {
                return file.packages.isComplete(start)
                        && !file.packages.hasBelow(start + "." + dotted.substring(dot + 1));
            }
        }
        return false;
    }

    private boolean isClosed(String first, int scope) {
        Type type = body.names.find(first, scope);
        return type != null && !body.subtypes.isOpen(type);
    }

    private @Nullable Type find(String name, int node, int scope) {
        Type found = body.names.simple(name, scope);
        if (found != null) {
            return found;
        }
        return isParameter(name, node) ? Type.UNKNOWN : null;
    }

    /** Whether the innermost head around that declares a type parameter of that name is a method's, or one that the node stands in itself. */
    private boolean isParameter(String name, int node) {
        for (int at = node; at >= 0; at = tree.parent(at)) {
            int parameters = tree.child(at, JavaNode.TYPE_PARAMETERS);
            for (int parameter : parameters < 0 ? List.<Integer>of() : file.children(parameters)) {
                int own = tree.child(parameter, JavaNode.TYPE_IDENTIFIER);
                if (own >= 0 && tree.text(own).equals(name)) {
                    int inside = tree.child(at, file.fields.body());
                    boolean isMethod =
                            tree.is(at, JavaNode.METHOD_DECLARATION) || tree.is(at, JavaNode.CONSTRUCTOR_DECLARATION);
                    return isMethod || inside < 0 || node < inside;
                }
            }
        }
        return false;
    }

    /** Whether a type may be inherited or imported from where nobody can look. */
    private boolean mayBeElsewhere(int scope) {
        for (SourceClass around : body.enclosing(scope)) {
            if (body.subtypes.isOpen(body.self(around))) {
                return true;
            }
        }
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            String path = body.facts.string(imports.path(row));
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0
                    && !body.unit.model().hasPackage(path)
                    && body.names.qualified(path) == null) {
                return true;
            }
        }
        return false;
    }

    /** A type with arguments. */
    void generic(int node) {
        int arguments = tree.child(node, JavaNode.TYPE_ARGUMENTS);
        int named = tree.firstNamed(node);
        if (arguments < 0 || named < 0 || tree.is(tree.parent(node), JavaNode.SCOPED_TYPE_IDENTIFIER)) {
            return;
        }
        List<Integer> given = file.children(arguments);
        given.removeIf(each -> tree.is(each, JavaNode.ANNOTATION) || tree.is(each, JavaNode.MARKER_ANNOTATION));
        for (int each : given) {
            switch (tree.kind(each)) {
                case INTEGRAL_TYPE, FLOATING_POINT_TYPE, BOOLEAN_TYPE ->
                    file.report(Kind.TYPE, each, "type", "Object", tree.text(each));
                default -> {}
            }
        }
        Type type = body.names.find(tree.dotted(named), file.syntax.scope(node));
        if (type instanceof TypeVariable) {
            file.report(Kind.TYPE, node, "type-arguments", tree.text(named), 0);
        }
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _) && symbol.isKnown()) {
            List<TypeVariable> variables = symbol.typeParameters(body.reads);
            boolean diamond = given.isEmpty() && !variables.isEmpty();
            if (!diamond && given.size() != variables.size()) {
                file.report(Kind.TYPE, node, "type-arguments", tree.text(named), variables.size());
            } else if (!diamond) {
                bounds(given, variables);
            }
        }
    }

    private void bounds(List<Integer> given, List<TypeVariable> variables) {
        for (int i = 0; i < given.size(); i++) {
            Type argument = file.typeAt(given.get(i));
            if (argument instanceof Type.Wildcard || argument instanceof Type.Unknown) {
                continue;
            }
            for (Type bound : variables.get(i).bounds(body.reads)) {
                if (bound instanceof Type.ClassType
                        && file.conversions.clashes(body.subtypes.erasure(argument), body.subtypes.erasure(bound))) {
                    file.report(Kind.TYPE, given.get(i), "type", file.text(bound), file.text(argument));
                    return;
                }
            }
        }
    }

    /** {@code extends} of a class. */
    void superclass(int node) {
        int named = tree.firstNamed(node);
        Type type = named < 0 ? Type.UNKNOWN : file.typeAt(named);
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                && symbol.isKnown()
                && (symbol.isInterface() || Modifiers.has(symbol.modifiers(), Modifiers.FINAL) || isEnum(symbol))) {
            file.report(Kind.TYPE, named, "superclass", file.text(type));
        }
    }

    private static boolean isEnum(JavaClass symbol) {
        return symbol instanceof SourceClass source
                && (source.kind() == SymbolKind.ENUM || source.kind() == SymbolKind.RECORD);
    }

    void interfaces(int node) {
        int list = tree.child(node, JavaNode.TYPE_LIST);
        for (int each : list < 0 ? List.<Integer>of() : file.children(list)) {
            Type type = file.typeAt(each);
            if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                    && symbol.isKnown()
                    && !symbol.isInterface()) {
                file.report(Kind.TYPE, each, "interface", file.text(type));
            }
        }
    }

    void importLine(int node) {
        boolean isStatic = false;
        boolean onDemand = false;
        int name = -1;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            isStatic |= tree.textIs(child, "static");
            onDemand |= tree.is(child, JavaNode.ASTERISK);
            if (tree.is(child, JavaNode.IDENTIFIER) || tree.is(child, JavaNode.SCOPED_IDENTIFIER)) {
                name = child;
            }
        }
        if (name < 0) {
            return;
        }
        String dotted = tree.dotted(name);
        String owner = isStatic && !onDemand ? beforeDot(dotted) : dotted;
        JavaClass symbol = body.names.qualified(owner);
        if (symbol != null) {
            member(name, dotted, symbol, isStatic && !onDemand);
        } else if (onDemand && !isStatic ? !body.unit.model().hasPackage(owner) : true) {
            String around = packageOf(owner);
            if (file.packages.isComplete(around)) {
                file.report(Kind.NAME, name, "type-name", dotted);
            } else if (!importsOtherUnknown(dotted)) {
                file.report(Kind.PACKAGE, name, "package", around);
            }
        }
    }

    /** Whether the file imports something else that is nowhere: not all of its libraries are known then. */
    private boolean importsOtherUnknown(String dotted) {
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            String path = body.facts.string(imports.path(row));
            String whole = imports.name(row) < 0 ? path : path + "." + body.facts.string(imports.name(row));
            if (!whole.equals(dotted)
                    && body.names.qualified(whole) == null
                    && body.names.qualified(path) == null
                    && !body.unit.model().hasPackage(whole)) {
                return true;
            }
        }
        return false;
    }

    private void member(int node, String dotted, JavaClass symbol, boolean named) {
        Type type = new Type.ClassType(symbol);
        String member = dotted.substring(dotted.lastIndexOf('.') + 1);
        if (named
                && !body.subtypes.isOpen(type)
                && body.fields.of(type, member) == null
                && body.names.memberClass(symbol, member) == null
                && body.members.methods(type, member, null).isEmpty()) {
            file.report(Kind.NAME, node, "member", member, symbol.simpleName());
        }
    }

    private static String beforeDot(String dotted) {
        return dotted.substring(0, Math.max(0, dotted.lastIndexOf('.')));
    }

    /** The leading parts of a name that are written like packages. */
    private static String packageOf(String dotted) {
        int end = 0;
        for (String part : dotted.split("\\.")) {
            if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
                break;
            }
            end += part.length() + 1;
        }
        return dotted.substring(0, Math.clamp(end - 1, 0, dotted.length()));
    }
}
