package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery bench map DIR}: how fluently the map moves, in a real window. */
final class BenchMapCommand {
    private static final int SECONDS = 15;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[xX×](\\d{3,4})");

    private BenchMapCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("map", context.messages())
                .about("app.cli.bench.map.about")
                .parameter("DIR", "app.cli.dir")
                .option("--seconds", "N", Integer.class, "app.cli.bench.map.seconds")
                .option("--size", "WxH", String.class, "app.cli.bench.map.size")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    MapFlight flight = context.mapBench().fly(order(context, given));
                    if (given.flag("--json")) {
                        context.out().json(json -> write(json, flight));
                    } else {
                        print(context, flight);
                    }
                    return ExitStatus.DONE;
                });
    }

    private static MapBench.Order order(CliContext context, CommandBuilder.Given given)
            throws OrreryException, WrongUsage {
        int seconds = given.option("--seconds", Integer.class).orElse(SECONDS);
        if (seconds < 1) {
            throw new WrongUsage(UserMessage.of("app.cli.bench.badseconds", seconds));
        }
        String size = given.option("--size", String.class).orElse(WIDTH + "x" + HEIGHT);
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new WrongUsage(UserMessage.of("app.open.size.unknown", size));
        }
        // The index is brought up to date before, with progress, so that the window only opens it.
        try (CodeIndex index = context.open(given.parameter(0))) {
            try (ProgressLine line = ProgressLine.of(context)) {
                index.refresh(line, Cancellation.NEVER);
            }
            IndexCommand.mention(context, index.problems());
            return new MapBench.Order(
                    index.root(), seconds, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
    }

    private static void print(CliContext context, MapFlight flight) {
        Output out = context.out();
        out.line(context.messages()
                .text(
                        "app.cli.bench.map.frames",
                        flight.frames().size(),
                        flight.width(),
                        flight.height(),
                        flight.worstSecondFps(),
                        flight.coldSecondFps()));
        out.line(context.messages()
                .text(
                        "app.cli.bench.map.times",
                        flight.frameMs(50),
                        flight.frameMs(99),
                        flight.processorMsPerFrame(),
                        flight.settledMs()));
        out.line(context.messages()
                .text(
                        "app.cli.bench.map.renderer",
                        flight.alone().device(),
                        flight.alone().fps(),
                        flight.alone().drawMs(),
                        flight.alone().buildMs()));
        out.line(context.messages()
                .text(
                        "app.cli.bench.map.drawn",
                        flight.median(shown -> shown.tally().bodies()),
                        flight.median(shown -> shown.tally().calls()),
                        flight.median(shown -> shown.tally().bundles()),
                        flight.median(MapFlight.Shown::labels),
                        flight.median(shown -> shown.tally().totalCalls())));
        out.line(context.messages().text("app.cli.bench.map.least", leastBodies(flight), leastCalls(flight)));
    }

    private static int leastBodies(MapFlight flight) {
        return flight.least(
                shown -> shown.tally().bodies(), shown -> shown.tally().visibleBodies());
    }

    private static int leastCalls(MapFlight flight) {
        return flight.least(
                shown -> shown.tally().calls(), shown -> shown.tally().visibleCalls());
    }

    private static void write(JsonGenerator json, MapFlight flight) throws IOException {
        json.writeStartObject();
        json.writeNumberField("frames", flight.frames().size());
        json.writeNumberField("worstSecondFps", flight.worstSecondFps());
        json.writeNumberField("p50Ms", flight.frameMs(50));
        json.writeNumberField("p99Ms", flight.frameMs(99));
        json.writeNumberField("renderFps", flight.alone().fps());
        json.writeStringField("renderer", flight.alone().device());
        json.writeNumberField("bodies", flight.median(shown -> shown.tally().bodies()));
        json.writeNumberField("calls", flight.median(shown -> shown.tally().calls()));
        json.writeNumberField("bundles", flight.median(shown -> shown.tally().bundles()));
        json.writeNumberField("labels", flight.median(MapFlight.Shown::labels));
        json.writeNumberField("callsTotal", flight.median(shown -> shown.tally().totalCalls()));
        json.writeNumberField("bodiesLeast", leastBodies(flight));
        json.writeNumberField("callsLeast", leastCalls(flight));
        json.writeNumberField("coldSecondFps", flight.coldSecondFps());
        json.writeNumberField("settledMs", flight.settledMs());
        json.writeNumberField("processorMsPerFrame", flight.processorMsPerFrame());
        json.writeNumberField("drawMs", flight.alone().drawMs());
        json.writeNumberField("buildMs", flight.alone().buildMs());
        json.writeNumberField("width", flight.width());
        json.writeNumberField("height", flight.height());
        json.writeEndObject();
    }
}
