package dev.orrery.indexer.parse;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** Tells jtreesitter to use {@link NativeCore}; found by the service loader. */
public final class CoreLookup implements NativeLibraryLookup {
    @Override
    public SymbolLookup get(Arena arena) {
        return NativeCore.current().lookup(arena);
    }
}
