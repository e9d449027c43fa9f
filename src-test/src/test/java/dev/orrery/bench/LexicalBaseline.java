package dev.orrery.bench;

import dev.orrery.api.Passage;
import dev.orrery.api.SymbolKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene's BM25 with its English analyzer over declarations whose identifiers are split into words. */
final class LexicalBaseline implements AutoCloseable {
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final List<SymbolKey> keys;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private LexicalBaseline(List<SymbolKey> keys, ByteBuffersDirectory directory) throws IOException {
        this.keys = keys;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        IndexSearcher.setMaxClauseCount(Math.max(IndexSearcher.getMaxClauseCount(), 4096));
    }

    /**
     * @param all what term statistics come from
     * @param pool what is found
     * @param names how often a declaration's name is counted
     */
    static LexicalBaseline of(List<Passage> all, Map<SymbolKey, Passage> pool, int names) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        List<SymbolKey> keys = new ArrayList<>();
        try (Analyzer analyzer = new EnglishAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Map.Entry<SymbolKey, Passage> entry : pool.entrySet()) {
                Document document = document(entry.getValue(), names);
                document.add(new StoredField("key", keys.size()));
                keys.add(entry.getKey());
                writer.addDocument(document);
            }
            Set<Passage> pooled = Collections.newSetFromMap(new IdentityHashMap<>());
            pooled.addAll(pool.values());
            for (Passage passage : all) {
                if (!pooled.contains(passage)) {
                    writer.addDocument(document(passage, names));
                }
            }
        }
        return new LexicalBaseline(keys, directory);
    }

    private static Document document(Passage passage, int names) {
        String name = (passage.name() + " ").repeat(names);
        Document document = new Document();
        document.add(new TextField(
                "text",
                split(name + passage.enclosing() + " " + passage.parameters() + " " + passage.text()),
                Field.Store.NO));
        return document;
    }

    private static String split(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll(
                        "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})",
                        " ");
    }

    List<SymbolKey> ranked(String question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("text", split(question))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
        List<SymbolKey> ranked = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), reader.maxDoc()).scoreDocs) {
            Document stored = searcher.storedFields().document(hit.doc);
            if (stored.getField("key") != null) {
                ranked.add(keys.get(stored.getField("key").numericValue().intValue()));
            }
        }
        return ranked;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        analyzer.close();
    }
}
