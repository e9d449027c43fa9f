package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.List;

/** What simple names and field accesses must mean (chapter 6.5 of the specification). */
final class NameRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final MemberAccess access;
    private final FinalFields fields;

    NameRules(CheckedFile file, MemberAccess access) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
        this.access = access;
        this.fields = new FinalFields(file);
    }

    /** What a name means. */
    private enum Meant {
        VALUE,
        TYPE,
        PACKAGE,
        NOTHING,
        /** Something that is not known may declare it. */
        UNKNOWN
    }

    void name(int node) {
        int row = file.syntax.expression(node);
        if (row < 0 || tree.text(node).isEmpty()) {
            return;
        }
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) != ExpressionKind.NAME) {
            return;
        }
        String name = body.facts.string(expressions.a(row));
        int scope = expressions.scope(row);
        if (isBeingDeclared(node, name)) {
            file.report(Kind.ACCESS, node, "unset", name);
            return;
        }
        Fields.Hit hit = body.fields.inScope(name, scope);
        if (hit != null) {
            access.field(node, hit);
            if (fields.isUnset(node, hit)) {
                file.report(Kind.ACCESS, node, "unset", name);
            }
            return;
        }
        switch (meant(name, scope)) {
            case TYPE -> {
                if (!isQualifier(node)) {
                    file.report(Kind.NAME, node, "type-as-value", name);
                }
            }
            case PACKAGE -> {
                if (!isQualifier(node)) {
                    file.report(Kind.NAME, node, "name", name);
                }
            }
            case NOTHING -> file.nameOrImport(node, name, isQualifier(node));
            case VALUE, UNKNOWN -> {}
        }
    }

    /** Whether a name stands in the value that its own local variable is declared with. */
    private boolean isBeingDeclared(int node, String name) {
        for (int at = tree.parent(node); at >= 0; at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case LAMBDA_EXPRESSION, CLASS_BODY, BLOCK -> {
                    return false;
                }
                case VARIABLE_DECLARATOR -> {
                    int declared = tree.child(at, file.fields.name());
                    return file.syntax.variable(declared) >= 0 && tree.textIs(declared, name);
                }
                default -> {}
            }
        }
        return false;
    }

    private Meant meant(String name, int scope) {
        if (body.names.find(name, scope) != null) {
            return Meant.TYPE;
        }
        if (isOpen(scope) || importsUnknown(name)) {
            return Meant.UNKNOWN;
        }
        return file.packages.hasBelow(name) ? Meant.PACKAGE : Meant.NOTHING;
    }

    /** A name among an annotation's arguments, of which there are no facts. */
    void inAnnotation(int node) {
        int parent = tree.parent(node);
        boolean pair = tree.is(parent, JavaNode.ELEMENT_VALUE_PAIR);
        if (pair && tree.firstNamed(parent) == node) {
            element(node, parent);
            return;
        }
        boolean value = pair
                || tree.is(parent, JavaNode.BINARY_EXPRESSION)
                || tree.is(parent, JavaNode.FIELD_ACCESS) && tree.hasField(node, file.fields.object())
                || tree.kind(parent) == JavaNode.OTHER;
        String name = tree.text(node);
        int scope = file.syntax.scope(node);
        if (value && body.fields.inScope(name, scope) == null && meant(name, scope) == Meant.NOTHING) {
            file.nameOrImport(node, name, tree.is(parent, JavaNode.FIELD_ACCESS));
        }
    }

    private void element(int key, int pair) {
        int annotation = file.around(pair, JavaNode.ANNOTATION);
        int name = annotation < 0 ? -1 : tree.child(annotation, file.fields.name());
        Type type = name < 0 ? null : body.names.find(tree.dotted(name), file.syntax.scope(annotation));
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                && !body.subtypes.isOpen(type)
                && symbol.methods(body.reads, tree.text(key)).isEmpty()) {
            file.report(Kind.NAME, key, "method", tree.text(key), file.text(type));
        }
    }

    /** Whether a simple name that nothing known declares must mean nothing. */
    boolean isNothing(int node) {
        int row = file.syntax.expression(node);
        Expressions expressions = body.facts.expressions();
        if (row < 0 || expressions.kind(row) != ExpressionKind.NAME) {
            return false;
        }
        String name = body.facts.string(expressions.a(row));
        int scope = expressions.scope(row);
        return !name.isEmpty() && body.fields.inScope(name, scope) == null && meant(name, scope) == Meant.NOTHING;
    }

    /** Whether a class around inherits from what is not known. */
    boolean isOpen(int scope) {
        for (SourceClass around : body.enclosing(scope)) {
            if (body.subtypes.isOpen(body.self(around))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a static import that cannot be read may bring that name. */
    boolean importsUnknown(String name) {
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if ((imports.flags(row) & Imports.STATIC) != 0) {
                boolean named = imports.name(row) >= 0
                        && body.facts.string(imports.name(row)).equals(name);
                JavaClass owner = named || imports.name(row) < 0
                        ? body.names.qualified(body.facts.string(imports.path(row)))
                        : null;
                boolean unknown = owner == null || body.subtypes.isOpen(new Type.ClassType(owner));
                if ((named || imports.name(row) < 0) && unknown) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a name stands before a dot or before colons, where it may mean a type or a package. */
    boolean isQualifier(int node) {
        int parent = tree.parent(node);
        return parent >= 0
                && switch (tree.kind(parent)) {
                    case FIELD_ACCESS, METHOD_INVOCATION -> tree.hasField(node, file.fields.object());
                    case METHOD_REFERENCE -> tree.firstNamed(parent) == node;
                    default -> false;
                };
    }

    /** {@code receiver.name}. */
    void fieldAccess(int node) {
        int object = tree.child(node, file.fields.object());
        int name = tree.child(node, file.fields.field());
        int row = file.syntax.expression(node);
        if (object >= 0 && name >= 0 && row < 0 && file.around(node, JavaNode.ANNOTATION) >= 0) {
            Type type = body.names.find(tree.dotted(object), file.syntax.scope(node));
            if (type != null && body.fields.inScope(tree.dotted(object), file.syntax.scope(node)) == null) {
                ofType(node, name, type, tree.text(name));
            }
            return;
        }
        if (object < 0 || name < 0 || row < 0 || !tree.is(name, JavaNode.IDENTIFIER)) {
            return;
        }
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) != ExpressionKind.FIELD) {
            return;
        }
        int receiver = expressions.a(row);
        String text = tree.text(name);
        if (isNothing(object) && body.facts.expressions().kind(receiver) == ExpressionKind.NAME) {
            return;
        }
        switch (body.meanings.of(receiver)) {
            case Meaning.PackageName(String prefix) -> inPackage(node, name, prefix, text);
            case Meaning.TypeName(Type type) -> ofType(node, name, type, text);
            case Meaning.Value(Type type) -> ofValue(receiver, name, type, text);
        }
    }

    private void inPackage(int node, int name, String prefix, String text) {
        String qualified = prefix + "." + text;
        boolean known =
                body.unit.model().find(prefix, text, body.unit.source()) != null || file.packages.hasBelow(qualified);
        if (!known
                && file.packages.isComplete(prefix)
                && (!isQualifier(node) || Character.isUpperCase(text.charAt(0)))) {
            file.report(Kind.NAME, name, "member", text, prefix);
        }
    }

    private void ofType(int node, int name, Type type, String text) {
        if (body.subtypes.isOpen(type) || !(type instanceof Type.ClassType(JavaClass symbol, List<Type> _))) {
            return;
        }
        Fields.Hit hit = body.fields.of(type, text);
        if (hit == null) {
            boolean member = body.names.memberClass(symbol, text) != null;
            if (!member) {
                file.report(Kind.NAME, name, "member", text, file.text(type));
            } else if (!isQualifier(node)) {
                file.report(Kind.NAME, name, "type-as-value", text);
            }
            return;
        }
        if (!Modifiers.has(hit.field().modifiers(), Modifiers.STATIC)) {
            file.report(Kind.ACCESS, name, "static", text);
        } else {
            access.member(name, text, hit.field().modifiers(), hit.site().symbol(), type);
        }
    }

    private void ofValue(int receiver, int name, Type type, String text) {
        Type upper = body.subtypes.upper(type);
        if (file.certainty.of(receiver) == Certainty.Level.NONE || upper instanceof Type.Unknown) {
            return;
        }
        if (upper instanceof Type.Array && text.equals("length")) {
            return;
        }
        if (upper instanceof Type.Primitive || upper instanceof Type.Array) {
            file.report(Kind.NAME, name, "member", text, file.text(type));
            return;
        }
        Fields.Hit hit = body.fields.of(upper, text);
        if (hit != null) {
            access.member(name, text, hit.field().modifiers(), hit.site().symbol(), upper);
        } else if (!body.subtypes.isOpen(upper)) {
            file.report(Kind.NAME, name, "member", text, file.text(type));
        }
    }
}
