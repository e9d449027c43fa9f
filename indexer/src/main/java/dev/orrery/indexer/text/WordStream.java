package dev.orrery.indexer.text;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;

/** Hands collected words to Lucene. */
final class WordStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final WordCollector words;
    private final org.apache.lucene.util.BytesRef bytes = new org.apache.lucene.util.BytesRef();
    private int next;

    WordStream(WordCollector words) {
        this.words = words;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == words.size()) {
            return false;
        }
        bytes.bytes = words.arena();
        bytes.offset = words.start(next);
        bytes.length = words.end(next) - bytes.offset;
        term.setBytesRef(bytes);
        next++;
        return true;
    }
}
