package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.CommandBuilder.Given;
import dev.orrery.indexer.CodeIndex;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery search DIR QUERY}: finds text, patterns and symbols. */
final class SearchCommand {
    private SearchCommand() {}

    /** How the query is read. */
    enum Mode {
        TEXT,
        REGEX,
        SYMBOL
    }

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("search", context.messages())
                .about("app.cli.search.about")
                .parameter("DIR", "app.cli.dir")
                .parameter("QUERY", "app.cli.search.query")
                .option("--mode", "text|regex|symbol", String.class, "app.cli.search.mode")
                .option("--limit", "N", Integer.class, "app.cli.search.limit")
                .flag("--json", "app.cli.json")
                .build(given -> run(context, given));
    }

    private static int run(CliContext context, Given given) throws Exception {
        Mode mode = mode(given.option("--mode", String.class).orElse("text"));
        int limit = given.option("--limit", Integer.class).orElse(Integer.MAX_VALUE);
        if (limit < 1) {
            throw new WrongUsage(UserMessage.of("app.cli.search.badlimit", limit));
        }
        String query = given.parameter(1);
        if (query.isEmpty()) {
            throw new WrongUsage(UserMessage.of("app.cli.search.empty"));
        }
        SearchAnswer answer = given.flag("--json") ? new JsonAnswer(context.out()) : new LineAnswer(context.out());
        try (CodeIndex index = context.open(given.parameter(0))) {
            try (ProgressLine line = ProgressLine.of(context)) {
                index.refresh(line, Cancellation.NEVER);
            }
            IndexCommand.mention(context, index.problems());
            boolean complete =
                    switch (mode) {
                        case TEXT, REGEX -> TextSearch.run(index, query, mode, limit, answer);
                        case SYMBOL -> SymbolSearch.run(index, query, limit, answer);
                    };
            answer.end(complete);
        }
        return answer.count() == 0 ? ExitStatus.NOTHING_FOUND : ExitStatus.DONE;
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "text" -> Mode.TEXT;
            case "regex" -> Mode.REGEX;
            case "symbol" -> Mode.SYMBOL;
            case "semantic" -> throw new WrongUsage(UserMessage.of("app.cli.search.semantic"));
            default -> throw new WrongUsage(UserMessage.of("app.cli.search.badmode", name));
        };
    }
}
