package dev.orrery.indexer.text.packed;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Walks the words of one field. */
final class PackedTermsEnum extends BaseTermsEnum {
    private final PackedTerms terms;
    private final Dictionary words;
    private final BytesRef word = new BytesRef();
    private int at = -1;

    PackedTermsEnum(PackedTerms terms) throws IOException {
        this.terms = terms;
        this.words = terms.dictionary();
    }

    @Override
    public @Nullable BytesRef next() {
        at++;
        return at < words.size() ? term() : null;
    }

    @Override
    public boolean seekExact(BytesRef wanted) {
        int found = words.find(wanted);
        at = found < 0 ? -1 - found : found;
        return found >= 0;
    }

    @Override
    public SeekStatus seekCeil(BytesRef wanted) {
        if (seekExact(wanted)) {
            return SeekStatus.FOUND;
        }
        return at < words.size() ? SeekStatus.NOT_FOUND : SeekStatus.END;
    }

    @Override
    public void seekExact(long ord) {
        at = Math.toIntExact(ord);
    }

    @Override
    public BytesRef term() {
        words.word(at, word);
        return word;
    }

    @Override
    public long ord() {
        return at;
    }

    @Override
    public int docFreq() {
        return words.documents()[at];
    }

    @Override
    public long totalTermFreq() {
        return docFreq();
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
        PackedPostings postings = reuse instanceof PackedPostings own ? own : new PackedPostings();
        terms.documents(at, postings);
        return postings;
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
        return new SlowImpactsEnum(postings(null, flags));
    }
}
