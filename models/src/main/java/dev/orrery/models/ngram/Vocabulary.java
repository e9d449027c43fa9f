package dev.orrery.models.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The distinct tokens of a repository, numbered in the order in which they were first seen. Grows only. Safe from any thread. */
final class Vocabulary {
    /** The edge of a file. */
    static final int EDGE = 0;
    /** A literal too long to be worth proposing. */
    static final int OPAQUE = 1;
    /** The end of a line, where lines are completed. */
    static final int LINE_END = 2;

    static final int FIRST = 3;
    /** Characters of a token beyond which it is opaque. */
    static final int LONGEST = 64;
    /** Distinct tokens beyond which new ones are opaque. */
    static final int MOST = 1_000_000;

    private static final int ABSENT = -1;

    private String[] words = new String[1024];
    private byte[] shapes = new byte[1024];
    private long[] pieces = new long[1024];
    private int[] table = new int[4096];
    private int size = FIRST;

    Vocabulary() {
        Arrays.fill(words, 0, FIRST, "");
        shapes[OPAQUE] = Shape.OPAQUE;
    }

    synchronized int size() {
        return size;
    }

    synchronized String word(int id) {
        return words[id];
    }

    /** The shape of each token by its number, of those that there are now; not to be written to. */
    synchronized byte[] shapes() {
        return shapes;
    }

    /** The {@link Subtokens} of each name by its number, of those that there are now; not to be written to. */
    synchronized long[] pieces() {
        return pieces;
    }

    /** The number of a token, or -1. */
    synchronized int find(String text, int start, int end) {
        if (end - start > LONGEST) {
            return OPAQUE;
        }
        int id = table[slot(text, start, end)];
        return id == 0 ? ABSENT : id;
    }

    /** The number of a token, given to it now where it had none. */
    synchronized int intern(String text, int start, int end) {
        if (end - start > LONGEST) {
            return OPAQUE;
        }
        int slot = slot(text, start, end);
        if (table[slot] == 0) {
            if (size == MOST) {
                return OPAQUE;
            }
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size);
                shapes = Arrays.copyOf(shapes, 2 * size);
                pieces = Arrays.copyOf(pieces, 2 * size);
            }
            words[size] = text.substring(start, end);
            shapes[size] = (byte) Shape.of(words[size]);
            pieces[size] = Shape.isName(shapes[size]) ? Subtokens.bits(words[size]) : 0;
            table[slot] = size++;
            if (2 * size > table.length) {
                grow();
            }
            return size - 1;
        }
        return table[slot];
    }

    /** Tokens that begin with some text, at most so many, the earliest seen first. */
    synchronized List<Integer> startingWith(String prefix, int limit) {
        List<Integer> found = new ArrayList<>();
        for (int id = FIRST; id < size && found.size() < limit; id++) {
            if (words[id].startsWith(prefix)) {
                found.add(id);
            }
        }
        return found;
    }

    synchronized long bytes() {
        long characters = 0;
        for (int id = FIRST; id < size; id++) {
            characters += 57 + words[id].length();
        }
        return characters + 4L * (words.length + table.length);
    }

    private int slot(String text, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        int slot = spread(hash) & table.length - 1;
        while (table[slot] != 0 && !same(words[table[slot]], text, start, end)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static boolean same(String word, String text, int start, int end) {
        return word.length() == end - start && text.startsWith(word, start);
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int id = FIRST; id < size; id++) {
            table[slot(words[id], 0, words[id].length())] = id;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
