package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.api.TypedQuery;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.CommandBuilder.Given;
import dev.orrery.indexer.CodeIndex;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery search DIR QUERY}: finds text, patterns and symbols. */
final class SearchCommand {
    private SearchCommand() {}

    /** How the query is read. */
    enum Mode {
        TEXT,
        REGEX,
        SYMBOL,
        SEMANTIC
    }

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("search", context.messages())
                .about("app.cli.search.about")
                .parameter("DIR", "app.cli.dir")
                .parameter("QUERY", "app.cli.search.query")
                .option("--mode", "text|regex|symbol|semantic", String.class, "app.cli.search.mode")
                .options("--path", "GLOB", "app.cli.search.path")
                .options("--lang", "LANGUAGE", "app.cli.search.lang")
                .options("--kind", "KIND", "app.cli.search.kind")
                .option("--case", "yes|no|smart", String.class, "app.cli.search.case")
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
        if (given.parameter(1).isEmpty()) {
            throw new WrongUsage(UserMessage.of("app.cli.search.empty"));
        }
        TypedQuery query = query(given, mode);
        SearchAnswer answer = given.flag("--json") ? new JsonAnswer(context.out()) : new LineAnswer(context.out());
        try (CodeIndex index = context.open(given.parameter(0))) {
            try (ProgressLine line = ProgressLine.of(context)) {
                index.refresh(line, Cancellation.NEVER);
            }
            IndexCommand.mention(context, index.problems());
            boolean complete =
                    switch (mode) {
                        case TEXT -> TextSearch.run(index, query, Syntax.LITERAL, limit, answer);
                        case REGEX -> TextSearch.run(index, query, Syntax.REGEX, limit, answer);
                        case SYMBOL -> SymbolSearch.run(index, query.typed(), limit, answer);
                        case SEMANTIC -> MeaningSearch.run(context, index, query.typed(), limit, answer);
                    };
            answer.end(complete);
        }
        return answer.count() == 0 ? ExitStatus.NOTHING_FOUND : ExitStatus.DONE;
    }

    /** What is looked for and where. In text a query means what it says, so filters are options; symbols know them as words. */
    private static TypedQuery query(Given given, Mode mode) {
        String usual = mode == Mode.TEXT || mode == Mode.REGEX ? "yes" : "smart";
        CaseRule rule =
                switch (given.option("--case", String.class).orElse(usual)) {
                    case "yes" -> CaseRule.SENSITIVE;
                    case "no" -> CaseRule.INSENSITIVE;
                    case "smart" -> CaseRule.SMART;
                    default ->
                        throw new WrongUsage(UserMessage.of(
                                "app.cli.search.badcase",
                                given.option("--case", String.class).orElse("")));
                };
        List<String> languages =
                given.options("--lang").stream().map(TypedQuery::languageId).toList();
        List<String> kinds = given.options("--kind").stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .toList();
        if (!kinds.isEmpty() && (mode == Mode.TEXT || mode == Mode.REGEX)) {
            throw new WrongUsage(UserMessage.of("app.cli.search.kindoftext"));
        }
        List<String> paths =
                given.options("--path").stream().map(TypedQuery::glob).toList();
        return new TypedQuery(given.parameter(1), paths, languages, kinds, rule);
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "text" -> Mode.TEXT;
            case "regex" -> Mode.REGEX;
            case "symbol" -> Mode.SYMBOL;
            case "semantic" -> Mode.SEMANTIC;
            default -> throw new WrongUsage(UserMessage.of("app.cli.search.badmode", name));
        };
    }
}
