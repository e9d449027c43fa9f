package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.app.cli.completion.CompletionFigures;
import dev.orrery.app.cli.completion.Gating;
import dev.orrery.app.cli.completion.HistoryBench;
import dev.orrery.app.cli.completion.Scores;
import dev.orrery.app.cli.completion.Times;
import dev.orrery.app.cli.completion.Typing;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints it as {@code docs/cli/bench-complete.schema.json} says. */
final class CompletionJson implements CompletionPrint {
    private static final int P50 = 50;
    private static final int P95 = 95;

    private final Output out;

    CompletionJson(Output out) {
        this.out = out;
    }

    @Override
    public void heldOut(CompletionFigures figures) {
        out.json(json -> {
            CompletionFigures.Setting setting = figures.setting();
            json.writeStartObject();
            json.writeStringField("protocol", "held-out");
            json.writeNumberField("seed", setting.seed());
            json.writeNumberField("files", setting.files());
            json.writeNumberField("tested", setting.tested());
            json.writeNumberField("leftOut", setting.leftOut());
            json.writeNumberField("secondsReady", setting.secondsReady());
            scores(figures.scores(), json);
            typing(figures.typing(), json);
            gating(figures.gating(), json);
            json.writeEndObject();
        });
    }

    @Override
    public void history(HistoryBench.Figures figures) {
        out.json(json -> {
            json.writeStartObject();
            json.writeStringField("protocol", "history");
            json.writeNumberField("seed", figures.seed());
            json.writeNumberField("commits", figures.commits());
            json.writeNumberField("commitsAsked", figures.of());
            scores(figures.scores(), json);
            json.writeEndObject();
        });
    }

    private static void scores(List<Scores> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("contestants");
        for (Scores scores : all) {
            json.writeStartObject();
            json.writeStringField("name", scores.name());
            json.writeNumberField("tokens", scores.tokens());
            json.writeNumberField("tokenMrr", scores.tokenRank());
            json.writeNumberField("identifiers", scores.identifiers());
            json.writeNumberField("identifierMrr", scores.identifierRank());
            json.writeNumberField("lines", scores.lines());
            json.writeNumberField("exact", scores.exact());
            json.writeNumberField("similarity", scores.similarity());
            json.writeNumberField("silent", scores.silent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void typing(Typing typing, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("latency");
        json.writeNumberField("keys", typing.wall().count());
        json.writeNumberField("shown", typing.shown());
        json.writeNumberField("listed", typing.listed());
        percentiles(typing.wall(), json);
        json.writeNumberField("p50ProcessorMs", typing.processor().percentile(P50));
        json.writeNumberField("p95ProcessorMs", typing.processor().percentile(P95));
        json.writeArrayFieldStart("stages");
        for (Map.Entry<String, Times> stage : typing.stages().entrySet()) {
            json.writeStartObject();
            json.writeStringField("stage", stage.getKey());
            percentiles(stage.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void gating(Gating gating, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("gate");
        json.writeNumberField("lines", gating.lines());
        json.writeNumberField("heldBack", gating.share());
        percentiles(gating.times(), json);
        counts("kinds", "kind", gating.kinds(), json);
        counts("depths", "depth", gating.depths(), json);
        json.writeArrayFieldStart("examples");
        for (Gating.Wrong wrong : gating.wrong()) {
            json.writeStartObject();
            json.writeStringField("path", wrong.path());
            json.writeNumberField("line", wrong.line());
            json.writeStringField("text", wrong.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counts(String list, String name, Map<? extends Enum<?>, Integer> counts, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(list);
        for (Map.Entry<? extends Enum<?>, Integer> count : counts.entrySet()) {
            json.writeStartObject();
            json.writeStringField(name, count.getKey().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("count", count.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void percentiles(Times times, JsonGenerator json) throws IOException {
        json.writeNumberField("p50Ms", times.percentile(P50));
        json.writeNumberField("p95Ms", times.percentile(P95));
    }
}
