package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery graph DIR}: prints the call graph. */
final class GraphCommand {
    private GraphCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("graph", context.messages())
                .about("app.cli.graph.about")
                .parameter("DIR", "app.cli.dir")
                .option("--format", "jsonl|graphml|dot", String.class, "app.cli.graph.format")
                .build(given -> {
                    GraphFormat format =
                            format(given.option("--format", String.class).orElse("jsonl"));
                    try (CodeIndex index = context.open(given.parameter(0))) {
                        try (ProgressLine line = ProgressLine.of(context)) {
                            index.refresh(line, Cancellation.NEVER);
                        }
                        IndexCommand.mention(context, index.problems());
                        format.write(index.snapshot(), context.out());
                    }
                    return ExitStatus.DONE;
                });
    }

    private static GraphFormat format(String name) {
        return switch (name) {
            case "jsonl" -> new JsonLines();
            case "graphml" -> new GraphMl();
            case "dot" -> new Dot();
            default -> throw new WrongUsage(UserMessage.of("app.cli.graph.badformat", name));
        };
    }
}
