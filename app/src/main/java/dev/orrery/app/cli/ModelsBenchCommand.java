package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.models.pool.BenchHistory;
import dev.orrery.models.pool.BenchResult;
import dev.orrery.models.pool.ModelBench;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models bench ID}: how fast a model is on this machine, beside the last times. */
final class ModelsBenchCommand {
    private static final int SECONDS = 10;
    private static final int MOST_SECONDS = 3600;

    private ModelsBenchCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("bench", context.messages())
                .about("app.cli.models.bench.about")
                .parameter("ID", "app.cli.models.id")
                .option("--seconds", "N", Integer.class, "app.cli.models.bench.seconds")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    int seconds = given.option("--seconds", Integer.class).orElse(SECONDS);
                    if (seconds < 1 || seconds > MOST_SECONDS) {
                        throw new WrongUsage(UserMessage.of("app.cli.models.bench.badseconds", MOST_SECONDS));
                    }
                    return LoadedForCommand.use(context, given.parameter(0), (model, loading, models) -> {
                        BenchHistory history = models.benches();
                        BenchResult result = new ModelBench(InstantSource.system(), System::nanoTime)
                                .run(loading.id(), model, Duration.ofSeconds(seconds), Cancellation.NEVER);
                        List<BenchResult> before = history.of(loading.id());
                        history.add(result);
                        if (given.flag("--json")) {
                            context.out().json(json -> json(json, result, before));
                        } else {
                            print(context, result, before);
                        }
                    });
                });
    }

    private static void print(CliContext context, BenchResult result, List<BenchResult> before) {
        context.out().line(line(context, "app.cli.models.benched", result));
        before.reversed().forEach(old -> context.out().line(line(context, "app.cli.models.benched.before", old)));
    }

    private static String line(CliContext context, String key, BenchResult result) {
        return context.messages()
                .text(
                        key,
                        result.model(),
                        result.tokensPerSecond(),
                        result.promptTokensPerSecond(),
                        result.firstTokenMillis(),
                        result.lineP95Millis(),
                        result.at().toString());
    }

    private static void json(JsonGenerator json, BenchResult result, List<BenchResult> before) throws IOException {
        json.writeStartObject();
        fields(json, result);
        json.writeArrayFieldStart("before");
        for (BenchResult old : before) {
            json.writeStartObject();
            fields(json, old);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, BenchResult result) throws IOException {
        json.writeStringField("id", result.model());
        json.writeStringField("at", result.at().toString());
        json.writeNumberField("firstTokenMillis", result.firstTokenMillis());
        json.writeNumberField("promptTokensPerSecond", result.promptTokensPerSecond());
        json.writeNumberField("tokensPerSecond", result.tokensPerSecond());
        json.writeNumberField("lineP95Millis", result.lineP95Millis());
        json.writeNumberField("answers", result.answers());
    }
}
