package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import dev.orrery.indexer.link.Deltas;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexStore;
import dev.orrery.indexer.store.Manifest;
import dev.orrery.indexer.text.PublishedText;
import dev.orrery.indexer.text.UnsavedText;
import dev.orrery.indexer.text.names.NameFinder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an owner committed, read by another process. Reloading comes one at a time; reading waits for nothing. */
final class PublishedIndex implements Closeable {
    private static final int TRIES = 20;

    private final IndexFolder folder;
    private final IndexStore store;
    private final Buffers buffers;
    private final Consumer<GraphDelta> onDelta;
    private Map<String, Document> laidOver = Map.of();
    private volatile CodeGraph graph = CodeGraph.empty();
    private volatile @Nullable PublishedText text;
    private final SymbolFinder symbols = new NameFinder(this::graph);
    private Map<String, FileRow> rows = Map.of();
    private @Nullable Manifest manifest;

    /** @param buffers unsaved texts of this process, which its text searches find; the graph is what the owner committed */
    PublishedIndex(IndexFolder folder, Buffers buffers, Consumer<GraphDelta> onDelta) {
        this.folder = folder;
        this.buffers = buffers;
        this.store = new IndexStore(folder, damaged -> {});
        this.onDelta = onDelta;
    }

    CodeGraph graph() {
        return graph;
    }

    /** The files of the newest commit that was taken over, by path. */
    synchronized Map<String, FileRow> rows() {
        return rows;
    }

    TextScanner text() {
        PublishedText open = text;
        return open == null ? (query, sink, cancellation) -> true : open.scanner(folder.root(), this::graph);
    }

    SymbolFinder symbols() {
        return symbols;
    }

    /** Takes over the newest commit. While the owner commits the next one, files vanish under the reader, who then looks again. */
    synchronized void reload() throws IOException {
        for (int left = TRIES; ; left--) {
            Optional<Manifest> newest = store.manifest();
            if (newest.isPresent() && newest.get().equals(manifest)) {
                return;
            }
            if (newest.isPresent() && load(newest.get())) {
                return;
            }
            if (left == 0) {
                throw new IOException("nothing is published in " + folder.folder());
            }
        }
    }

    private boolean load(Manifest next) throws IOException {
        Manifest current = manifest;
        Optional<CodeGraph> newGraph =
                current != null && current.graph() == next.graph() ? Optional.of(graph) : store.graph(next);
        Optional<Map<String, FileRow>> newRows = store.files(next);
        if (newGraph.isEmpty() || newRows.isEmpty()) {
            return false;
        }
        if (current == null || !current.text().equals(next.text())) {
            PublishedText old = text;
            PublishedText opened = PublishedText.open(folder.text());
            laidOver = buffers.open();
            opened.layOver(unsaved(newRows.get().keySet()));
            text = opened;
            if (old != null) {
                old.close();
            }
        }
        CodeGraph before = graph;
        Set<String> changed = changed(rows, newRows.get());
        graph = newGraph.get();
        rows = newRows.get();
        manifest = next;
        if (!changed.isEmpty()) {
            onDelta.accept(Deltas.between(
                    before, graph, changed, Set.copyOf(newRows.get().keySet())));
        }
        return true;
    }

    /** Lets searches read the unsaved buffers of files that the owner indexed. */
    synchronized void layOver() {
        PublishedText open = text;
        Map<String, Document> next = buffers.open();
        if (open == null || next.equals(laidOver)) {
            return;
        }
        Set<String> paths = new HashSet<>(laidOver.keySet());
        paths.addAll(next.keySet());
        laidOver = next;
        open.layOver(unsaved(rows.keySet()));
        onDelta.accept(Deltas.between(graph, graph, paths, Set.of()));
    }

    private Map<String, UnsavedText> unsaved(Set<String> indexed) {
        Map<String, UnsavedText> texts = new HashMap<>();
        laidOver.forEach((path, document) -> {
            if (indexed.contains(path)) {
                texts.put(path, UnsavedText.of(document.text().getBytes(StandardCharsets.UTF_8)));
            }
        });
        return texts;
    }

    private static Set<String> changed(Map<String, FileRow> before, Map<String, FileRow> after) {
        Set<String> changed = new HashSet<>(before.keySet());
        after.forEach((path, row) -> {
            FileRow old = before.get(path);
            if (old != null && old.hash().equals(row.hash()) && old.extractor() == row.extractor()) {
                changed.remove(path);
            } else {
                changed.add(path);
            }
        });
        return changed;
    }

    @Override
    public synchronized void close() throws IOException {
        PublishedText open = text;
        text = null;
        if (open != null) {
            open.close();
        }
    }
}
