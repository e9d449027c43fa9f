package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.IndexOwner.Contents;
import dev.orrery.indexer.semantic.SemanticIndex;
import dev.orrery.indexer.store.IndexStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning of one index. Nothing is loaded before it is asked for. Questions are answered from any thread; learning and
 * loading come one at a time.
 */
final class MeaningSide implements MeaningFinder {
    private final IndexStore store;
    private final Supplier<CodeGraph> graphs;
    private final Function<String, Optional<String>> unsaved;
    private final Consumer<UserMessage> onTrouble;
    private @Nullable SemanticIndex semantic;
    private boolean stored;

    /**
     * @param unsaved gives the text of an unsaved buffer, which questions read in place of the file's; learning does not
     * @param onTrouble hears where what was learned cannot be kept
     */
    MeaningSide(
            IndexStore store,
            Supplier<CodeGraph> graphs,
            Function<String, Optional<String>> unsaved,
            Consumer<UserMessage> onTrouble) {
        this.store = store;
        this.graphs = graphs;
        this.unsaved = unsaved;
        this.onTrouble = onTrouble;
    }

    /** Whether it was asked for, so that it is worth following the files. */
    synchronized boolean isInUse() {
        return semantic != null;
    }

    /** Reads what the owner stored last. */
    synchronized void reload() throws IOException {
        SemanticIndex read = empty();
        store.meaning().ifPresent(read::load);
        semantic = read;
    }

    private SemanticIndex empty() {
        return new SemanticIndex(path -> FileText.read(store.folder().root(), path), unsaved);
    }

    private synchronized SemanticIndex semantic() throws IOException {
        SemanticIndex known = semantic;
        if (known == null) {
            known = empty();
            stored = store.meaning().map(known::load).orElse(false);
            semantic = known;
        }
        return known;
    }

    /** Learns or follows, and stores what is new. Returns how many declarations there are. */
    int refresh(Contents contents, Progress progress, Cancellation cancellation) throws IOException {
        SemanticIndex known = semantic();
        try {
            boolean changed = known.update(contents.graph(), contents.hashes()::get, progress, cancellation);
            synchronized (this) {
                if (changed || !stored) {
                    keep(known);
                }
            }
            return known.declarations();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void keep(SemanticIndex known) {
        try {
            var content = known.stored();
            if (content.isPresent()) {
                store.writeMeaning(content.get());
                stored = true;
            }
        } catch (IOException full) {
            stored = false;
            onTrouble.accept(UserMessage.of("indexer.disk.notkept", String.valueOf(full.getMessage())));
        }
    }

    @Override
    public List<SymbolHit> find(String query, int limit, Cancellation cancellation) throws OrreryException {
        try {
            return semantic().find(graphs.get(), query, limit, cancellation);
        } catch (IOException disk) {
            throw new OrreryException(UserMessage.of("indexer.disk.failed", String.valueOf(disk.getMessage())), disk);
        }
    }
}
