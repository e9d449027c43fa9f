package dev.orrery.indexer;

import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.SetAside;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.text.TextIndex;
import dev.orrery.indexer.text.TextIndexDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The text index as its owner keeps it; one that cannot be used is moved aside and starts empty. Safe from any thread. */
final class TextSide implements AutoCloseable {
    private static final int KEPT_ASIDE = 1;

    private final Path root;
    private final TextIndex index;

    private TextSide(Path root, TextIndex index) {
        this.root = root;
        this.index = index;
    }

    /** @param onDamage hears where a damaged index was moved */
    static TextSide open(IndexFolder folder, Consumer<UserMessage> onDamage) throws IOException {
        try {
            return new TextSide(folder.root(), TextIndex.open(folder.text()));
        } catch (TextIndexDamagedException damaged) {
            Optional<Path> aside = SetAside.move(folder.text(), KEPT_ASIDE);
            aside.ifPresent(path -> onDamage.accept(UserMessage.of("indexer.store.damaged", folder.text(), path)));
            try {
                return new TextSide(folder.root(), TextIndex.open(folder.text()));
            } catch (TextIndexDamagedException again) {
                throw new IOException(again);
            }
        }
    }

    /** @return whether the bytes are text */
    boolean put(String path, byte[] bytes) throws IOException {
        return index.put(path, bytes) == TextBlocks.Kind.TEXT;
    }

    void remove(String path) throws IOException {
        index.remove(path);
    }

    void clear() throws IOException {
        index.clear();
    }

    void publish() throws IOException {
        index.refresh();
    }

    void commit(String name) throws IOException {
        index.commit(name);
    }

    /** The name of the commit that was opened or made last; empty where there is none. */
    String committed() {
        return index.committed();
    }

    TextScanner scanner() {
        return index.scanner(root);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
