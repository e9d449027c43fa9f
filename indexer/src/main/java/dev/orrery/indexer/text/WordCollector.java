package dev.orrery.indexer.text;

import dev.orrery.indexer.scan.TextBlocks;
import java.util.Arrays;

/** Collects each word of a file once. Reusable for one file after the other; confined to one thread. */
final class WordCollector implements TextBlocks.Visitor {
    private byte[] arena = new byte[1 << 16];
    private int[] starts = new int[1 << 12];
    private int[] table = new int[1 << 13];
    private int count;
    private boolean longWord;
    private boolean folded;

    void clear() {
        if (count > 1 << 16) {
            arena = new byte[1 << 16];
            starts = new int[1 << 12];
            table = new int[1 << 13];
        } else {
            Arrays.fill(table, 0);
        }
        count = 0;
        longWord = false;
        folded = false;
    }

    /** How many words there are, marks included. */
    int size() {
        return count;
    }

    byte[] arena() {
        return arena;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return starts[word + 1];
    }

    @Override
    public void block(byte[] bytes, int end) {
        int at = 0;
        while (at < end) {
            while (at < end && !Words.isPart(bytes[at])) {
                at++;
            }
            int start = at;
            int hash = 0;
            int signs = 0;
            while (at < end && Words.isPart(bytes[at])) {
                hash = hash * 31 + bytes[at];
                signs |= bytes[at++];
            }
            int length = at - start;
            if (length > Words.LONGEST) {
                longWord = true;
            } else if (length >= Words.SHORTEST) {
                add(bytes, start, length, hash);
            }
            folded |= signs < 0 && hasFoldRelative(bytes, start, at);
        }
    }

    /** Adds the marks; to be called once, after the last block. */
    void finish() {
        if (longWord) {
            add(Words.LONG_MARK, 0, Words.LONG_MARK.length, Arrays.hashCode(Words.LONG_MARK));
        }
        if (folded) {
            add(Words.FOLD_MARK, 0, Words.FOLD_MARK.length, Arrays.hashCode(Words.FOLD_MARK));
        }
    }

    private static boolean hasFoldRelative(byte[] bytes, int start, int end) {
        for (int at = start; at + 1 < end; at++) {
            if (bytes[at] == (byte) 0xc5 && bytes[at + 1] == (byte) 0xbf
                    || bytes[at] == (byte) 0xe2 && bytes[at + 1] == (byte) 0x84) {
                return true;
            }
        }
        return false;
    }

    private void add(byte[] bytes, int start, int length, int hash) {
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) * 0x9e3779b1 >>> 7 & mask;
        while (table[slot] != 0) {
            int word = table[slot] - 1;
            if (Arrays.equals(arena, starts[word], starts[word + 1], bytes, start, start + length)) {
                return;
            }
            slot = slot + 1 & mask;
        }
        append(bytes, start, length);
        table[slot] = count;
        if (count * 2 > table.length) {
            rehash();
        }
    }

    private void append(byte[] bytes, int start, int length) {
        int from = starts[count];
        if (from + length > arena.length) {
            arena = Arrays.copyOf(arena, arena.length * 2);
        }
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        System.arraycopy(bytes, start, arena, from, length);
        starts[++count] = from + length;
    }

    private void rehash() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int word = 0; word < count; word++) {
            int hash = 0;
            for (int at = starts[word]; at < starts[word + 1]; at++) {
                hash = hash * 31 + arena[at];
            }
            int slot = (hash ^ hash >>> 15) * 0x9e3779b1 >>> 7 & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = word + 1;
        }
        table = larger;
    }
}
