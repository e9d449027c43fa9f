package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery bench index DIR}: how long a fresh index and a re-opening take, beside the user's own index, which stays. */
final class BenchIndexCommand {
    private static final int SECONDS = 600;

    private BenchIndexCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("index", context.messages())
                .about("app.cli.bench.index.about")
                .parameter("DIR", "app.cli.dir")
                .option("--seconds", "N", Integer.class, "app.cli.bench.index.seconds")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    int seconds = given.option("--seconds", Integer.class).orElse(SECONDS);
                    if (seconds < 1) {
                        throw new WrongUsage(UserMessage.of("app.cli.bench.badseconds", seconds));
                    }
                    IndexTimes times = measured(context, given.parameter(0), seconds);
                    if (given.flag("--json")) {
                        context.out().json(json -> write(json, times));
                    } else {
                        print(context, times);
                    }
                    return ExitStatus.DONE;
                });
    }

    private static IndexTimes measured(CliContext context, String folder, int seconds) throws OrreryException {
        try {
            Path root = Path.of(folder).toAbsolutePath();
            Path scratch = context.folders().cache().toAbsolutePath();
            Folders.createPrivate(scratch);
            Path home = Files.createTempDirectory(scratch, "bench");
            try {
                return IndexTimes.measure(new IndexProcess(home, root), seconds);
            } finally {
                Folders.delete(home);
            }
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.cli.badpath", folder), notAPath);
        } catch (IOException unusable) {
            throw new OrreryException(
                    UserMessage.of("app.cli.bench.index.failed", String.valueOf(unusable.getMessage())), unusable);
        }
    }

    private static void print(CliContext context, IndexTimes times) {
        Output out = context.out();
        line(context, "app.cli.bench.index.graph", times.graph());
        line(context, "app.cli.bench.index.meaning", times.meaning());
        line(context, "app.cli.bench.index.completion", times.completion());
        line(context, "app.cli.bench.index.again", times.reopened());
        out.line(context.messages()
                .text("app.cli.bench.index.size", times.most("bytesOnDisk") / 1e6, times.peak() / 1e6));
        out.line(context.messages()
                .text(
                        "app.cli.bench.index.what",
                        times.most("files"),
                        times.most("lines"),
                        times.most("symbols"),
                        times.most("calls"),
                        times.fresh().size(),
                        times.parsedAgain()));
    }

    private static void line(CliContext context, String key, IndexTimes.Spread spread) {
        context.out().line(context.messages().text(key, spread.median(), spread.least(), spread.most()));
    }

    private static void write(JsonGenerator json, IndexTimes times) throws IOException {
        json.writeStartObject();
        json.writeNumberField("repeats", times.fresh().size());
        write(json, "secondsGraph", times.graph());
        write(json, "secondsMeaning", times.meaning());
        write(json, "secondsCompletion", times.completion());
        write(json, "secondsReopened", times.reopened());
        json.writeNumberField("parsedReopened", times.parsedAgain());
        for (String field : new String[] {"files", "lines", "symbols", "calls", "bytesOnDisk"}) {
            json.writeNumberField(field, times.most(field));
        }
        if (times.peak() > 0) {
            json.writeNumberField("peakRss", times.peak());
        } else {
            json.writeNullField("peakRss");
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, IndexTimes.Spread spread) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("median", spread.median());
        json.writeNumberField("min", spread.least());
        json.writeNumberField("max", spread.most());
        json.writeEndObject();
    }
}
