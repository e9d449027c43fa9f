package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import dev.orrery.models.Models;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.store.StoredFile;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models show ID}: all that is known of one model. Asks no network. */
final class ModelsShowCommand {
    private ModelsShowCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("show", context.messages())
                .about("app.cli.models.show.about")
                .parameter("ID", "app.cli.models.id")
                .flag("--json", "app.cli.json")
                .build(given -> ModelShelf.use(context, models -> {
                    Optional<ModelShelf.Row> row =
                            ModelShelf.of(models, context).row(given.parameter(0));
                    if (row.isEmpty()) {
                        context.say(UserMessage.of("app.cli.models.unknown", given.parameter(0)));
                        return ExitStatus.NOTHING_FOUND;
                    }
                    show(context, row.get(), given.flag("--json"));
                    return ExitStatus.DONE;
                }));
    }

    /** Prints a model that is here, as commands do with the one that they made. */
    static void show(CliContext context, Models models, String id, boolean asJson) throws OrreryException {
        show(context, ModelShelf.of(models, context).row(id).orElseThrow(), asJson);
    }

    private static void show(CliContext context, ModelShelf.Row row, boolean asJson) {
        if (asJson) {
            context.out().json(json -> ModelsJson.whole(row, context.messages(), json));
        } else {
            print(context.messages(), context.out(), row);
        }
    }

    private static void print(Messages messages, Output out, ModelShelf.Row row) {
        String state = messages.text("app.cli.models.state." + ModelsJson.state(row));
        out.line(messages.text("app.cli.models.show.name", row.id(), row.name(), state));
        out.line(messages.text(
                "app.cli.models.show.form",
                row.engine(),
                row.quantisation(),
                row.bytes() / 1e9,
                String.join(", ", row.tasks())));
        row.installed()
                .flatMap(model -> model.damage())
                .ifPresent(damage -> out.line(messages.text("app.cli.models.show.damage", messages.text(damage))));
        row.fit()
                .ifPresent(fit -> out.line(messages.text(
                        "app.cli.models.show.fit",
                        messages.text("app.cli.models.fit." + ModelsJson.verdict(fit), fit.predictedBytes() / 1e9),
                        fit.footprint().weightBytes() / 1e9,
                        fit.footprint().cacheBytes() / 1e9,
                        row.contextTokens(),
                        fit.footprint().overheadBytes() / 1e9,
                        fit.freeBytes() / 1e9)));
        String licence = row.consent() == Licence.Consent.NEEDED
                ? messages.text("app.cli.models.licence.accept", row.licence())
                : row.licence();
        out.line(messages.text(
                "app.cli.models.show.licence",
                licence,
                row.offer()
                        .map(offer -> offer.card().licence().address().toString())
                        .orElse("-")));
        row.installed().ifPresent(model -> {
            out.line(messages.text(
                    "app.cli.models.show.origin",
                    model.draft().origin().address(),
                    model.installed().toString(),
                    model.used().toString()));
            out.line(messages.text("app.cli.models.show.folder", model.folder()));
            for (StoredFile file : model.files()) {
                out.line(messages.text("app.cli.models.show.file", file.path(), file.size(), file.sha256()));
            }
        });
    }
}
