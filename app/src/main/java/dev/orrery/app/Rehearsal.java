package dev.orrery.app;

import dev.orrery.app.cli.CliContext;
import dev.orrery.app.cli.LogSettings;
import dev.orrery.app.cli.OrreryCommand;
import java.util.List;

/**
 * Runs every short command once on a folder, {@code Rehearsal DIR}, so that the virtual machine can note the classes that they
 * need: the launcher makes its AOT cache from that after a build. Prints what the commands print.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) {
        LogSettings.install();
        CliContext context = CliContext.ofProcess();
        String folder = arguments[0];
        List<String[]> commands = List.of(
                new String[] {"index", folder, "--fresh"},
                new String[] {"index", folder, "--json"},
                new String[] {"search", folder, "class "},
                new String[] {"search", folder, "(?i)cl[a-z]+s\\s", "--mode", "regex", "--limit", "20"},
                new String[] {"search", folder, "main", "--mode", "symbol", "--json"},
                new String[] {"graph", folder},
                new String[] {"impact", folder, "Rehearsal", "--json"},
                new String[] {"doctor"});
        for (String[] command : commands) {
            OrreryCommand.run(context, command);
        }
        System.exit(0);
    }
}
