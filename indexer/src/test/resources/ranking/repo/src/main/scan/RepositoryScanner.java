package dev.orrery.indexer.scan;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Walks a repository and lists the files that its {@link IgnoreRules} keep. Links are not followed; sockets, devices and
 * pipes are passed over; entries that vanish meanwhile are no error. Folders are walked in parallel. Safe from any thread.
 */
public final class RepositoryScanner {
    private final IgnoreRules rules;
    private final ForkJoinPool pool;

    public RepositoryScanner(IgnoreRules rules) {
        this(rules, ForkJoinPool.commonPool());
    }

    public RepositoryScanner(IgnoreRules rules, ForkJoinPool pool) {
        this.rules = rules;
        this.pool = pool;
    }

    /**
     * Walks the whole tree.
     *
     * @throws OrreryException where the root is no folder or cannot be listed
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    public Scan scan(Cancellation cancellation) throws OrreryException {
        if (!Files.isDirectory(rules.root())) {
            throw new OrreryException(UserMessage.of("indexer.scan.nofolder", rules.root()));
        }
        if (!Files.isReadable(rules.root())) {
            throw new OrreryException(UserMessage.of("indexer.scan.denied", rules.root()));
        }
        return walk("", rules.top(), cancellation);
    }

    /** Walks one folder of the tree, given by its path; finds nothing where it is gone, left out or no folder. */
    public Scan scan(String folder, Cancellation cancellation) {
        Path start = rules.root().resolve(folder);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS) || rules.isIgnored(folder, EntryKind.FOLDER)) {
            return new Scan(List.of(), List.of(), List.of());
        }
        return walk(folder, rules.rulesAbove(folder), cancellation);
    }

    private Scan walk(String folder, FolderRules above, Cancellation cancellation) {
        Walk walk = new Walk(rules, cancellation);
        pool.invoke(new FolderWalk(null, walk, folder, above));
        return new Scan(
                walk.files.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(ScannedFile::path))
                        .toList(),
                walk.folders.stream().sorted().toList(),
                List.copyOf(walk.problems));
    }
}
