package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import org.jspecify.annotations.Nullable;

/** Whether code may name what a class declares (chapter 6.6 of the specification). */
final class Access {
    private final @Nullable JavaClass user;
    private final Subtypes subtypes;
    private final String packageName;

    /** @param user the class that the code stands in; null outside of any */
    Access(@Nullable JavaClass user, String packageName, Subtypes subtypes) {
        this.user = user;
        this.packageName = packageName;
        this.subtypes = subtypes;
    }

    boolean allows(JavaClass owner, int modifiers) {
        if (Modifiers.has(modifiers, Modifiers.PUBLIC)) {
            return true;
        }
        if (Modifiers.has(modifiers, Modifiers.PRIVATE)) {
            return user != null && outermost(owner).equals(outermost(user));
        }
        return owner.packageName().equals(packageName)
                || Modifiers.has(modifiers, Modifiers.PROTECTED) && inherits(owner);
    }

    /** Whether the code stands in a class that is one of that kind. */
    private boolean inherits(JavaClass owner) {
        for (JavaClass at = user; at != null; at = at.outer()) {
            if (subtypes.as(new Type.ClassType(at), owner) != null) {
                return true;
            }
        }
        return false;
    }

    private static JavaClass outermost(JavaClass symbol) {
        JavaClass at = symbol;
        for (JavaClass outer = at.outer(); outer != null; outer = outer.outer()) {
            at = outer;
        }
        return at;
    }
}
