package dev.orrery.indexer.semantic;

import java.util.Arrays;

/** Terms in order, repeats included, as they are collected. */
final class TermList {
    private int[] terms = new int[16];
    private int size;

    void add(int term) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
        }
        terms[size++] = term;
    }

    void addAll(int[] more) {
        for (int term : more) {
            add(term);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(terms, size);
    }

    /** Each term once. */
    int[] distinct() {
        return Arrays.stream(terms, 0, size).distinct().toArray();
    }
}
