package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.Quantisation;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models quantise ID}: makes a smaller model of one that is here; the original stays. */
final class ModelsQuantiseCommand {
    private ModelsQuantiseCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("quantise", context.messages())
                .about("app.cli.models.quantise.about")
                .parameter("ID", "app.cli.models.id")
                .option("--to", "FORM", String.class, "app.cli.models.quantise.to")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    String form = given.option("--to", String.class).orElse(Quantisation.Bits.EIGHT.form());
                    Quantisation.Bits bits = Arrays.stream(Quantisation.Bits.values())
                            .filter(each -> each.form().equalsIgnoreCase(form))
                            .findFirst()
                            .orElseThrow(() -> new WrongUsage(UserMessage.of("app.cli.models.quantise.badform", form)));
                    return ModelShelf.use(context, models -> {
                        Optional<InstalledModel> model = models.store().model(given.parameter(0));
                        if (model.isEmpty()) {
                            context.say(UserMessage.of("app.cli.models.nothere", given.parameter(0)));
                            return ExitStatus.NOTHING_FOUND;
                        }
                        InstalledModel made;
                        try (ProgressLine line = ProgressLine.of(context)) {
                            made = new Quantisation(models.store()).run(model.get(), bits, line, Cancellation.NEVER);
                        }
                        ModelsShowCommand.show(context, models, made.id(), given.flag("--json"));
                        return ExitStatus.DONE;
                    });
                });
    }
}
