package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What classes and their members must be (chapter 8 of the specification). */
final class DeclarationRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;

    DeclarationRules(CheckedFile file) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
    }

    /** A field or enum constant. */
    void field(int name) {
        int at =
                tree.is(tree.parent(name), JavaNode.ENUM_CONSTANT) ? tree.parent(name) : tree.parent(tree.parent(name));
        int list = tree.parent(at);
        String text = tree.text(name);
        int found = 0;
        for (int member = list < 0 ? -1 : tree.first(list); member >= 0; member = tree.next(member)) {
            found += tree.is(member, JavaNode.ENUM_CONSTANT) && isNamed(member, text) ? 1 : 0;
            for (int child = tree.first(member); child >= 0; child = tree.next(child)) {
                found += tree.is(child, JavaNode.VARIABLE_DECLARATOR) && isNamed(child, text) ? 1 : 0;
            }
        }
        if (found > 1) {
            file.report(Kind.NAME, name, "duplicate", text);
        }
    }

    private boolean isNamed(int node, String text) {
        int name = tree.child(node, file.fields.name());
        return name >= 0 && tree.text(name).equals(text);
    }

    /** The head of a method or constructor. */
    void method(int node) {
        int row = file.syntax.declaration(node);
        SourceMethod method = row < 0 ? null : body.unit.methodAt(row);
        int name = tree.child(node, file.fields.name());
        if (method == null || name < 0) {
            return;
        }
        boolean isMethod = tree.is(node, JavaNode.METHOD_DECLARATION);
        if (!isMethod && !method.owner().simpleName().equals(tree.text(name))) {
            file.report(Kind.NAME, name, "constructor-name", tree.text(name));
            return;
        }
        Candidate own = new Candidate(method, body.self(method.owner()));
        List<JavaMethod> others = isMethod
                ? method.owner().methods(body.reads, method.name())
                : method.owner().constructors(body.reads);
        for (JavaMethod other : others) {
            if (other != method
                    && !Modifiers.has(other.modifiers(), Modifiers.IMPLICIT)
                    && body.members.sameParameters(own, new Candidate(other, own.site()))) {
                file.report(Kind.NAME, name, "duplicate", method.name());
                return;
            }
        }
        if (isMethod) {
            overriding(node, name, own);
        }
    }

    private void overriding(int node, int name, Candidate own) {
        Candidate overridden = overridden(own, own.site(), new HashSet<>());
        if (overridden == null && own.method().owner().isInterface()) {
            overridden = overridden(own, body.subtypes.object(), new HashSet<>());
        }
        if (overridden == null) {
            boolean record = own.method().owner() instanceof SourceClass source && source.kind() == SymbolKind.RECORD;
            if (isMarked(node) && !record && !body.subtypes.isOpen(own.site())) {
                file.report(Kind.NAME, name, "override", own.method().name());
            }
            return;
        }
        if (Modifiers.has(own.method().modifiers(), Modifiers.STATIC)) {
            return;
        }
        Type wanted = Bindings.of(overridden.site(), body.reads)
                .apply(overridden.method().returnType(body.reads));
        Type given = own.method().returnType(body.reads);
        if (resultClashes(given, wanted, own, overridden)) {
            int type = tree.child(node, file.fields.type());
            file.report(Kind.TYPE, type < 0 ? name : type, "type", file.text(wanted), file.text(given));
        } else if (visibility(own) < visibility(overridden)) {
            file.report(Kind.ACCESS, name, "weaker", own.method().name());
        }
    }

    private boolean resultClashes(Type given, Type wanted, Candidate own, Candidate overridden) {
        if (given instanceof Type.Primitive || wanted instanceof Type.Primitive) {
            return !given.equals(wanted)
                    && !(given instanceof Type.Unknown)
                    && !(wanted instanceof Type.Unknown)
                    && !(wanted instanceof TypeVariable);
        }
        boolean generic = !own.method().typeParameters().isEmpty()
                || !overridden.method().typeParameters().isEmpty()
                || overridden.site().arguments().isEmpty()
                        && !overridden
                                .site()
                                .symbol()
                                .typeParameters(body.reads)
                                .isEmpty();
        return generic
                ? !(wanted instanceof TypeVariable)
                        && file.conversions.clashes(body.subtypes.erasure(given), body.subtypes.erasure(wanted))
                : file.conversions.clashes(given, wanted);
    }

    private int visibility(Candidate candidate) {
        int modifiers = candidate.method().modifiers();
        return Modifiers.has(modifiers, Modifiers.PUBLIC)
                ? 3
                : Modifiers.has(modifiers, Modifiers.PROTECTED)
                        ? 2
                        : Modifiers.has(modifiers, Modifiers.PRIVATE) ? 0 : 1;
    }

    private boolean isMarked(int node) {
        int modifiers = tree.child(node, JavaNode.MODIFIERS);
        for (int each : modifiers < 0 ? List.<Integer>of() : file.children(modifiers)) {
            if (tree.is(each, JavaNode.MARKER_ANNOTATION)
                    && tree.text(tree.child(each, file.fields.name())).equals("Override")) {
                return true;
            }
        }
        return false;
    }

    /** The nearest method that one overrides, or null. */
    private @Nullable Candidate overridden(Candidate own, Type.ClassType type, Set<JavaClass> seen) {
        if (!seen.add(type.symbol())) {
            return null;
        }
        if (!type.symbol().equals(own.method().owner())) {
            for (JavaMethod other :
                    type.symbol().methods(body.reads, own.method().name())) {
                Candidate candidate = new Candidate(other, type);
                boolean inherited = (other.modifiers() & (Modifiers.STATIC | Modifiers.PRIVATE)) == 0;
                boolean generic = other.parameterCount() == own.method().parameterCount()
                        && !own.method().typeParameters().isEmpty();
                if (inherited && (generic || body.members.sameParameters(own, candidate))) {
                    return candidate;
                }
            }
        }
        for (Type supertype : body.subtypes.supertypes(type)) {
            Candidate found = supertype instanceof Type.ClassType parent ? overridden(own, parent, seen) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What an annotation takes: its type, and the value that it has otherwise. */
    void element(int node) {
        int written = tree.child(node, file.fields.type());
        int value = tree.child(node, file.fields.value());
        Type type = written < 0 ? Type.UNKNOWN : file.typeAt(written);
        if (type instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                && symbol instanceof SourceClass own
                && own.kind() != SymbolKind.ENUM
                && (own.kind() != SymbolKind.ANNOTATION || own.equals(file.user(node)))) {
            file.report(Kind.TYPE, written, "element", file.text(type));
        }
        boolean text = tree.is(value, JavaNode.STRING_LITERAL);
        boolean truth = tree.is(value, JavaNode.TRUE) || tree.is(value, JavaNode.FALSE);
        Type given = text ? body.subtypes.string() : truth ? Type.Primitive.BOOLEAN : Type.UNKNOWN;
        Type wanted = type instanceof Type.Array(Type part) ? part : type;
        if (file.conversions.clashes(given, wanted)) {
            file.report(Kind.TYPE, value, "type", file.text(wanted), file.text(given));
        }
    }

    /** The head of a class: its name, what it inherits, and what it owes to that. */
    void type(int node) {
        int row = file.syntax.declaration(node);
        SourceClass symbol = row < 0 ? null : body.unit.classAt(row);
        int name = tree.child(node, file.fields.name());
        if (symbol == null || name < 0) {
            return;
        }
        named(node, name, symbol);
        if (isCyclic(symbol)) {
            file.report(Kind.TYPE, name, "cyclic", symbol.simpleName());
            return;
        }
        int inside = tree.child(node, file.fields.body());
        for (int member : inside < 0 ? List.<Integer>of() : members(inside)) {
            if (tree.is(member, JavaNode.CONSTRUCTOR_DECLARATION) && !isNamed(member, symbol.simpleName())) {
                file.report(Kind.NAME, name, "constructor-name", symbol.simpleName());
            } else if (tree.is(member, JavaNode.METHOD_DECLARATION)) {
                method(member);
            }
        }
        implemented(name, symbol);
    }

    private List<Integer> members(int inside) {
        List<Integer> members = file.children(inside);
        for (int child : List.copyOf(members)) {
            if (tree.is(child, JavaNode.ENUM_BODY_DECLARATIONS)) {
                members.addAll(file.children(child));
            }
        }
        return members;
    }

    private void named(int node, int name, SourceClass symbol) {
        String path = body.unit.source().path();
        String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
        if (symbol.outer() == null
                && tree.is(tree.parent(node), JavaNode.PROGRAM)
                && file.hasModifier(node, "public")
                && !stem.equals(symbol.simpleName())) {
            file.report(Kind.NAME, name, "file-name", symbol.simpleName());
        }
        for (JavaClass at = symbol.outer(); at != null; at = at.outer()) {
            if (at.simpleName().equals(symbol.simpleName())) {
                file.report(Kind.NAME, name, "duplicate", symbol.simpleName());
            }
        }
        SourceClass first = symbol.outer() == null
                ? body.unit.declaredIn(-1, symbol.simpleName())
                : symbol.outer().memberClass(body.reads, symbol.simpleName());
        if (first != null && first.row() != symbol.row()) {
            file.report(Kind.NAME, name, "duplicate", symbol.simpleName());
        }
    }

    private boolean isCyclic(SourceClass symbol) {
        for (Type supertype : body.subtypes.supertypes(body.self(symbol))) {
            if (body.subtypes.as(supertype, symbol) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a class that can be made has a body for every method that it inherits. */
    void implemented(int name, SourceClass symbol) {
        boolean can =
                switch (symbol.kind()) {
                    case CLASS, RECORD -> !Modifiers.has(symbol.modifiers(), Modifiers.ABSTRACT);
                    default -> false;
                };
        Type.ClassType self = body.self(symbol);
        if (!can || body.subtypes.isOpen(self)) {
            return;
        }
        Set<String> looked = new HashSet<>();
        for (Type.ClassType parent : ancestors(self)) {
            for (JavaMethod method : parent.symbol().methods(body.reads)) {
                if (Modifiers.has(method.modifiers(), Modifiers.ABSTRACT)
                        && looked.add(method.name() + "/" + method.parameterCount())
                        && isMissing(method, parent, self)) {
                    file.report(Kind.NAME, name, "unimplemented", method.name(), symbol.simpleName());
                    return;
                }
            }
        }
    }

    /** Whether no method of that name and arity has a body. */
    private boolean isMissing(JavaMethod wanted, Type.ClassType parent, Type.ClassType self) {
        List<JavaMethod> all = new ArrayList<>(self.symbol().methods(body.reads, wanted.name()));
        ancestors(self).forEach(each -> all.addAll(each.symbol().methods(body.reads, wanted.name())));
        all.addAll(body.subtypes.object().symbol().methods(body.reads, wanted.name()));
        Candidate abstractOne = new Candidate(wanted, parent);
        for (JavaMethod method : all) {
            if (method.parameterCount() == wanted.parameterCount()
                    && !Modifiers.has(method.modifiers(), Modifiers.ABSTRACT)
                    && mayImplement(method, abstractOne, self)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayImplement(JavaMethod method, Candidate wanted, Type.ClassType self) {
        Type.ClassType site = body.subtypes.as(self, method.owner());
        return site == null
                || !method.typeParameters().isEmpty()
                || body.members.sameParameters(new Candidate(method, site), wanted);
    }

    private List<Type.ClassType> ancestors(Type.ClassType type) {
        List<Type.ClassType> all = new ArrayList<>();
        Set<JavaClass> seen = new HashSet<>();
        List<Type> open = new ArrayList<>(body.subtypes.supertypes(type));
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) instanceof Type.ClassType parent && seen.add(parent.symbol())) {
                all.add(parent);
                open.addAll(body.subtypes.supertypes(parent));
            }
        }
        return all;
    }
}
