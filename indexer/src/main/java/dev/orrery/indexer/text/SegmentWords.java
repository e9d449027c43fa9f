package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.WordPattern;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One segment's words in memory, as one string of bytes in which each stands between line ends, so that the words which
 * contain, begin or end with something are found by a plain search, and those that match a pattern in one go. Deleted files are still in it. Immutable.
 */
final class SegmentWords {
    /** A part of a word that stands in more words than this says little; asking for all their files would cost more. */
    private static final int MOST_WORDS = 3000;

    private final @Nullable String[] paths;
    private final String words;
    private volatile @Nullable String lowerCase;

    private SegmentWords(@Nullable String[] paths, String words) {
        this.paths = paths;
        this.words = words;
    }

    static SegmentWords read(LeafReader reader) throws IOException {
        @Nullable String[] paths = new String[reader.maxDoc()];
        Terms pathTerms = reader.terms(TextIndex.PATH);
        if (pathTerms != null) {
            TermsEnum each = pathTerms.iterator();
            PostingsEnum postings = null;
            for (BytesRef path = each.next(); path != null; path = each.next()) {
                postings = each.postings(postings, PostingsEnum.NONE);
                for (int file = postings.nextDoc(); file != DocIdSetIterator.NO_MORE_DOCS; file = postings.nextDoc()) {
                    paths[file] = path.utf8ToString();
                }
            }
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream(1 << 16);
        words.write('\n');
        Terms wordTerms = reader.terms(TextIndex.WORDS);
        if (wordTerms != null) {
            TermsEnum each = wordTerms.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
                words.write(word.bytes, word.offset, word.length);
                words.write('\n');
            }
        }
        return new SegmentWords(paths, words.toString(StandardCharsets.ISO_8859_1));
    }

    @Nullable
    String path(int file) {
        return paths[file];
    }

    int size() {
        return paths.length;
    }

    /** The words that hold {@code piece}. */
    WordSet holding(WordPiece piece) {
        String text = piece.ignoresCase() ? lowerCase() : words;
        String wanted = piece.wanted();
        boolean fromStart = wanted.charAt(0) == '\n';
        WordSet found = new WordSet(MOST_WORDS, piece.ignoresCase());
        for (int at = text.indexOf(wanted); at >= 0; ) {
            int start = fromStart ? at + 1 : words.lastIndexOf('\n', at - 1) + 1;
            if (!found.add(start)) {
                break;
            }
            at = text.indexOf(wanted, words.indexOf('\n', start));
        }
        return found;
    }

    /** The words in which {@code pattern} matches. */
    WordSet matching(WordPattern pattern, WorkLimit limit) {
        WordSet found = new WordSet(MOST_WORDS, false);
        pattern.find(words, limit, found::add);
        return found;
    }

    /** The documents that hold one of {@code some} words, and those whose words are not all known. */
    FixedBitSet documents(WordSet some, LeafReader reader) throws IOException {
        FixedBitSet documents = new FixedBitSet(paths.length);
        Terms terms = reader.terms(TextIndex.WORDS);
        if (terms == null) {
            return documents;
        }
        TermsEnum each = terms.iterator();
        PostingsEnum postings = add(Words.LONG_MARK, each, null, documents);
        if (some.ignoresCase()) {
            postings = add(Words.FOLD_MARK, each, postings, documents);
        }
        for (int i = 0; i < some.size(); i++) {
            int start = some.start(i);
            byte[] word = words.substring(start, words.indexOf('\n', start)).getBytes(StandardCharsets.ISO_8859_1);
            postings = add(word, each, postings, documents);
        }
        return documents;
    }

    /** @return what can be used again */
    private static @Nullable PostingsEnum add(
            byte[] word, TermsEnum terms, @Nullable PostingsEnum reusable, FixedBitSet documents) throws IOException {
        if (!terms.seekExact(new BytesRef(word))) {
            return reusable;
        }
        PostingsEnum postings = terms.postings(reusable, PostingsEnum.NONE);
        documents.or(postings);
        return postings;
    }

    private String lowerCase() {
        String known = lowerCase;
        if (known == null) {
            byte[] bytes = words.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] >= 'A' && bytes[at] <= 'Z') {
                    bytes[at] |= 0x20;
                }
            }
            known = new String(bytes, StandardCharsets.ISO_8859_1);
            lowerCase = known;
        }
        return known;
    }
}
