package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.SymbolLookup;
import dev.orrery.indexer.ChangedDeclarations;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.link.impact.Impact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery impact DIR SYMBOL|--diff REF}: who is reached by a change. */
final class ImpactCommand {
    private static final int NAMED = 5;

    private ImpactCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("impact", context.messages())
                .about("app.cli.impact.about")
                .parameter("DIR", "app.cli.dir")
                .optionalParameter("SYMBOL", "app.cli.impact.symbol")
                .option("--diff", "REF", String.class, "app.cli.impact.diff")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    Optional<String> symbol = given.optionalParameter(1);
                    Optional<String> revision = given.option("--diff", String.class);
                    if (symbol.isPresent() == revision.isPresent()) {
                        throw new WrongUsage(UserMessage.of("app.cli.impact.which"));
                    }
                    try (CodeIndex index = context.open(given.parameter(0))) {
                        try (ProgressLine line = ProgressLine.of(context)) {
                            index.refresh(line, Cancellation.NEVER);
                        }
                        CodeGraph graph = index.snapshot();
                        ChangedDeclarations changed = symbol.isPresent()
                                ? named(graph, symbol.get())
                                : since(index, graph, revision.orElseThrow());
                        if (symbol.isPresent() && changed.changed().isEmpty()) {
                            context.say(UserMessage.of("app.cli.nosymbol", symbol.get()));
                            return ExitStatus.NOTHING_FOUND;
                        }
                        return answer(context, given, graph, changed);
                    }
                });
    }

    private static int answer(
            CliContext context, CommandBuilder.Given given, CodeGraph graph, ChangedDeclarations changed) {
        Impact impact = Impact.of(graph, changed.changed(), Cancellation.NEVER);
        ImpactAnswer answer = new ImpactAnswer(context.out());
        if (given.flag("--json")) {
            answer.json(impact, changed);
        } else {
            answer.lines(impact);
            mention(context, changed.removed());
        }
        return impact.reached().length == 0 ? ExitStatus.NOTHING_FOUND : ExitStatus.DONE;
    }

    private static ChangedDeclarations since(CodeIndex index, CodeGraph graph, String revision) throws OrreryException {
        return ChangedDeclarations.since(index, graph, revision, Cancellation.NEVER);
    }

    private static ChangedDeclarations named(CodeGraph graph, String name) {
        List<Integer> meant = SymbolLookup.all(graph, name);
        List<String> names =
                meant.stream().map(symbol -> graph.path(symbol, ".")).distinct().toList();
        if (names.size() > 1) {
            String few = names.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw new WrongUsage(
                    UserMessage.of("app.cli.ambiguous", name, names.size(), few, Math.max(0, names.size() - NAMED)));
        }
        return new ChangedDeclarations(meant, List.of());
    }

    private static void mention(CliContext context, List<SymbolKey> removed) {
        if (!removed.isEmpty()) {
            context.out().flush();
            String few =
                    removed.stream().limit(NAMED).map(SymbolKey::qualifiedName).collect(Collectors.joining(", "));
            context.say(
                    UserMessage.of("app.cli.impact.removed", removed.size(), few, Math.max(0, removed.size() - NAMED)));
        }
    }
}
