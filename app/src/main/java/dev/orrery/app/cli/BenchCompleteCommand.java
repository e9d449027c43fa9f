package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.CommandBuilder.Given;
import dev.orrery.app.cli.completion.CompletionBench;
import dev.orrery.app.cli.completion.CompletionFigures;
import dev.orrery.app.cli.completion.HistoryBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery bench complete DIR}: how well and how fast a repository's own code is completed. */
final class BenchCompleteCommand {
    private static final int SECONDS = 120;
    private static final long SEED = 1;

    private BenchCompleteCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("complete", context.messages())
                .about("app.cli.bench.complete.about")
                .parameter("DIR", "app.cli.dir")
                .option("--seconds", "N", Integer.class, "app.cli.bench.complete.seconds")
                .option("--seed", "N", Long.class, "app.cli.bench.complete.seed")
                .option("--history", "COMMITS", Integer.class, "app.cli.bench.complete.history")
                .flag("--json", "app.cli.json")
                .build(given -> run(context, given));
    }

    private static int run(CliContext context, Given given) throws OrreryException {
        int seconds = given.option("--seconds", Integer.class).orElse(SECONDS);
        if (seconds < 1) {
            throw new WrongUsage(UserMessage.of("app.cli.bench.badseconds", seconds));
        }
        Optional<Integer> commits = given.option("--history", Integer.class);
        if (commits.isPresent() && commits.get() < 1) {
            throw new WrongUsage(UserMessage.of("app.cli.bench.complete.badcommits", commits.get()));
        }
        CompletionBench.Order order = new CompletionBench.Order(
                root(given.parameter(0)),
                context.folders().cache(),
                Duration.ofSeconds(seconds),
                given.option("--seed", Long.class).orElse(SEED));
        CompletionPrint print = given.flag("--json") ? new CompletionJson(context.out()) : new CompletionTable(context);
        try (ProgressLine line = ProgressLine.of(context)) {
            return commits.isPresent()
                    ? history(context, new HistoryBench(order, commits.get(), line, context::say), print)
                    : heldOut(context, new CompletionBench(order, line, context::say), print);
        } catch (IOException unusable) {
            throw new OrreryException(
                    UserMessage.of("app.cli.bench.complete.failed", String.valueOf(unusable.getMessage())), unusable);
        }
    }

    private static int heldOut(CliContext context, CompletionBench bench, CompletionPrint print)
            throws OrreryException, IOException {
        Optional<CompletionFigures> figures = bench.run(Cancellation.NEVER);
        if (figures.isEmpty()) {
            context.say(UserMessage.of("app.cli.bench.complete.nothing"));
            return ExitStatus.NOTHING_FOUND;
        }
        print.heldOut(figures.get());
        return ExitStatus.DONE;
    }

    private static int history(CliContext context, HistoryBench bench, CompletionPrint print)
            throws OrreryException, IOException {
        Optional<HistoryBench.Figures> figures = bench.run(Cancellation.NEVER);
        if (figures.isEmpty()) {
            context.say(UserMessage.of("app.cli.bench.complete.nocommits"));
            return ExitStatus.NOTHING_FOUND;
        }
        print.history(figures.get());
        return ExitStatus.DONE;
    }

    private static Path root(String folder) throws OrreryException {
        try {
            Path root = Path.of(folder).toRealPath();
            if (Files.isDirectory(root)) {
                return root;
            }
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.cli.badpath", folder), notAPath);
        } catch (IOException absent) {
            throw new OrreryException(UserMessage.of("indexer.scan.nofolder", folder), absent);
        }
        throw new OrreryException(UserMessage.of("indexer.scan.nofolder", folder));
    }
}
