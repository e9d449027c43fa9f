package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Embedder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Passage;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.TypedQuery;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.semantic.HotFiles.Ready;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.StoredMeaning;
import dev.orrery.indexer.store.StoredMeaning.FileCodes;
import dev.orrery.indexer.text.names.SymbolFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning over one repository: learns from it, follows its changes, and answers questions. Learning and following come
 * one at a time; questions are answered from any thread meanwhile, by what was known before.
 */
public final class SemanticIndex {
    private static final int MOST_CANDIDATES = 2000;
    private static final int CODE_BITS = 64;
    static final CodeProjection PROJECTION = new CodeProjection(CODE_BITS);

    private final PassageSource source;
    private final Function<String, Optional<String>> unsaved;
    private final Terms terms = new Terms();
    private final Translation translation = Translation.standard(terms);
    private final HotFiles hot = new HotFiles();
    private volatile @Nullable Knowledge knowledge;
    private volatile @Nullable Questioned questioned;

    public SemanticIndex(PassageSource source) {
        this(source, path -> Optional.empty());
    }

    /** @param unsaved gives the text of an unsaved buffer by its path; questions read it in place of the file's, learning does not */
    public SemanticIndex(PassageSource source, Function<String, Optional<String>> unsaved) {
        this.source = source;
        this.unsaved = unsaved;
    }

    /**
     * Takes over what an earlier process stored.
     *
     * @return whether it can be used
     */
    public boolean load(StoredMeaning stored) {
        try {
            LatentSpace latent = LatentSpace.of(stored.space(), terms);
            if (!latent.space().equals(stored.embedding())) {
                return false;
            }
            knowledge = new Knowledge(new LatentEmbedder(latent, terms, translation), Map.copyOf(stored.files()), 0);
            return true;
        } catch (IllegalArgumentException otherKind) {
            return false;
        }
    }

    /** What embeds this repository; empty where nothing is known yet. */
    public Optional<Embedder> embedder() {
        Knowledge known = knowledge;
        return known == null ? Optional.empty() : Optional.of(known.embedder());
    }

    /** How many declarations are known. */
    public int declarations() {
        Knowledge known = knowledge;
        return known == null
                ? 0
                : known.files().values().stream()
                        .mapToInt(file -> file.codes().length)
                        .sum();
    }

    /** What is to be stored; empty where nothing is known yet. The same object as long as nothing changed. */
    public Optional<StoredMeaning> stored() {
        Knowledge known = knowledge;
        return known == null
                ? Optional.empty()
                : Optional.of(new StoredMeaning(
                        known.embedder().latent().stored(), known.embedder().space(), known.files()));
    }

    /**
     * Brings what is known up to date with a snapshot, learning anew where nothing is known or too much has changed.
     *
     * @param hashes content of each file of the graph, by path
     * @return whether anything changed
     * @throws java.util.concurrent.CancellationException where it was cancelled; what was known before stays
     */
    public synchronized boolean update(
            CodeGraph graph,
            Function<String, @Nullable ContentHash> hashes,
            Progress progress,
            Cancellation cancellation)
            throws InterruptedException {
        Knowledge before = knowledge;
        Map<String, FileCodes> files = new HashMap<>();
        List<Integer> stale = new ArrayList<>();
        int declarations = 0;
        for (int file = 0; file < graph.fileCount(); file++) {
            int[] symbols = searched(graph, file);
            String path = graph.path(file);
            ContentHash hash = hashes.apply(path);
            if (symbols.length == 0 || hash == null) {
                continue;
            }
            declarations += symbols.length;
            FileCodes known = before == null ? null : before.files().get(path);
            if (known != null && known.content() == FileCodes.content(hash) && known.codes().length == symbols.length) {
                files.put(path, known);
            } else {
                stale.add(file);
            }
        }
        if (before != null && stale.isEmpty() && files.size() == before.files().size()) {
            return false;
        }
        try (Learner learner = new Learner(graph, source, terms, translation, progress, cancellation)) {
            long folded = before == null ? 0 : before.folded() + Learner.count(graph, stale);
            LatentEmbedder embedder = before == null ? null : before.embedder();
            if (embedder == null || Learner.hasDrifted(embedder, folded, declarations)) {
                embedder = learner.learn();
                stale = IntStream.range(0, graph.fileCount())
                        .filter(file -> hashes.apply(graph.path(file)) != null && searched(graph, file).length > 0)
                        .boxed()
                        .toList();
                files.clear();
                folded = 0;
            }
            TreeMap<Integer, long[]> codes = learner.embed(embedder, PROJECTION, stale);
            codes.forEach((file, of) -> {
                ContentHash hash = hashes.apply(graph.path(file));
                if (hash != null) {
                    files.put(graph.path(file), new FileCodes(hash, of));
                }
            });
            knowledge = new Knowledge(embedder, Map.copyOf(files), folded);
        }
        return true;
    }

