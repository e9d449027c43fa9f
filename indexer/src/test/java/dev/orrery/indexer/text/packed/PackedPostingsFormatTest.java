package dev.orrery.indexer.text.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PackedPostingsFormatTest {
    private static final FieldType DOCUMENTS = new FieldType();

    static {
        DOCUMENTS.setIndexOptions(IndexOptions.DOCS);
        DOCUMENTS.setOmitNorms(true);
        DOCUMENTS.setTokenized(true);
    }

    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());

    /** Through flushes, deletions and merges every word has the documents that were put in and not taken out. */
    @Test
    void everyWordHasItsDocuments() throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            TreeMap<Integer, Set<String>> expected = new TreeMap<>();
            try (Directory directory = new ByteBuffersDirectory()) {
                try (IndexWriter writer = new IndexWriter(directory, config())) {
                    int documents = random.nextInt(300);
                    for (int i = 0; i < documents; i++) {
                        int id = random.nextInt(200);
                        Set<String> words = words(random, i);
                        writer.updateDocument(new Term("id", "" + id), document(id, words));
                        expected.put(id, words);
                        if (random.nextInt(60) == 0) {
                            writer.flush();
                        }
                    }
                    int gone = random.nextInt(200);
                    writer.deleteDocuments(new Term("id", "" + gone));
                    expected.remove(gone);
                    if (random.nextBoolean()) {
                        writer.forceMerge(1);
                    }
                    writer.commit();
                }
                assertEquals(inverted(expected), read(directory), "seed " + seed);
            }
        }
    }

    /** A word that has more documents than a block, others of its class before and behind it. */
    @Test
    void frequentWordsSpanBlocks() throws IOException {
        TreeMap<Integer, Set<String>> expected = new TreeMap<>();
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                for (int id = 0; id < DocumentBlocks.SIZE * 5 / 2; id++) {
                    Set<String> words = new TreeSet<>(Set.of("all"));
                    if (id % 20 != 0) {
                        words.add("most");
                    }
                    if (id < DocumentBlocks.SIZE * 3 / 2) {
                        words.add("a");
                    }
                    words.add("n" + id / 3);
                    writer.addDocument(document(id, words));
                    expected.put(id, words);
                }
                writer.forceMerge(1);
                writer.commit();
            }
            assertEquals(inverted(expected), read(directory));
        }
    }

    @Test
    void seekingStopsAtTheNextWord() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                writer.addDocument(document(1, Set.of("b", "bb", "d")));
                writer.commit();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Terms terms = reader.leaves().getFirst().reader().terms("w");
                TermsEnum each = terms.iterator();
                assertEquals(TermsEnum.SeekStatus.NOT_FOUND, each.seekCeil(new BytesRef("a")));
                assertEquals("b", each.term().utf8ToString());
                assertEquals("bb", each.next().utf8ToString());
                assertEquals(TermsEnum.SeekStatus.NOT_FOUND, each.seekCeil(new BytesRef("c")));
                assertEquals("d", each.term().utf8ToString());
                assertNull(each.next());
                assertEquals(TermsEnum.SeekStatus.FOUND, each.seekCeil(new BytesRef("bb")));
                assertEquals(TermsEnum.SeekStatus.END, each.seekCeil(new BytesRef("e")));
                assertFalse(each.seekExact(new BytesRef("dd")));
            }
        }
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig().setCodec(new PackedCodec());
    }

    private static Set<String> words(Random random, int number) {
        Set<String> words = new HashSet<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            words.add(
                    switch (random.nextInt(4)) {
                        case 0 -> "only" + number + "x" + i;
                        case 1 -> "common" + random.nextInt(4);
                        case 2 -> "é".repeat(1 + random.nextInt(60));
                        default -> Integer.toString(random.nextInt(500), 36);
                    });
        }
        return words;
    }

    private static Document document(int id, Set<String> words) {
        Document document = new Document();
        document.add(new Field("id", "" + id, DOCUMENTS));
        document.add(new Field("w", String.join(" ", words), DOCUMENTS));
        return document;
    }

    private static SortedMap<String, List<String>> inverted(TreeMap<Integer, Set<String>> documents) {
        SortedMap<String, List<String>> inverted = new TreeMap<>();
        documents.forEach((id, words) -> words.forEach(
                word -> inverted.computeIfAbsent(word, w -> new ArrayList<>()).add("" + id)));
        inverted.values().forEach(ids -> ids.sort(null));
        return inverted;
    }

    private static SortedMap<String, List<String>> read(Directory directory) throws IOException {
        SortedMap<String, List<String>> found = new TreeMap<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                String[] ids = new String[leaf.reader().maxDoc()];
                each(leaf, "id", (id, document) -> ids[document] = id);
                each(leaf, "w", (word, document) -> found.computeIfAbsent(word, w -> new ArrayList<>())
                        .add(ids[document]));
            }
        }
        found.values().forEach(ids -> ids.sort(null));
        return found;
    }

    private interface Visitor {
        void visit(String word, int document);
    }

    private static void each(LeafReaderContext leaf, String field, Visitor visitor) throws IOException {
        Terms terms = leaf.reader().terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum words = terms.iterator();
        byte[] last = null;
        for (BytesRef word = words.next(); word != null; word = words.next()) {
            String text = word.utf8ToString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertTrue(last == null || Arrays.compareUnsigned(last, bytes) < 0);
            last = bytes;
            PostingsEnum postings = words.postings(null, PostingsEnum.NONE);
            assertEquals(words.docFreq(), postings.cost());
            for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                if (leaf.reader().getLiveDocs() == null
                        || leaf.reader().getLiveDocs().get(at)) {
                    visitor.visit(text, at);
                }
            }
        }
    }
}
