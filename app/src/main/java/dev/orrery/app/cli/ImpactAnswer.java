package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.ChangedDeclarations;
import dev.orrery.indexer.link.impact.Impact;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Prints who is reached, nearest first: {@code path:line:column:qualified}, confidence, steps, {@code test} or nothing, and
 * the way to the change, separated by tabs; or one JSON object.
 */
final class ImpactAnswer {
    private final Output out;

    ImpactAnswer(Output out) {
        this.out = out;
    }

    void lines(Impact impact) {
        CodeGraph graph = impact.graph();
        for (int symbol : impact.reached()) {
            out.text(graph.path(graph.file(symbol)) + ":" + graph.line(symbol) + ":" + graph.column(symbol) + ":");
            out.text(graph.qualifiedName(symbol));
            out.text("\t" + impact.certainty(symbol).confidence() + "\t" + impact.distance(symbol));
            out.text(graph.isTest(symbol) ? "\ttest\t" : "\t\t");
            StringBuilder way = new StringBuilder();
            for (Impact.Step step : impact.path(symbol)) {
                way.append(way.isEmpty() ? "" : " > ").append(graph.qualifiedName(step.on()));
            }
            out.line(way.toString());
        }
    }

    void json(Impact impact, ChangedDeclarations changed) {
        CodeGraph graph = impact.graph();
        int[] reached = impact.reached();
        out.json(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("changed");
            for (int symbol : changed.changed()) {
                SymbolJson.write(graph, symbol, json);
            }
            json.writeEndArray();
            removed(changed.removed(), json);
            json.writeNumberField("count", reached.length);
            json.writeNumberField("tests", impact.tests());
            json.writeArrayFieldStart("reached");
            for (int symbol : reached) {
                reached(impact, symbol, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void removed(List<SymbolKey> removed, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("removed");
        for (SymbolKey key : removed) {
            json.writeStartObject();
            json.writeStringField("file", key.path());
            json.writeStringField("qualified", key.qualifiedName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void reached(Impact impact, int symbol, JsonGenerator json) throws IOException {
        CodeGraph graph = impact.graph();
        json.writeStartObject();
        SymbolJson.fields(graph, symbol, json);
        json.writeBooleanField("test", graph.isTest(symbol));
        json.writeNumberField("confidence", impact.certainty(symbol).confidence());
        json.writeStringField("certainty", impact.certainty(symbol).name().toLowerCase(Locale.ROOT));
        json.writeNumberField("distance", impact.distance(symbol));
        json.writeArrayFieldStart("path");
        for (Impact.Step step : impact.path(symbol)) {
            json.writeStartObject();
            json.writeStringField("from", graph.qualifiedName(step.symbol()));
            json.writeStringField("to", graph.qualifiedName(step.on()));
            if (step.call() < 0) {
                json.writeNullField("line");
            } else {
                json.writeNumberField("line", graph.callLine(step.call()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
