package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.CommandBuilder.Given;
import dev.orrery.app.complete.ModelSide;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.pool.PooledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery complete DIR --file F --line L --column C}: how the code may go on at a caret. */
final class CompleteCommand {
    private CompleteCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("complete", context.messages())
                .about("app.cli.complete.about")
                .parameter("DIR", "app.cli.dir")
                .option("--file", "F", String.class, "app.cli.context.file")
                .option("--line", "L", Integer.class, "app.cli.context.line")
                .option("--column", "C", Integer.class, "app.cli.context.column")
                .flag("--stdin", "app.cli.context.stdin")
                .option("--engine", "ID", String.class, "app.cli.complete.engine")
                .flag("--json", "app.cli.json")
                .build(given -> run(context, given));
    }

    private static int run(CliContext context, Given given) throws OrreryException, IOException {
        String file = given.option("--file", String.class).orElseThrow(CompleteCommand::incomplete);
        int line = given.option("--line", Integer.class).orElseThrow(CompleteCommand::incomplete);
        int column = given.option("--column", Integer.class).orElse(1);
        Optional<String> engine = given.option("--engine", String.class);
        try (CodeIndex index = context.open(given.parameter(0))) {
            String path = CaretPlace.inside(index.root(), file)
                    .orElseThrow(() -> new WrongUsage(UserMessage.of("app.cli.complete.outside", file)));
            String text = given.flag("--stdin") ? CaretPlace.standardInput(context) : onDisk(index, path);
            if (text.indexOf('\0') >= 0) {
                throw new WrongUsage(UserMessage.of("app.cli.context.binary", path));
            }
            int offset = CaretPlace.offset(text, line, column);
            CompletionRequest request =
                    new CompletionRequest(new Document(path, 1, text), offset, CompletionRequest.Occasion.ASKED);
            Answer answer = engine.isPresent()
                    ? ofEngine(context, index, request, engine.get())
                    : ofAll(context, index, request);
            CompleteAnswer printed = new CompleteAnswer(context, request);
            if (given.flag("--json")) {
                printed.json(line, column, answer);
            } else {
                printed.text(answer);
            }
            if (answer.proposals().isEmpty() && answer.items().isEmpty()) {
                context.say(printed.why(answer));
                return ExitStatus.NOTHING_FOUND;
            }
            return ExitStatus.DONE;
        }
    }

    private static WrongUsage incomplete() {
        return new WrongUsage(UserMessage.of("app.cli.context.which"));
    }

    private static String onDisk(CodeIndex index, String path) throws OrreryException {
        if (!Files.isRegularFile(index.root().resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new WrongUsage(UserMessage.of("app.cli.complete.nofile", path));
        }
        return index.read(path);
    }

    private static Answer ofAll(CliContext context, CodeIndex index, CompletionRequest request) throws OrreryException {
        try (RepositoryCompletion repository = upToDate(context, index)) {
            return repository.builtIn().at(request, Cancellation.NEVER);
        }
    }

    /** The index first, then what is learned from its files. */
    private static RepositoryCompletion upToDate(CliContext context, CodeIndex index) throws OrreryException {
        try (ProgressLine progress = ProgressLine.of(context)) {
            index.refresh(progress, Cancellation.NEVER);
        }
        IndexCommand.mention(context, index.problems());
        RepositoryCompletion repository = new RepositoryCompletion(index, context.folders(), context::say);
        repository.learn(Cancellation.NEVER);
        return repository;
    }

    private static Answer ofEngine(CliContext context, CodeIndex index, CompletionRequest request, String engine)
            throws OrreryException {
        try (Models models = Models.open(context.folders(), List.of(), System.getenv(), context::say)) {
            models.shelf();
            Optional<String> model = model(models, engine);
            if (model.isEmpty()) {
                return new Answer(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(UserMessage.of("app.cli.complete.nomodel", engine)),
                        Map.of());
            }
            try (RepositoryCompletion repository = upToDate(context, index)) {
                ModelSide side = new ModelSide(models, repository, index.root().toString(), Consent.NOBODY);
                return side.ask(request, model.get(), Cancellation.NEVER);
            }
        }
    }

    /**
     * The id of the model that is meant; empty where nothing of that engine is here.
     *
     * @throws WrongUsage where there is neither such an engine nor such a model
     */
    private static Optional<String> model(Models models, String engine) {
        List<PooledModel> able = models.pool().models().stream()
                .filter(model -> model.capabilities().tasks().contains(ModelTask.COMPLETION))
                .sorted(Comparator.comparing(PooledModel::id))
                .toList();
        Optional<PooledModel> meant = Stream.concat(
                        able.stream().filter(model -> model.id().equals(engine)),
                        able.stream().filter(model -> model.engine().equals(engine)))
                .findFirst();
        List<String> engines =
                models.engines().statuses().stream().map(EngineStatus::id).toList();
        if (meant.isEmpty() && !engines.contains(engine)) {
            TreeSet<String> known = new TreeSet<>(engines);
            able.forEach(model -> known.add(model.id()));
            throw new WrongUsage(UserMessage.of("app.cli.complete.badengine", engine, String.join(", ", known)));
        }
        return meant.map(PooledModel::id);
    }
}
