package dev.orrery.indexer.text.packed;

import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The documents of one word. */
final class PackedPostings extends PostingsEnum {
    private int[] documents = {};
    private int first;
    private int end;
    private int next;
    private int document = -1;

    /** Starts on {@code count} documents that begin at {@code from}. */
    void reset(int[] all, int from, int count) {
        documents = all;
        first = from;
        end = from + count;
        next = from;
        document = -1;
    }

    @Override
    public int docID() {
        return document;
    }

    @Override
    public int nextDoc() {
        document = next < end ? documents[next++] : NO_MORE_DOCS;
        return document;
    }

    @Override
    public int advance(int target) {
        int found = Arrays.binarySearch(documents, next, end, target);
        next = found < 0 ? -1 - found : found;
        return nextDoc();
    }

    @Override
    public long cost() {
        return end - first;
    }

    @Override
    public int freq() {
        return 1;
    }

    @Override
    public int nextPosition() {
        return -1;
    }

    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
        return null;
    }
}
