package dev.orrery.indexer.compare;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration of one version of a file.
 *
 * @param name the simple name
 * @param parent what encloses it, null at the top of a file
 * @param packageName of its file
 * @param text a hash of its own text, white space apart
 * @param size bytes of its own text, white space apart
 * @param calls the calls that it makes itself, in source order
 * @param children what it encloses, in source order; filled while the file is read
 */
record Declared(
        SymbolKey key,
        String name,
        @Nullable Declared parent,
        String packageName,
        int startLine,
        int endLine,
        int modifiers,
        long text,
        int size,
        CallSites calls,
        List<Declared> children) {

    /** What tells a declaration from its siblings, wherever they stand. */
    record Id(SymbolKind kind, String name, String parameters) {}

    Id id() {
        return new Id(key.kind(), name, key.parameters());
    }

    boolean isImplicit() {
        return Modifiers.has(modifiers, Modifiers.IMPLICIT);
    }

    boolean hasTextOf(Declared other) {
        return text == other.text && size == other.size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
