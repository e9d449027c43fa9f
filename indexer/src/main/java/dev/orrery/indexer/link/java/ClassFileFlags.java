package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;

/** Access flags of class files and what they are in {@link Modifiers}. */
final class ClassFileFlags {
    static final int PUBLIC = 0x0001;
    static final int PROTECTED = 0x0004;
    static final int STATIC = 0x0008;
    static final int FINAL = 0x0010;
    static final int VARARGS = 0x0080;
    static final int ABSTRACT = 0x0400;
    static final int SYNTHETIC = 0x1000;

    private ClassFileFlags() {}

    static int modifiers(int flags) {
        return ((flags & PUBLIC) != 0 ? Modifiers.PUBLIC : 0)
                | ((flags & PROTECTED) != 0 ? Modifiers.PROTECTED : 0)
                | ((flags & STATIC) != 0 ? Modifiers.STATIC : 0)
                | ((flags & FINAL) != 0 ? Modifiers.FINAL : 0)
                | ((flags & VARARGS) != 0 ? Modifiers.VARARGS : 0)
                | ((flags & ABSTRACT) != 0 ? Modifiers.ABSTRACT : 0);
    }
}
