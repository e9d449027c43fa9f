package dev.orrery.app.cli;

import dev.orrery.base.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Puts a command together without reflection; texts are bundle keys. */
public final class CommandBuilder {
    private final Messages messages;
    private final CommandSpec spec;
    private int positions;

    public CommandBuilder(String name, Messages messages) {
        this.messages = messages;
        this.spec = CommandSpec.create().name(name);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(messages.text("app.cli.help"))
                .build());
    }

    public CommandBuilder about(String key) {
        spec.usageMessage().description(messages.text(key));
        return this;
    }

    /** A positional parameter that must be there. */
    public CommandBuilder parameter(String label, String key) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(Integer.toString(positions++))
                .required(true)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(messages.text(key))
                .build());
        return this;
    }

    /** A positional parameter that may be left out; only the last one can be. */
    public CommandBuilder optionalParameter(String label, String key) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(Integer.toString(positions++))
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(messages.text(key))
                .build());
        return this;
    }

    /** An option without a value. */
    public CommandBuilder flag(String name, String key) {
        spec.addOption(OptionSpec.builder(name)
                .type(Boolean.class)
                .arity("0")
                .defaultValue("false")
                .description(messages.text(key))
                .build());
        return this;
    }

    public CommandBuilder option(String name, String label, Class<?> type, String key) {
        spec.addOption(OptionSpec.builder(name)
                .type(type)
                .arity("1")
                .paramLabel(label)
                .description(messages.text(key))
                .build());
        return this;
    }

    /** An option that may be given several times. */
    public CommandBuilder options(String name, String label, String key) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(messages.text(key))
                .build());
        return this;
    }

    /** What a command does with what it was given. */
    @FunctionalInterface
    public interface Action {
        int run(Given given) throws Exception;
    }

    public CommandSpec build(Action action) {
        Given given = new Given(spec);
        Callable<Integer> call = () -> action.run(given);
        CommandSpec runnable = CommandSpec.wrapWithoutInspection(call).name(spec.name());
        runnable.usageMessage(spec.usageMessage());
        for (ArgSpec argument : spec.args()) {
            runnable.add(argument);
        }
        return runnable;
    }

    /** The values that the user gave. */
    public record Given(CommandSpec spec) {
        public String parameter(int index) {
            return spec.positionalParameters().get(index).getValue();
        }

        public Optional<String> optionalParameter(int index) {
            return Optional.ofNullable(spec.positionalParameters().get(index).getValue());
        }

        public boolean flag(String name) {
            return option(name, Boolean.class).orElse(false);
        }

        /** The values of an option that may be given several times. */
        public List<String> options(String name) {
            List<?> given = spec.findOption(name).getValue();
            return given == null
                    ? List.of()
                    : given.stream().map(String::valueOf).toList();
        }

        public <T> Optional<T> option(String name, Class<T> type) {
            return Optional.ofNullable(type.cast(spec.findOption(name).getValue()));
        }
    }
}
