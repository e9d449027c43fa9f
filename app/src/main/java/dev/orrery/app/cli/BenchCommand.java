package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery bench}: scripted load on a real repository; every measure is a command of its own. */
final class BenchCommand {
    private BenchCommand() {}

    static CommandSpec spec(CliContext context) {
        CommandSpec group = new CommandBuilder("bench", context.messages())
                .about("app.cli.bench.about")
                .build(given -> {
                    throw new WrongUsage(UserMessage.of("app.cli.bench.nocommand"));
                });
        group.addSubcommand("complete", BenchCompleteCommand.spec(context));
        group.addSubcommand("index", BenchIndexCommand.spec(context));
        group.addSubcommand("map", BenchMapCommand.spec(context));
        group.addSubcommand("search", BenchSearchCommand.spec(context));
        return group;
    }
}
