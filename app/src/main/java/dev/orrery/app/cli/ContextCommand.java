package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery context DIR --file F --line L}: what matters at a caret. */
final class ContextCommand {
    private static final int BUDGET = 4096;

    private ContextCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("context", context.messages())
                .about("app.cli.context.about")
                .parameter("DIR", "app.cli.dir")
                .option("--file", "F", String.class, "app.cli.context.file")
                .option("--line", "L", Integer.class, "app.cli.context.line")
                .option("--column", "C", Integer.class, "app.cli.context.column")
                .flag("--stdin", "app.cli.context.stdin")
                .option("--budget", "TOKENS", Integer.class, "app.cli.context.budget")
                .flag("--json", "app.cli.json")
                .build(given -> run(context, given));
    }

    private static int run(CliContext context, CommandBuilder.Given given) throws OrreryException, IOException {
        String file = given.option("--file", String.class).orElseThrow(ContextCommand::incomplete);
        int line = given.option("--line", Integer.class).orElseThrow(ContextCommand::incomplete);
        int column = given.option("--column", Integer.class).orElse(1);
        int budget = given.option("--budget", Integer.class).orElse(BUDGET);
        if (budget < 1) {
            throw new WrongUsage(UserMessage.of("app.cli.context.badbudget", budget));
        }
        try (CodeIndex index = context.open(given.parameter(0))) {
            String path = CaretPlace.inside(index.root(), file)
                    .orElseThrow(() -> new OrreryException(UserMessage.of("app.cli.context.outside", file)));
            String text = given.flag("--stdin") ? CaretPlace.standardInput(context) : index.read(path);
            if (text.indexOf('\0') >= 0) {
                throw new OrreryException(UserMessage.of("app.cli.context.binary", path));
            }
            int offset = CaretPlace.offset(text, line, column);
            try (ProgressLine progress = ProgressLine.of(context)) {
                index.refresh(progress, Cancellation.NEVER);
            }
            ContextRequest request = new ContextRequest(new Document(path, 1, text), offset, budget);
            List<ContextPiece> pieces = index.context().context(request, Cancellation.NEVER);
            ContextAnswer answer = new ContextAnswer(context);
            if (given.flag("--json")) {
                answer.json(path, line, column, budget, pieces);
            } else {
                answer.text(pieces);
            }
            return ExitStatus.DONE;
        }
    }

    private static WrongUsage incomplete() {
        return new WrongUsage(UserMessage.of("app.cli.context.which"));
    }
}
