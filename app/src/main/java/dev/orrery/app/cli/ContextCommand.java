package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery context DIR --file F --line L}: what matters at a caret. */
final class ContextCommand {
    private static final int BUDGET = 4096;
    private static final int MOST_BYTES = 64 << 20;

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
            String path = inside(index.root(), file);
            String text = given.flag("--stdin") ? standardInput(context) : index.read(path);
            if (text.indexOf('\0') >= 0) {
                throw new OrreryException(UserMessage.of("app.cli.context.binary", path));
            }
            int offset = offset(text, line, column);
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

    /** The path relative to the root, as the index writes it; it need not exist. */
    private static String inside(Path root, String file) throws OrreryException {
        try {
            Path path = root.resolve(file).normalize();
            if (!path.startsWith(root) || path.equals(root)) {
                throw new OrreryException(UserMessage.of("app.cli.context.outside", file));
            }
            return root.relativize(path).toString().replace('\\', '/');
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.cli.badpath", file), notAPath);
        }
    }

    private static String standardInput(CliContext context) throws OrreryException, IOException {
        byte[] bytes = context.in().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new OrreryException(UserMessage.of("app.cli.context.large", MOST_BYTES >> 20));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int at = 1; at < line && start >= 0; at++) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }
        if (line < 1 || start < 0) {
            throw new WrongUsage(
                    UserMessage.of("app.cli.context.badline", line, text.lines().count()));
        }
        int end = text.indexOf('\n', start);
        int length = (end < 0 ? text.length() : end) - start;
        if (column < 1 || column > length + 1) {
            throw new WrongUsage(UserMessage.of("app.cli.context.badcolumn", column, line, length + 1));
        }
        return start + column - 1;
    }
}
