package dev.orrery.app;

import dev.orrery.app.cli.CliContext;
import dev.orrery.app.cli.OrreryCommand;

/** Where every process of Orrery starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(OrreryCommand.run(CliContext.ofProcess(), arguments));
    }
}
