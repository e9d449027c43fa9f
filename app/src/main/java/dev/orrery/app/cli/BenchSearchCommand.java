package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery bench search DIR}: how long searches take, in this process. */
final class BenchSearchCommand {
    private static final int SECONDS = 10;

    private BenchSearchCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("search", context.messages())
                .about("app.cli.bench.search.about")
                .parameter("DIR", "app.cli.dir")
                .option("--seconds", "N", Integer.class, "app.cli.bench.seconds")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    int seconds = given.option("--seconds", Integer.class).orElse(SECONDS);
                    if (seconds < 1) {
                        throw new WrongUsage(UserMessage.of("app.cli.bench.badseconds", seconds));
                    }
                    try (CodeIndex index = context.open(given.parameter(0))) {
                        try (ProgressLine line = ProgressLine.of(context)) {
                            index.refresh(line, Cancellation.NEVER);
                        }
                        IndexCommand.mention(context, index.problems());
                        List<SearchWorkload.Drawn> queries = SearchWorkload.draw(index);
                        if (queries.isEmpty()) {
                            context.say(UserMessage.of("app.cli.bench.search.nothing"));
                            return ExitStatus.NOTHING_FOUND;
                        }
                        SearchTimes times = SearchTimes.measure(index.text(), queries, seconds);
                        if (given.flag("--json")) {
                            context.out().json(json -> write(json, times));
                        } else {
                            print(context, times);
                        }
                    }
                    return ExitStatus.DONE;
                });
    }

    private static void print(CliContext context, SearchTimes times) {
        Output out = context.out();
        out.line(context.messages().text("app.cli.bench.search.columns"));
        for (SearchTimes.Timed query : times.queries()) {
            out.line(String.format(
                    Locale.ROOT,
                    "%9d %9.2f %9.2f  %-10s %s",
                    query.hits(),
                    query.firstMs(),
                    query.allMs(),
                    query.drawn().kind(),
                    query.drawn().query().pattern()));
        }
        SearchTimes.Spread first = times.first();
        SearchTimes.Spread all = times.all();
        out.line(context.messages()
                .text("app.cli.bench.search.first", SearchTimes.FIRST, first.p50Ms(), first.p95Ms(), first.maxMs()));
        out.line(context.messages().text("app.cli.bench.search.all", all.p50Ms(), all.p95Ms(), all.maxMs()));
        out.line(context.messages()
                .text("app.cli.bench.search.rounds", times.queries().size(), times.rounds()));
    }

    private static void write(JsonGenerator json, SearchTimes times) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rounds", times.rounds());
        write(json, "first50", times.first());
        write(json, "all", times.all());
        json.writeArrayFieldStart("queries");
        for (SearchTimes.Timed query : times.queries()) {
            json.writeStartObject();
            json.writeStringField("query", query.drawn().query().pattern());
            json.writeStringField(
                    "mode",
                    switch (query.drawn().query().syntax()) {
                        case LITERAL -> "text";
                        case REGEX -> "regex";
                    });
            json.writeStringField("kind", query.drawn().kind());
            json.writeNumberField("hits", query.hits());
            json.writeNumberField("firstMs", query.firstMs());
            json.writeNumberField("allMs", query.allMs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, SearchTimes.Spread spread) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("p50Ms", spread.p50Ms());
        json.writeNumberField("p95Ms", spread.p95Ms());
        json.writeNumberField("maxMs", spread.maxMs());
        json.writeEndObject();
    }
}
