package dev.orrery.app;

import dev.orrery.app.cli.CliContext;
import dev.orrery.app.cli.LogSettings;
import dev.orrery.app.cli.OrreryCommand;
import dev.orrery.app.open.BenchWindow;
import dev.orrery.app.open.GlProbe;
import dev.orrery.app.open.OpenCommand;
import dev.orrery.indexer.CodeIndexes;

/** Where every process of Orrery starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        LogSettings.install();
        CliContext process = CliContext.ofProcess().with(GlProbe::find);
        CliContext context = process.with(new BenchWindow(() -> composition(process)));
        System.exit(OrreryCommand.run(context, arguments, OpenCommand.spec(context, () -> composition(context))));
    }

    private static Composition composition(CliContext context) {
        return new Composition(
                context.folders(), context.messages(), folder -> CodeIndexes.open(folder, context.folders()));
    }
}
