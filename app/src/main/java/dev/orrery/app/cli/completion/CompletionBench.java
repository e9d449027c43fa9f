package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.scan.ScannedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Completion on files that no index has: some files, their tests and their copies are left out of a copy of the repository, which is indexed
 * and learned; then tokens and lines of these files are asked for, what stands before the caret being known, keys are timed, and the gate is shown
 * the real lines. The same questions go to all contestants in turn.
 */
public final class CompletionBench {
    private static final double TOKENS = 0.35;
    private static final double LINES = 0.3;
    private static final double TYPING = 0.2;
    private static final double GATE = 0.15;

    private final Order order;
    private final Progress progress;
    private final Consumer<UserMessage> trouble;

    /**
     * What to measure.
     *
     * @param root of the repository, canonical; nothing is written there
     * @param cache below which the copy lies while it is measured
     * @param time for asking; making the copy and its index comes before
     * @param seed decides which files and which carets
     */
    public record Order(Path root, Path cache, Duration time, long seed) {}

    /** @param trouble hears what the user should know */
    public CompletionBench(Order order, Progress progress, Consumer<UserMessage> trouble) {
        this.order = order;
        this.progress = progress;
        this.trouble = trouble;
    }

    /** Measures. Empty where there is no code to hold out. Blocks. */
    public Optional<CompletionFigures> run(Cancellation cancellation) throws OrreryException, IOException {
        SourceFiles files = new SourceFiles(order.root());
        List<ScannedFile> all = files.all(cancellation);
        Map<String, String> hashes = new TreeMap<>();
        Set<String> sources = new TreeSet<>();
        for (ScannedFile file : all) {
            cancellation.throwIfRequested();
            files.read(file).ifPresent(content -> {
                hashes.put(file.path(), ContentHash.of(content));
                if (SourceFiles.code(file.path(), content).isPresent()) {
                    sources.add(file.path());
                }
            });
        }
        if (sources.size() < 2) {
            return Optional.empty();
        }
        HeldOut heldOut = HeldOut.draw(sources, hashes, order.seed());
        try (ScratchRepository scratch = ScratchRepository.below(order.cache())) {
            List<Document> held = new ArrayList<>();
            NestedCache plain = new NestedCache();
            for (ScannedFile file : all) {
                cancellation.throwIfRequested();
                Optional<byte[]> content = files.read(file);
                if (content.isPresent() && !heldOut.leftOut().containsKey(file.path())) {
                    scratch.write(file.path(), content.get());
                    SourceFiles.code(file.path(), content.get()).ifPresent(plain::learn);
                } else if (content.isPresent() && heldOut.files().contains(file.path())) {
                    SourceFiles.code(file.path(), content.get()).ifPresent(held::add);
                }
            }
            plain.learned();
            Material material = new Material(scratch, heldOut, held, sources.size(), plain);
            return Optional.of(measure(material, cancellation));
        }
    }

    /** What is asked, and of whom. */
    private record Material(
            ScratchRepository scratch, HeldOut heldOut, List<Document> held, int sources, NestedCache plain) {}

    private CompletionFigures measure(Material material, Cancellation cancellation)
            throws OrreryException, IOException {
        ScratchRepository scratch = material.scratch();
        try (CodeIndex index = CodeIndexes.open(scratch.root(), scratch.folders())) {
            long began = System.nanoTime();
            index.refresh(progress, cancellation);
            try (RepositoryCompletion repository = new RepositoryCompletion(index, scratch.folders(), trouble)) {
                repository.learn(cancellation);
                double ready = (System.nanoTime() - began) / 1e9;
                List<TestedFile> files = material.held().stream()
                        .map(document -> TestedFile.of(document, index.syntax()))
                        .toList();
                LeakGuard guard = new LeakGuard(material.heldOut().leftOut());
                guard.files(scratch.root());
                guard.graph(index.snapshot());
                guard.text(index.text(), files);
                guard.learned(repository.learned().model().files());
                Rounds rounds = new Rounds(files, order.seed());
                Contest contest = Contest.of(material.plain(), repository, guard);
                contest.ask(rounds.tokens(), part(TOKENS));
                contest.ask(lines(rounds), part(LINES));
                Typing typing = Typing.measure(repository.builtIn(), rounds, part(TYPING));
                Gating gating = Gating.measure(repository.sources().check(), rounds, part(GATE));
                guard.learned(repository.learned().model().files());
                CompletionFigures.Setting setting = new CompletionFigures.Setting(
                        order.seed(),
                        material.sources(),
                        files.size(),
                        material.heldOut().leftOut().size(),
                        ready);
                return new CompletionFigures(setting, contest.scores(), typing, gating);
            }
        }
    }

    private Duration part(double share) {
        return Duration.ofNanos((long) (order.time().toNanos() * share));
    }

    private static Iterator<Question> lines(Rounds rounds) {
        Rounds.Lines lines = rounds.lines();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Question next() {
                Rounds.Drawn drawn = lines.next();
                return drawn.file().line(drawn.line(), "");
            }
        };
    }
}
