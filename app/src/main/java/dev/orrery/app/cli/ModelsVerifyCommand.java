package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models verify [ID]}: reads all of a model's files, or of all models, and compares their checksums. */
final class ModelsVerifyCommand {
    private ModelsVerifyCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("verify", context.messages())
                .about("app.cli.models.verify.about")
                .optionalParameter("ID", "app.cli.models.id")
                .flag("--json", "app.cli.json")
                .build(given -> ModelShelf.use(context, models -> {
                    ModelStore store = models.store();
                    Optional<String> id = given.optionalParameter(0);
                    List<String> ids = store.models().stream()
                            .map(InstalledModel::id)
                            .filter(each -> id.isEmpty() || id.get().equals(each))
                            .toList();
                    if (ids.isEmpty()) {
                        context.say(
                                id.isPresent()
                                        ? UserMessage.of("app.cli.models.nothere", id.get())
                                        : UserMessage.of("app.cli.models.none"));
                        return ExitStatus.NOTHING_FOUND;
                    }
                    Map<String, Optional<UserMessage>> found = new LinkedHashMap<>();
                    try (ProgressLine line = ProgressLine.of(context)) {
                        for (String each : ids) {
                            found.put(each, store.verify(each, line, Cancellation.NEVER));
                        }
                    }
                    if (given.flag("--json")) {
                        write(context, found);
                    } else {
                        print(context, found);
                    }
                    return found.values().stream().allMatch(Optional::isEmpty) ? ExitStatus.DONE : ExitStatus.FAILED;
                }));
    }

    private static void print(CliContext context, Map<String, Optional<UserMessage>> found) {
        found.forEach((id, damage) -> context.out()
                .line(
                        damage.isEmpty()
                                ? context.messages().text("app.cli.models.sound", id)
                                : context.messages()
                                        .text(
                                                "app.cli.models.damaged",
                                                id,
                                                context.messages().text(damage.get()))));
    }

    private static void write(CliContext context, Map<String, Optional<UserMessage>> found) {
        context.out().json(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("models");
            for (Map.Entry<String, Optional<UserMessage>> each : found.entrySet()) {
                json.writeStartObject();
                json.writeStringField("id", each.getKey());
                json.writeBooleanField("sound", each.getValue().isEmpty());
                if (each.getValue().isPresent()) {
                    json.writeStringField(
                            "damage", context.messages().text(each.getValue().get()));
                } else {
                    json.writeNullField("damage");
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