    static int[] searched(CodeGraph graph, int file) {
        return IntStream.range(graph.firstSymbol(file), graph.endSymbol(file))
                .filter(symbol -> Passages.isSearched(graph, symbol))
                .toArray();
    }

    /**
     * The best declarations of {@code graph} for a question, best first. Filters as {@link TypedQuery} knows them hold.
     *
     * @throws OrreryException where nothing is known yet
     */
    public List<SymbolHit> find(CodeGraph graph, String query, int limit, Cancellation cancellation)
            throws OrreryException {
        Knowledge known = knowledge;
        if (known == null) {
            throw new OrreryException(UserMessage.of("indexer.meaning.notready"));
        }
        TypedQuery typed = TypedQuery.parse(query);
        int[] words = QueryWords.of(typed.text(), terms);
        if (words.length == 0) {
            return List.of();
        }
        Questioned asked = questioned(graph, known, cancellation);
        LatentSpace latent = known.embedder().latent();
        float[] vector = latent.embedWords(words, translation);
        int[] candidates =
                asked.candidates(words, vector, Math.min(limit, MOST_CANDIDATES), SymbolFilter.of(typed), cancellation);
        List<Integer> symbols = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        read(graph, known, candidates, symbols, ready, cancellation);
        double[] scores = new Reranking(words, vector, latent, translation).rank(ready.toArray(Ready[]::new));
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(limit)
                .map(i -> new SymbolHit(graph.key(symbols.get(i)), graph.line(symbols.get(i)), scores[i]))
                .toList();
    }

    @SuppressWarnings("ReferenceEquality")
    private Questioned questioned(CodeGraph graph, Knowledge known, Cancellation cancellation) {
        Questioned newest = questioned;
        if (newest != null && newest.graph() == graph && newest.knowledge() == known) {
            return newest;
        }
        GraphPostings postings = newest != null && newest.graph() == graph
                ? newest.postings()
                : GraphPostings.of(graph, terms, cancellation);
        Questioned made = Questioned.of(graph, known, postings);
        questioned = made;
        return made;
    }

    /** Reads candidates again, file by file; those of files that cannot be read any more are left out. */
    private void read(
            CodeGraph graph,
            Knowledge known,
            int[] candidates,
            List<Integer> symbols,
            List<Ready> ready,
            Cancellation cancellation) {
        Passages passages = null;
        int open = -1;
        for (int symbol : candidates) {
            int file = graph.file(symbol);
            String path = graph.path(file);
            FileCodes codes = known.files().get(path);
            Optional<String> buffer = unsaved.apply(path);
            long content = codes == null || buffer.isPresent()
                    ? -1 - graph.generation()
                    : Integer.toUnsignedLong(codes.content());
            String space = known.embedder().space().version();
            int ordinal = symbol - graph.firstSymbol(file);
            Ready found = hot.get(path, content, space, ordinal);
            if (found == null) {
                if (open != file) {
                    cancellation.throwIfRequested();
                    passages = passages(graph, file, buffer);
                    open = file;
                }
                if (passages == null) {
                    continue;
                }
                found = ready(passages.of(symbol), known);
                hot.put(path, content, space, ordinal, found);
            }
            symbols.add(symbol);
            ready.add(found);
        }
    }

    private @Nullable Passages passages(CodeGraph graph, int file, Optional<String> buffer) {
        try {
            return new Passages(graph, file, buffer.isPresent() ? buffer.get() : source.read(graph.path(file)));
        } catch (OrreryException gone) {
            return null;
        }
    }

    private Ready ready(Passage passage, Knowledge known) {
        Reading reading = Reading.of(passage, terms);
        return new Ready(reading, known.embedder().latent().embed(reading.mixed()));
    }
}
