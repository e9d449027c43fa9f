package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.export.Dot;
import dev.orrery.app.export.GraphMl;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.history.FileHistory;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery graph DIR}: prints the call graph, or what a question about it finds. */
final class GraphCommand {
    private static final String HOT_SPOTS = "hotspots";

    private GraphCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("graph", context.messages())
                .about("app.cli.graph.about")
                .parameter("DIR", "app.cli.dir")
                .option("--format", "jsonl|graphml|dot", String.class, "app.cli.graph.format")
                .option("--query", "cycles|hotspots|dead", String.class, "app.cli.graph.query")
                .build(given -> {
                    Optional<String> query = given.option("--query", String.class);
                    Optional<String> format = given.option("--format", String.class);
                    if (query.isPresent() && format.isPresent()) {
                        throw new WrongUsage(UserMessage.of("app.cli.graph.which"));
                    }
                    return query.isPresent()
                            ? ask(context, given.parameter(0), known(query.get()))
                            : print(context, given.parameter(0), format(format.orElse("jsonl")));
                });
    }

    private static int print(CliContext context, String folder, BiConsumer<CodeGraph, Output> format)
            throws OrreryException {
        try (CodeIndex index = context.open(folder)) {
            format.accept(upToDate(context, index), context.out());
        }
        return ExitStatus.DONE;
    }

    private static int ask(CliContext context, String folder, String name) throws OrreryException {
        try (CodeIndex index = context.open(folder)) {
            CodeGraph graph = upToDate(context, index);
            FileHistory history = FileHistory.EMPTY;
            if (name.equals(HOT_SPOTS)) {
                try (ProgressLine line = ProgressLine.of(context)) {
                    history = index.history(line, Cancellation.NEVER);
                }
                if (history.commitCount() == 0) {
                    context.say(UserMessage.of("app.cli.graph.nohistory"));
                } else if (history.isCutOff()) {
                    context.say(UserMessage.of("app.history.cutoff", history.commitCount()));
                }
            }
            int found = query(name).write(graph, history, context.out());
            return found == 0 ? ExitStatus.NOTHING_FOUND : ExitStatus.DONE;
        }
    }

    private static CodeGraph upToDate(CliContext context, CodeIndex index) throws OrreryException {
        try (ProgressLine line = ProgressLine.of(context)) {
            index.refresh(line, Cancellation.NEVER);
        }
        IndexCommand.mention(context, index.problems());
        return index.snapshot();
    }

    private static BiConsumer<CodeGraph, Output> format(String name) {
        return switch (name) {
            case "jsonl" -> (graph, out) -> new JsonLines().write(graph, out);
            case "graphml" -> (graph, out) -> new GraphMl().write(graph, out::text);
            case "dot" -> (graph, out) -> new Dot().write(graph, out::text);
            default -> throw new WrongUsage(UserMessage.of("app.cli.graph.badformat", name));
        };
    }

    /** Wrong names are told before the repository is opened. */
    private static String known(String name) {
        query(name);
        return name;
    }

    private static GraphQuery query(String name) {
        return switch (name) {
            case "cycles" -> GraphQuery::cycles;
            case HOT_SPOTS -> GraphQuery::hotspots;
            case "dead" -> GraphQuery::dead;
            default -> throw new WrongUsage(UserMessage.of("app.cli.graph.badquery", name));
        };
    }
}
