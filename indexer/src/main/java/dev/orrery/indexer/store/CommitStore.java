package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Keeps what commits changed, for all worktrees of a repository. A commit never changes, so nothing in here grows stale;
 * where two processes write, the last one's table stays and the other's commits are read from git again.
 */
public final class CommitStore {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRYCMTS", 1);
    private static final int LIMIT = 1 << 30;

    private final IndexFolder folder;
    private final AtomicFile file;

    public CommitStore(IndexFolder folder) {
        this.folder = folder;
        this.file = new AtomicFile(folder.facts().resolve("commits"), FORMAT);
    }

    /** What is stored; empty where there is nothing, or what there was is damaged and was set aside. */
    public CommitTable read(Consumer<UserMessage> trouble) throws IOException {
        switch (file.read(LIMIT)) {
            case StoredContent.Absent absent -> {
                return CommitTable.EMPTY;
            }
            case StoredContent.Intact intact -> {
                try {
                    return CommitTable.decode(intact.bytes());
                } catch (DamagedException damaged) {
                    return damaged(trouble);
                }
            }
            case StoredContent.Damaged damaged -> {
                return damaged(trouble);
            }
            case StoredContent.OtherVersion other -> {
                return damaged(trouble);
            }
        }
    }

    private CommitTable damaged(Consumer<UserMessage> trouble) throws IOException {
        file.setAside();
        trouble.accept(UserMessage.of("indexer.history.damaged"));
        return CommitTable.EMPTY;
    }

    public void write(CommitTable table) throws IOException {
        Folders.createPrivate(folder.facts());
        file.write(table.encode());
    }
}
