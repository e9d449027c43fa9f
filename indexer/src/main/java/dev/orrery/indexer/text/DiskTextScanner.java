package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Language;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.PathGlobs;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.util.FixedBitSet;

/** Asks a {@link TextIndex} which files may match, and finds the matches in the files as they are now. */
final class DiskTextScanner implements TextScanner {
    private final Path root;
    private final TextReaders readers;
    private final Supplier<CodeGraph> graphs;

    /** @param graphs gives the graph that says what is declared where and how much it is called */
    DiskTextScanner(Path root, TextReaders readers, Supplier<CodeGraph> graphs) {
        this.root = root;
        this.readers = readers;
        this.graphs = graphs;
    }

    @Override
    public boolean scan(TextQuery query, Consumer<TextHit> sink, Cancellation cancellation) throws OrreryException {
        TextPattern pattern = TextPattern.of(query);
        WorkLimit work = new WorkLimit(cancellation);
        try {
            FileTable files;
            Map<String, UnsavedText> unsaved;
            FixedBitSet candidates;
            try (TextSnapshot snapshot = readers.snapshot()) {
                files = snapshot.files();
                unsaved = snapshot.unsaved();
                candidates = snapshot.candidates(pattern.requirement(), work);
            }
            choose(query, files, candidates);
            Search search = new Search(new Texts(root, readers.memory(), unsaved), files, pattern, work, cancellation);
            if (query.limit() < Integer.MAX_VALUE) {
                FileRanks ranks = readers.ranks(files, graphs.get());
                return search.best(candidates, query.limit(), new HitRanking(ranks, pattern.plain(), candidates), sink);
            }
            search.all(candidates, sink);
            return true;
        } catch (IOException failure) {
            throw new OrreryException(
                    UserMessage.of("indexer.text.unreadable", String.valueOf(failure.getMessage())), failure);
        } catch (WorkLimit.TooMuchWorkException tooMuch) {
            throw new OrreryException(UserMessage.of("indexer.regex.costly", query.pattern()), tooMuch);
        }
    }

    /** Takes the files away that the query does not want. */
    private void choose(TextQuery query, FileTable files, FixedBitSet candidates) {
        if (query.paths().isEmpty() && query.languages().isEmpty()) {
            return;
        }
        PathGlobs globs = PathGlobs.of(query.paths());
        CodeGraph graph = graphs.get();
        for (int file = 0; file < files.size(); file++) {
            String path = files.paths()[file];
            if (candidates.get(file) && !(globs.wants(path) && hasLanguage(query.languages(), graph, path))) {
                candidates.clear(file);
            }
        }
    }

    private static boolean hasLanguage(List<String> languages, CodeGraph graph, String path) {
        if (languages.isEmpty()) {
            return true;
        }
        int file = graph.findFile(path);
        return languages.contains(
                file < 0 ? Language.TEXT.id() : graph.language(file).id());
    }
}
