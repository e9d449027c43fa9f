package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models}: what there is, what is here, and how it comes and goes; every verb is a command of its own. */
final class ModelsCommand {
    private ModelsCommand() {}

    static CommandSpec spec(CliContext context) {
        CommandSpec group = new CommandBuilder("models", context.messages())
                .about("app.cli.models.about")
                .build(given -> {
                    throw new WrongUsage(UserMessage.of("app.cli.models.nocommand"));
                });
        group.addSubcommand("list", ModelsListCommand.spec(context));
        group.addSubcommand("show", ModelsShowCommand.spec(context));
        group.addSubcommand("add", ModelsAddCommand.spec(context));
        group.addSubcommand("remove", ModelsRemoveCommand.spec(context));
        group.addSubcommand("verify", ModelsVerifyCommand.spec(context));
        group.addSubcommand("quantise", ModelsQuantiseCommand.spec(context));
        group.addSubcommand("load", ModelsLoadCommand.spec(context));
        group.addSubcommand("bench", ModelsBenchCommand.spec(context));
        return group;
    }
}
