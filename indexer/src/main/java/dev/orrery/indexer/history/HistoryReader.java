package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.store.CommitTable;
import dev.orrery.indexer.store.HistoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of a repository and keeps it: what a commit changed is looked up once, whatever branch it is met on.
 * Safe from any thread; one reads at a time, the others wait.
 */
public final class HistoryReader {
    private final Path folder;
    private final HistoryStore<CommitTable> store;
    private final Consumer<UserMessage> trouble;
    private final int most;
    private @Nullable CommitLog log;
    private @Nullable ObjectId shownHead;
    private FileHistory shown = FileHistory.EMPTY;

    /**
     * @param folder the working tree or a folder in it, canonical
     * @param trouble hears of stored history that could not be used or kept
     */
    public HistoryReader(Path folder, HistoryStore<CommitTable> store, Consumer<UserMessage> trouble) {
        this(folder, store, trouble, CommitWalk.MOST_COMMITS);
    }

    HistoryReader(Path folder, HistoryStore<CommitTable> store, Consumer<UserMessage> trouble, int most) {
        this.most = most;
        this.folder = folder;
        this.store = store;
        this.trouble = trouble;
    }

    /**
     * The history as of the commit that is checked out now; at once where that is known already, empty where there is none.
     *
     * @throws OrreryException where the repository cannot be read
     */
    public synchronized FileHistory read(Progress progress, Cancellation cancellation) throws OrreryException {
        try (Repository repository = ReadOnlyGit.find(folder)) {
            ObjectId head = repository == null ? null : repository.resolve(Constants.HEAD);
            if (repository == null || head == null) {
                return FileHistory.EMPTY;
            }
            if (!head.equals(shownHead)) {
                CommitLog commits = log == null ? new CommitLog(store.read(trouble)) : log;
                log = commits;
                CommitWalk.Reached reached = new CommitWalk(repository, commits, most)
                        .from(head, progress, cancellation, () -> save(commits));
                shown = new FileHistory(commits.table(), reached, ReadOnlyGit.prefix(repository, folder));
                shownHead = head;
            }
            return shown;
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
    }

    private void save(CommitLog commits) {
        try {
            store.write(commits.table());
        } catch (IOException full) {
            trouble.accept(UserMessage.of("indexer.history.notkept", String.valueOf(full.getMessage())));
        }
    }
}
