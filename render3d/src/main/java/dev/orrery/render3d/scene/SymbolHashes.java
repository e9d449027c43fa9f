package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import java.util.HashMap;
import java.util.Map;

/**
 * A 64-bit fingerprint of every symbol's {@link dev.orrery.api.SymbolKey}, made without building the keys. Equal keys
 * have equal fingerprints in every snapshot; two different keys agree with a chance of one in 10<sup>13</sup> in a
 * million symbols, and would then only lie at one place.
 */
final class SymbolHashes {
    private SymbolHashes() {}

    static long[] of(CodeGraph graph) {
        long[] hashes = new long[graph.symbolCount()];
        Map<Long, Integer> seen = new HashMap<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            seen.clear();
            long base = text(graph.path(file));
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                int parent = graph.parent(symbol);
                long hash = parent < 0 ? base : hashes[parent];
                hash = mix(hash ^ text(graph.name(symbol)));
                hash = mix(hash + 31L * graph.kind(symbol).ordinal() + text(graph.parameters(symbol)));
                int ordinal = seen.merge(hash, 1, Integer::sum);
                hashes[symbol] = ordinal == 1 ? hash : mix(hash + ordinal);
            }
        }
        return hashes;
    }

    /** A fingerprint of a text. */
    static long text(String text) {
        long hash = 0xcbf29ce484222325L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Spreads the bits of a number; Stafford's variant 13 of the finaliser of MurmurHash3. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
