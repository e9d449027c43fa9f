package dev.orrery.app.cli;

import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One run of the command line inside this process. */
record CliRun(int status, String out, String err) {
    static CliRun of(Path home, String... arguments) {
        return of(home, new byte[0], arguments);
    }

    static CliRun of(Path home, byte[] in, String... arguments) {
        return of(home, in, MapBench.NONE, arguments);
    }

    static CliRun of(Path home, byte[] in, MapBench mapBench, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AppFolders folders = new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
        CliContext context = new CliContext(
                folders,
                Messages.of(Locale.ENGLISH),
                new ByteArrayInputStream(in),
                new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CliContext.ProgressShown.NEVER,
                RendererProbe.UNKNOWN,
                mapBench);
        int status = OrreryCommand.run(context, arguments);
        return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
