package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Keeps how declarations changed over the sampled commits, for one worktree. A sample's commit never changes, so what is
 * stored holds as long as the same samples are asked for.
 */
public final class SampleStore {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRYSYMS", 1);
    private static final int LIMIT = 1 << 30;

    private final IndexFolder folder;
    private final AtomicFile file;

    public SampleStore(IndexFolder folder) {
        this.folder = folder;
        this.file = new AtomicFile(folder.folder().resolve("symbols"), FORMAT);
    }

    /** What is stored; empty where there is nothing, or what there was is damaged and was set aside. */
    public SampleTable read(Consumer<UserMessage> trouble) throws IOException {
        return switch (file.read(LIMIT)) {
            case StoredContent.Absent absent -> SampleTable.EMPTY;
            case StoredContent.Intact intact -> decoded(intact.bytes(), trouble);
            case StoredContent.Damaged damaged -> afresh(trouble);
            case StoredContent.OtherVersion other -> afresh(trouble);
        };
    }

    private SampleTable decoded(byte[] bytes, Consumer<UserMessage> trouble) throws IOException {
        try {
            return SampleTable.decode(bytes);
        } catch (DamagedException damaged) {
            return afresh(trouble);
        }
    }

    private SampleTable afresh(Consumer<UserMessage> trouble) throws IOException {
        file.setAside();
        trouble.accept(UserMessage.of("indexer.history.damaged"));
        return SampleTable.EMPTY;
    }

    public void write(SampleTable table) throws IOException {
        Folders.createPrivate(folder.folder());
        file.write(table.encode());
    }
}
