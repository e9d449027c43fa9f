package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import org.jspecify.annotations.Nullable;

/** Who may use a member, and where (chapters 6.6 and 8.3.1.1 of the specification). */
final class MemberAccess {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;

    MemberAccess(CheckedFile file) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
    }

    /** A simple name that means a field. */
    void field(int node, Fields.Hit hit) {
        String name = tree.text(node);
        int modifiers = hit.field().modifiers();
        member(node, name, modifiers, hit.site().symbol(), hit.site());
        if (hit.around() >= 0 && !Modifiers.has(modifiers, Modifiers.STATIC) && isStatic(node, hit.around())) {
            file.report(Kind.ACCESS, node, "static", name);
        }
    }

    void member(int node, String name, int modifiers, JavaClass owner, Type through) {
        if (!isAccessible(modifiers, owner, file.user(node))) {
            file.report(Kind.ACCESS, node, "access", name, owner.simpleName());
        }
    }

    /** Whether code in {@code user} may name a member; what may be inherited from what is not known is let through. */
    boolean isAccessible(int modifiers, JavaClass owner, @Nullable JavaClass user) {
        String packageName = body.unit.source().facts().packageName();
        return user == null
                || new Access(user, packageName, body.subtypes).allows(owner, modifiers)
                || Modifiers.has(modifiers, Modifiers.PROTECTED) && isOpen(user);
    }

    private boolean isOpen(JavaClass user) {
        for (JavaClass at = user; at != null; at = at.outer()) {
            if (body.subtypes.isOpen(new Type.ClassType(at))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether code stands where there is no object of a class around it.
     *
     * @param around the class, counted from the innermost
     */
    boolean isStatic(int node, int around) {
        boolean isStatic = false;
        int passed = 0;
        int below = node;
        for (int at = tree.parent(node); at >= 0; below = at, at = tree.parent(at)) {
            switch (tree.kind(at)) {
                case METHOD_DECLARATION, FIELD_DECLARATION -> isStatic |= file.hasModifier(at, "static");
                case CLASS_DECLARATION, INTERFACE_DECLARATION, ENUM_DECLARATION, RECORD_DECLARATION ->
                    isStatic |= !tree.hasField(below, file.fields.body()) && isStaticClass(at);
                case STATIC_INITIALIZER, CONSTANT_DECLARATION -> isStatic = true;
                case EXPLICIT_CONSTRUCTOR_INVOCATION -> isStatic = true;
                case CLASS_BODY, ENUM_BODY, INTERFACE_BODY, ANNOTATION_TYPE_BODY -> {
                    int owner = tree.parent(at);
                    if (tree.is(at, JavaNode.ENUM_BODY) && tree.is(below, JavaNode.ENUM_CONSTANT)) {
                        isStatic = true;
                    }
                    if (passed == around) {
                        return isStatic;
                    }
                    passed++;
                    isStatic |= isStaticClass(owner);
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isStaticClass(int node) {
        return switch (tree.kind(node)) {
            case INTERFACE_DECLARATION, ENUM_DECLARATION, RECORD_DECLARATION, ANNOTATION_TYPE_DECLARATION -> true;
            case CLASS_DECLARATION ->
                file.hasModifier(node, "static") || tree.is(tree.parent(node), JavaNode.INTERFACE_BODY);
            default -> false;
        };
    }
}
