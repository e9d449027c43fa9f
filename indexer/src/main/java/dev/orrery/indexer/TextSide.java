package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.text.TextIndex;
import dev.orrery.indexer.text.UnsavedText;
import dev.orrery.indexer.text.UnusableTextIndexException;
import dev.orrery.indexer.text.UnusableTextIndexException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The text index as its owner keeps it; one that cannot be used is moved aside and starts empty. Safe from any thread. */
final class TextSide implements AutoCloseable {
    private static final int KEPT_ASIDE = 1;

    private final Path root;
    private final TextIndex index;

    private TextSide(Path root, TextIndex index) {
        this.root = root;
        this.index = index;
    }

    /** @param onTrouble hears where an index was moved that could not be used, and why */
    static TextSide open(IndexFolder folder, Consumer<UserMessage> onTrouble) throws IOException {
        Folders.delete(folder.textLeaving());
        try {
            return new TextSide(folder.root(), TextIndex.open(folder.text()));
        } catch (UnusableTextIndexException unusable) {
            String why = unusable.reason() == Reason.DAMAGED ? "indexer.store.damaged" : "indexer.store.version";
            Optional<Path> aside = SetAside.move(folder.text(), KEPT_ASIDE);
            aside.ifPresent(path -> onTrouble.accept(UserMessage.of(why, folder.text(), path)));
            try {
                return new TextSide(folder.root(), TextIndex.open(folder.text()));
            } catch (UnusableTextIndexException again) {
                throw new IOException(again);
            }
        }
    }

    /** Makes all of the text index vanish at once: one of which only some files are gone would count as damaged. */
    static void leave(IndexFolder folder) throws IOException {
        Folders.delete(folder.textLeaving());
        if (Files.exists(folder.text())) {
            Files.move(folder.text(), folder.textLeaving(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** @return whether the bytes are text */
    boolean put(String path, byte[] bytes) throws IOException {
        return alive(() -> index.put(path, bytes)) == TextBlocks.Kind.TEXT;
    }

    void remove(String path) throws IOException {
        alive(() -> {
            index.remove(path);
            return path;
        });
    }

    void clear() throws IOException {
        index.clear();
    }

    /** Lets searches read texts in place of files; none of it is ever committed. */
    void layOver(Map<String, UnsavedText> texts) {
        index.layOver(texts);
    }

    void publish() throws IOException {
        alive(() -> {
            index.refresh();
            return index;
        });
    }

    void commit(String name) throws IOException {
        alive(() -> {
            index.commit(name);
            return name;
        });
    }

    /** What changes the index. */
    @FunctionalInterface
    private interface Change<T> {
        T make() throws IOException;
    }

    /** After the disk failed once, the index refuses everything until it is opened again. */
    private static <T> T alive(Change<T> change) throws IOException {
        try {
            return change.make();
        } catch (IllegalStateException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** The name of the commit that was opened or made last; empty where there is none. */
    String committed() {
        return index.committed();
    }

    /** Reads what every search needs. */
    void warm(CodeGraph graph) throws IOException {
        index.warm(graph);
    }

    /** @param graphs gives what the best hits are ranked by */
    TextScanner scanner(Supplier<CodeGraph> graphs) {
        return index.scanner(root, graphs);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
