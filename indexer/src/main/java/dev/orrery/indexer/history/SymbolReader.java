package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.store.HistoryStore;
import dev.orrery.indexer.store.SampleTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the symbols of a repository changed over up to {@link Samples#MOST} commits, and keeps it. New commits cost what
 * they changed since the newest sample that stays; what a cut reading found is not read again. Safe from any thread; one
 * reads at a time, the others wait.
 */
public final class SymbolReader {
    /** Where the sampled versions take more bytes than this, fewer commits are sampled. */
    private static final long MOST_BYTES = 500L << 20;

    private final Path folder;
    private final HistoryStore<SampleTable> store;
    private final Consumer<UserMessage> trouble;
    private final long mostBytes;
    private @Nullable ObjectId shownHead;
    private SymbolHistory shown = SymbolHistory.EMPTY;

    /**
     * @param folder the working tree or a folder in it, canonical
     * @param trouble hears of stored history that could not be used or kept
     */
    public SymbolReader(Path folder, HistoryStore<SampleTable> store, Consumer<UserMessage> trouble) {
        this(folder, store, trouble, MOST_BYTES);
    }

    SymbolReader(Path folder, HistoryStore<SampleTable> store, Consumer<UserMessage> trouble, long mostBytes) {
        this.folder = folder;
        this.store = store;
        this.trouble = trouble;
        this.mostBytes = mostBytes;
    }

    /**
     * The symbols' history as of the commit that is checked out now; empty where there are fewer than two commits.
     *
     * @param files the history of the files as of the same commit; it says where they moved
     * @throws OrreryException where the repository cannot be read
     */
    public synchronized SymbolHistory read(FileHistory files, Progress progress, Cancellation cancellation)
            throws OrreryException {
        try (Repository repository = ReadOnlyGit.find(folder)) {
            ObjectId head = repository == null ? null : repository.resolve(Constants.HEAD);
            if (repository == null || head == null) {
                return SymbolHistory.EMPTY;
            }
            if (!head.equals(shownHead)) {
                shown = read(repository, head, files, progress, cancellation);
                shownHead = head;
            }
            return shown;
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
    }

    private SymbolHistory read(
            Repository repository, ObjectId head, FileHistory files, Progress progress, Cancellation cancellation)
            throws IOException {
        Samples samples = Samples.below(head, repository);
        if (samples.count() < 2) {
            return SymbolHistory.EMPTY;
        }
        SampleTable stored = stored();
        if (isCurrent(stored, samples)) {
            return new SymbolHistory(stored, commits(repository, samples, stored));
        }
        String prefix = ReadOnlyGit.prefix(repository, folder);
        SamplePlan plan = SamplePlan.of(repository, samples, prefix, files.renames(), cancellation);
        while (plan.bytes() > mostBytes && samples.count() > 2) {
            samples = samples.wider();
            plan = SamplePlan.of(repository, samples, prefix, files.renames(), cancellation);
        }
        SymbolLog log = new SymbolLog(stored, samples);
        log.moved(plan.moves());
        try {
            new SymbolPass(repository, log, plan, progress, cancellation, () -> save(log)).run();
        } finally {
            save(log);
        }
        return new SymbolHistory(log.table(), SampledCommit.of(repository, samples));
    }

    /** The commits of a table that may have fewer samples than there could be. */
    private static List<SampledCommit> commits(Repository repository, Samples closest, SampleTable table)
            throws IOException {
        Samples samples = closest;
        while (samples.count() > table.seconds().length) {
            samples = samples.wider();
        }
        return SampledCommit.of(repository, samples);
    }

    private SampleTable stored() throws IOException {
        SampleTable table = store.read(trouble);
        List<String> paths =
                IntStream.of(table.paths()).mapToObj(table.names()::get).toList();
        return table.extraction() == SampleTableBuilder.extraction(paths) ? table : SampleTable.EMPTY;
    }

    /** Whether a table is of just these samples, or of as many fewer as it took to read no more than is allowed. */
    private static boolean isCurrent(SampleTable table, Samples closest) {
        Samples samples = closest;
        while (samples.count() > table.seconds().length && samples.count() > 2) {
            samples = samples.wider();
        }
        int count = samples.count();
        return table.complete() == count
                && table.seconds().length == count
                && SymbolLog.common(table, samples) == count;
    }

    private void save(SymbolLog log) {
        try {
            store.write(log.table());
        } catch (IOException full) {
            trouble.accept(UserMessage.of("indexer.history.notkept", String.valueOf(full.getMessage())));
        }
    }
}
