package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command {@code orrery}: its commands, and what becomes of their mistakes. */
public final class OrreryCommand {
    private OrreryCommand() {}

    /**
     * Runs one command line.
     *
     * @param further commands that other packages bring, built with {@link CommandBuilder}
     * @return the exit status
     */
    public static int run(CliContext context, String[] arguments, CommandSpec... further) {
        int status;
        try {
            status = commandLine(context, further).execute(arguments);
        } catch (OutOfMemoryError full) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            context.say(UserMessage.of("app.cli.memory", megabytes));
            return ExitStatus.FAILED;
        }
        try {
            context.out().flush();
        } catch (Output.Closed closed) {
            return status;
        } catch (UncheckedIOException full) {
            return failed(context, full);
        }
        return status;
    }

    private static CommandLine commandLine(CliContext context, CommandSpec... further) {
        CommandSpec root = new CommandBuilder("orrery", context.messages())
                .about("app.cli.about")
                .build(given -> {
                    throw new WrongUsage(UserMessage.of("app.cli.nocommand"));
                });
        root.version("orrery " + version());
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(context.messages().text("app.cli.version"))
                .build());
        root.usageMessage().footer("", context.messages().text("app.cli.notyet"));
        for (CommandSpec command : further) {
            root.addSubcommand(command.name(), command);
        }
        root.addSubcommand("index", IndexCommand.spec(context));
        root.addSubcommand("search", SearchCommand.spec(context));
        root.addSubcommand("graph", GraphCommand.spec(context));
        root.addSubcommand("impact", ImpactCommand.spec(context));
        root.addSubcommand("context", ContextCommand.spec(context));
        root.addSubcommand("complete", CompleteCommand.spec(context));
        root.addSubcommand("lsp", LspCommand.spec(context));
        root.addSubcommand("models", ModelsCommand.spec(context));
        root.addSubcommand("doctor", DoctorCommand.spec(context));
        root.addSubcommand("bench", BenchCommand.spec(context));
        return new CommandLine(root)
                .setOut(new PrintWriter(context.out().stream(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((wrong, given) -> wrongUsage(context, wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(context, failure));
    }

    private static int wrongUsage(CliContext context, ParameterException wrong) {
        Messages messages = context.messages();
        String what = wrong instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? messages.text("app.cli.unmatched", unmatched.getUnmatched().getFirst())
                : String.valueOf(wrong.getMessage());
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        context.sayText(messages.text("app.cli.usage", what, command));
        return ExitStatus.WRONG_USAGE;
    }

    private static int failed(CliContext context, Exception failure) {
        return switch (failure) {
            case Output.Closed readerLeft -> ExitStatus.DONE;
            case WrongUsage wrong -> {
                context.say(wrong.userMessage());
                yield ExitStatus.WRONG_USAGE;
            }
            case OrreryException expected -> {
                context.say(expected.userMessage());
                yield ExitStatus.FAILED;
            }
            case CancellationException cancelled -> {
                context.say(UserMessage.of("app.cli.cancelled"));
                yield ExitStatus.FAILED;
            }
            case UncheckedIOException disk -> failed(context, Objects.requireNonNull(disk.getCause()));
            case IOException disk -> {
                context.say(UserMessage.of("app.cli.disk", String.valueOf(disk.getMessage())));
                yield ExitStatus.FAILED;
            }
            default -> {
                System.getLogger(OrreryCommand.class.getName()).log(System.Logger.Level.DEBUG, "unexpected", failure);
                context.say(UserMessage.of("app.cli.unexpected", String.valueOf(failure)));
                yield ExitStatus.FAILED;
            }
        };
    }

    private static String version() {
        String version = OrreryCommand.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
