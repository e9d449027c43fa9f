package dev.orrery.indexer.text.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of characters as a tree of byte ranges: every path from the root to a leaf spells the UTF-8 of some of them. Read
 * forwards, sibling ranges never overlap; read backwards they may.
 */
final class Utf8Trie {
    /** Range {@code first << 8 | last} to what follows it; no children at a leaf. */
    private final Map<Integer, Utf8Trie> children = new TreeMap<>();

    static Utf8Trie forwards(CodePoints set) {
        return build(set, false);
    }

    static Utf8Trie backwards(CodePoints set) {
        return build(set, true);
    }

    private static Utf8Trie build(CodePoints set, boolean backwards) {
        Utf8Trie root = new Utf8Trie();
        List<int[]> sequences = new ArrayList<>();
        for (int range = 0; range < set.rangeCount(); range++) {
            split(set.first(range), set.last(range), sequences);
        }
        for (int[] sequence : sequences) {
            Utf8Trie node = root;
            for (int i = 0; i < sequence.length; i++) {
                int bytes = sequence[backwards ? sequence.length - 1 - i : i];
                node = node.children.computeIfAbsent(bytes, key -> new Utf8Trie());
            }
        }
        return root;
    }

    Map<Integer, Utf8Trie> children() {
        return children;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** Cuts a range of characters until each piece is one byte range after the other. */
    private static void split(int first, int last, List<int[]> sequences) {
        for (int limit : new int[] {0x7f, 0x7ff, 0xffff}) {
            if (first <= limit && last > limit) {
                split(first, limit, sequences);
                split(limit + 1, last, sequences);
                return;
            }
        }
        if (last > 0x7f) {
            for (int bits = 6; bits <= 18; bits += 6) {
                int mask = (1 << bits) - 1;
                if ((first & ~mask) != (last & ~mask)) {
                    if ((first & mask) != 0) {
                        split(first, first | mask, sequences);
                        split((first | mask) + 1, last, sequences);
                        return;
                    }
                    if ((last & mask) != mask) {
                        split(first, (last & ~mask) - 1, sequences);
                        split(last & ~mask, last, sequences);
                        return;
                    }
                }
            }
        }
        byte[] low = encode(first);
        byte[] high = encode(last);
        int[] sequence = new int[low.length];
        for (int i = 0; i < low.length; i++) {
            sequence[i] = (low[i] & 0xff) << 8 | high[i] & 0xff;
        }
        sequences.add(sequence);
    }

    private static byte[] encode(int value) {
        return Character.toString(value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
