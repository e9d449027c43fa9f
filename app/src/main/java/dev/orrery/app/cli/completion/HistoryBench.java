package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.history.CommitReplay;
import dev.orrery.indexer.history.CommitReplay.Change;
import dev.orrery.indexer.history.CommitReplay.Commit;
import dev.orrery.indexer.history.LineRange;
import dev.orrery.indexer.history.RevisionDiff.Presence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Completion of what was really written: the state before the latest commits is indexed and learned, and each line that a commit adds is asked
 * for against its parent, the lines of the file that the commit has above it being there already and those of the parent below. Then the commit is
 * done, index and language model follow, and the next one's lines are asked for. A merge is done and not asked for.
 */
public final class HistoryBench {
    /** A commit that adds more lines is sampled, so that an import of a library does not stand for a year's work. */
    private static final int MOST_OF_A_COMMIT = 40;

    private final CompletionBench.Order order;
    private final int commits;
    private final Progress progress;
    private final Consumer<UserMessage> trouble;
    private final Random random;

    /**
     * @param commits at most so many, the latest
     * @param trouble hears what the user should know
     */
    public HistoryBench(CompletionBench.Order order, int commits, Progress progress, Consumer<UserMessage> trouble) {
        this.order = order;
        this.commits = commits;
        this.progress = progress;
        this.trouble = trouble;
        this.random = new Random(order.seed());
    }

    /**
     * What was measured.
     *
     * @param commits that were replayed before the time was over
     * @param of how many
     * @param scores of each contestant, the plain language model first
     */
    public record Figures(long seed, int commits, int of, List<Scores> scores) {
        public Figures {
            scores = List.copyOf(scores);
        }
    }

    /** Measures. Empty where there is no commit with a parent. Blocks. */
    public Optional<Figures> run(Cancellation cancellation) throws OrreryException, IOException {
        CommitReplay replay = new CommitReplay(order.root());
        List<Commit> latest = replay.latest(commits, cancellation);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        try (ScratchRepository scratch = ScratchRepository.below(order.cache())) {
            List<OrreryException> refused = new ArrayList<>();
            NestedCache plain = new NestedCache();
            replay.before(latest.getFirst(), cancellation, (path, content) -> {
                try {
                    if (scratch.write(path, content)) {
                        SourceFiles.code(path, content).ifPresent(plain::learn);
                    }
                } catch (OrreryException tooMuch) {
                    refused.add(tooMuch);
                }
            });
            if (!refused.isEmpty()) {
                throw refused.getFirst();
            }
            plain.learned();
            try (CodeIndex index = CodeIndexes.open(scratch.root(), scratch.folders())) {
                index.refresh(progress, cancellation);
                try (RepositoryCompletion repository = new RepositoryCompletion(index, scratch.folders(), trouble)) {
                    repository.learn(cancellation);
                    return Optional.of(
                            replay(replay, latest, new Replayed(scratch, index, repository, plain), cancellation));
                }
            }
        }
    }

    /** What follows the commits. */
    private record Replayed(
            ScratchRepository scratch, CodeIndex index, RepositoryCompletion repository, NestedCache plain) {}

    private Figures replay(CommitReplay replay, List<Commit> latest, Replayed to, Cancellation cancellation)
            throws OrreryException, IOException {
        // Nothing is held out here: the parent commit is what its author had.
        Contest contest = Contest.of(to.plain(), to.repository(), new LeakGuard(Map.of()));
        long end = System.nanoTime() + order.time().toNanos();
        int done = 0;
        for (Commit commit : latest) {
            if (System.nanoTime() >= end) {
                break;
            }
            List<Change> changes = replay.changes(commit, cancellation);
            if (commit.parents() == 1) {
                for (Question question : questions(changes, to.index())) {
                    cancellation.throwIfRequested();
                    contest.ask(question);
                }
            }
            apply(changes, to, cancellation);
            done++;
        }
        return new Figures(order.seed(), done, latest.size(), contest.scores());
    }

    /** Of each line a whole line, where it is worth asking for, and one of its tokens. */
    private List<Question> questions(List<Change> changes, CodeIndex index) {
        List<Question> questions = new ArrayList<>();
        for (Change change : changes) {
            Optional<Document> code = change.presence() == Presence.WENT
                    ? Optional.empty()
                    : SourceFiles.code(change.path(), change.after());
            if (code.isPresent()) {
                ask(TestedFile.of(code.get(), index.syntax()), change, questions);
            }
        }
        Collections.shuffle(questions, random);
        return questions.subList(0, Math.min(2 * MOST_OF_A_COMMIT, questions.size()));
    }

    private void ask(TestedFile after, Change change, List<Question> into) {
        LineStarts newLines = LineStarts.of(after.document().text());
        String before = SourceFiles.code(change.path(), change.before())
                .map(Document::text)
                .orElse("");
        LineStarts oldLines = LineStarts.of(before);
        for (TestedFile.Line line : after.lines()) {
            int number = newLines.lineAt(line.start());
            for (int at = 0; at < change.added().size(); at++) {
                LineRange range = change.added().get(at);
                if (range.start() <= number && number <= range.end()) {
                    String behind = "\n"
                            + before.substring(
                                    oldLines.start(change.removed().get(at).end() + 1));
                    into.add(after.line(line, behind));
                    into.add(after.token(line.first() + random.nextInt(line.last() - line.first()), behind));
                }
            }
        }
    }

    private void apply(List<Change> changes, Replayed to, Cancellation cancellation)
            throws OrreryException, IOException {
        List<Document> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (Change change : changes) {
            if (change.presence() == Presence.WENT) {
                to.scratch().remove(change.path());
                removed.add(change.path());
            } else if (to.scratch().write(change.path(), change.after())) {
                SourceFiles.code(change.path(), change.after()).ifPresent(changed::add);
            }
        }
        to.index().refresh(progress, cancellation);
        to.repository().learned().change(changed, removed);
        to.plain().change(changed, removed);
    }
}
