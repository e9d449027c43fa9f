package dev.orrery.indexer.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
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
 * contain, begin or end with something are found by a plain search. Deleted files are still in it. Immutable.
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

    /** The files that may hold a word with {@code piece} in it; null for all, where it is too common to ask. */
    @Nullable
    FixedBitSet files(WordPiece piece, LeafReader reader) throws IOException {
        FixedBitSet files = new FixedBitSet(paths.length);
        Terms terms = reader.terms(TextIndex.WORDS);
        if (terms == null) {
            return files;
        }
        FileAdder adder = new FileAdder(terms.iterator(), files);
        adder.add(new BytesRef(Words.LONG_MARK));
        if (piece.ignoresCase()) {
            adder.add(new BytesRef(Words.FOLD_MARK));
        }
        return eachWord(piece, adder) ? files : null;
    }

    /** Collects the files of words. */
    private static final class FileAdder implements Predicate<BytesRef> {
        private final TermsEnum terms;
        private final FixedBitSet files;
        private @Nullable PostingsEnum postings;
        private int added;

        FileAdder(TermsEnum terms, FixedBitSet files) {
            this.terms = terms;
            this.files = files;
        }

        void add(BytesRef word) throws IOException {
            if (terms.seekExact(word)) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                files.or(postings);
            }
        }

        /** Whether there is room for more. */
        @Override
        public boolean test(BytesRef word) {
            try {
                add(word);
                return ++added < MOST_WORDS;
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }

    private boolean eachWord(WordPiece piece, Predicate<BytesRef> visitor) {
        String text = piece.ignoresCase() ? lowerCase() : words;
        String wanted = piece.wanted();
        int at = text.indexOf(wanted);
        while (at >= 0) {
            int start = words.lastIndexOf('\n', wanted.charAt(0) == '\n' ? at : at - 1) + 1;
            start = wanted.charAt(0) == '\n' ? at + 1 : start;
            int end = words.indexOf('\n', start);
            byte[] word = words.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
            if (!visitor.test(new BytesRef(word))) {
                return false;
            }
            at = text.indexOf(wanted, end);
        }
        return true;
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
