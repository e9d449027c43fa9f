package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.store.ModelStore;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models remove ID}: takes a model, or what came of an unfinished download, from this disk. */
final class ModelsRemoveCommand {
    private ModelsRemoveCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("remove", context.messages())
                .about("app.cli.models.remove.about")
                .parameter("ID", "app.cli.models.id")
                .flag("--json", "app.cli.json")
                .build(given -> ModelShelf.use(context, models -> {
                    ModelStore store = models.store();
                    String id = given.parameter(0);
                    boolean installed = store.model(id).isPresent();
                    boolean unfinished = HubInstall.unfinished(store).stream()
                            .anyMatch(order -> order.id().equals(id));
                    if (!installed && !unfinished) {
                        context.say(UserMessage.of("app.cli.models.nothere", id));
                        return ExitStatus.NOTHING_FOUND;
                    }
                    long before = store.bytesOnDisk();
                    if (installed) {
                        store.remove(id);
                    }
                    if (unfinished) {
                        HubInstall.discard(store, id);
                    }
                    long freed = before - store.bytesOnDisk();
                    if (given.flag("--json")) {
                        context.out().json(json -> {
                            json.writeStartObject();
                            json.writeStringField("removed", id);
                            json.writeNumberField("bytesFreed", freed);
                            json.writeEndObject();
                        });
                    } else {
                        context.out().line(context.messages().text("app.cli.models.removed", id, freed / 1e9));
                    }
                    return ExitStatus.DONE;
                }));
    }
}
