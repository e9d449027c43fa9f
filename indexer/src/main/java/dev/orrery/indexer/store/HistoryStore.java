package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps what was read from git's history. Commits never change, so nothing in here grows stale; where two processes write, the
 * last one's table stays and what the other read is read again.
 *
 * @param <T> the table that is kept
 */
public final class HistoryStore<T> {
    private static final int LIMIT = 1 << 30;

    private final Path folder;
    private final AtomicFile file;
    private final Function<T, byte[]> encoder;
    private final Decoder<T> decoder;
    private final T empty;

    private interface Decoder<T> {
        T decode(byte[] bytes) throws DamagedException;
    }

    private HistoryStore(
            Path folder, String name, String magic, Function<T, byte[]> encoder, Decoder<T> decoder, T empty) {
        this.folder = folder;
        this.file = new AtomicFile(folder.resolve(name), new AtomicFile.Format(magic, 1));
        this.encoder = encoder;
        this.decoder = decoder;
        this.empty = empty;
    }

    /** What commits changed, for all worktrees of a repository. */
    public static HistoryStore<CommitTable> commits(IndexFolder folder) {
        return new HistoryStore<>(
                folder.facts(), "commits", "ORRYCMTS", CommitTable::encode, CommitTable::decode, CommitTable.EMPTY);
    }

    /** How declarations changed over sampled commits, for one worktree. */
    public static HistoryStore<SampleTable> symbols(IndexFolder folder) {
        return new HistoryStore<>(
                folder.folder(), "symbols", "ORRYSYMS", SampleTable::encode, SampleTable::decode, SampleTable.EMPTY);
    }

    /** What is stored; empty where there is nothing, or where what there was cannot be used and was set aside. */
    public T read(Consumer<UserMessage> trouble) throws IOException {
        return switch (file.read(LIMIT)) {
            case StoredContent.Absent absent -> empty;
            case StoredContent.Intact intact -> decoded(intact.bytes(), trouble);
            case StoredContent.Damaged damaged -> afresh("indexer.history.damaged", trouble);
            case StoredContent.OtherVersion other -> afresh("indexer.history.version", trouble);
        };
    }

    private T decoded(byte[] bytes, Consumer<UserMessage> trouble) throws IOException {
        try {
            return decoder.decode(bytes);
        } catch (DamagedException damaged) {
            return afresh("indexer.history.damaged", trouble);
        }
    }

    private T afresh(String why, Consumer<UserMessage> trouble) throws IOException {
        file.setAside();
        trouble.accept(UserMessage.of(why));
        return empty;
    }

    public void write(T table) throws IOException {
        Folders.createPrivate(folder);
        file.write(encoder.apply(table));
    }
}
