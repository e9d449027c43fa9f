package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.compare.Comparison;
import dev.orrery.indexer.compare.FilePair;
import dev.orrery.indexer.history.RevisionDiff;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Compares the working tree with a revision. Files are read and parsed in small numbers at once; what is kept of each is
 * what differs. Writes nothing. A file that changes meanwhile is compared as it then is.
 */
public final class TreeComparison {
    private static final int AT_ONCE = 64;

    private final Path root;
    private final Progress progress;
    private final Cancellation cancellation;
    private final ConcurrentLinkedQueue<FilePair> pairs = new ConcurrentLinkedQueue<>();
    private final List<Old> waiting = new ArrayList<>();
    private int done;

    private TreeComparison(Path root, Progress progress, Cancellation cancellation) {
        this.root = root;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** A file that differs; {@code before} is null where it is new. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Old(String path, byte @Nullable [] before, boolean isThere) {}

    /**
     * Compares the files that {@code graph} was made from with a revision. Blocks; takes milliseconds a changed file.
     *
     * @param revision whatever git's {@code rev-parse} takes
     * @throws OrreryException where there is no repository or no such revision, or where git's data cannot be read
     */
    public static Comparison since(
            CodeIndex index, CodeGraph graph, String revision, Progress progress, Cancellation cancellation)
            throws OrreryException {
        TreeSet<String> paths = new TreeSet<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            paths.add(graph.path(file));
        }
        TreeComparison comparison = new TreeComparison(index.root(), progress, cancellation);
        try (Workers workers = new Workers();
                Parsing parsing = new Parsing()) {
            new RevisionDiff(index.root(), paths, FlatParser.MAX_BYTES)
                    .each(revision, cancellation, (path, before, presence) -> {
                        boolean isNew = presence == RevisionDiff.Presence.CAME;
                        boolean isThere = presence != RevisionDiff.Presence.WENT;
                        comparison.add(new Old(path, isNew ? null : before, isThere), workers, parsing);
                    });
            comparison.work(workers, parsing);
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
        return Comparison.of(graph, comparison.pairs, cancellation);
    }

    private void add(Old old, Workers workers, Parsing parsing) throws IOException {
        waiting.add(old);
        if (waiting.size() == AT_ONCE) {
            work(workers, parsing);
        }
    }

    private void work(Workers workers, Parsing parsing) throws IOException {
        workers.forEach(List.copyOf(waiting), cancellation, old -> compare(old, parsing));
        done += waiting.size();
        waiting.clear();
        progress.at("indexer.stage.comparing", done, 0);
    }

    private void compare(Old old, Parsing parsing) throws IOException {
        Optional<FilePair.Version> before = version(old.path(), old.before(), parsing);
        Optional<FilePair.Version> after =
                old.isThere() ? version(old.path(), read(old.path()), parsing) : Optional.empty();
        if (before.isPresent() && after.isPresent()) {
            pairs.add(FilePair.of(old.path(), before.get(), after.get()));
        } else if (before.isPresent()) {
            pairs.add(FilePair.gone(old.path(), before.get()));
        } else if (after.isPresent()) {
            pairs.add(FilePair.come(old.path(), after.get()));
        }
    }

    private byte @Nullable [] read(String path) throws IOException {
        Path file = root.resolve(path);
        try {
            return Files.size(file) > FlatParser.MAX_BYTES ? null : Files.readAllBytes(file);
        } catch (NoSuchFileException vanished) {
            return null;
        }
    }

    private static Optional<FilePair.Version> version(String path, byte @Nullable [] bytes, Parsing parsing) {
        return bytes != null && parsing.parse(path, bytes) instanceof Parsed(var facts)
                ? Optional.of(new FilePair.Version(facts, bytes))
                : Optional.empty();
    }
}
