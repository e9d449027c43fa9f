package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.Symbol;
import org.jspecify.annotations.Nullable;

/** Answers for calls that other expressions depend on. */
interface StructuralCalls {
    /** The declaration that a call reaches, if it is known. */
    @Nullable
    Symbol callee(int call);

    /** The type of which a call creates an object, if it does and the repository declares it. */
    @Nullable
    Symbol created(int call);
}
