package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** One JSON object a line for each call site, in the order of files and callers. */
final class JsonLines {
    void write(CodeGraph graph, Output out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out.stream(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (int call = 0; call < graph.callCount(); call++) {
                call(graph, call, json);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (graph.callCount() > 0) {
            out.text("\n");
        }
    }

    private static void call(CodeGraph graph, int call, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("caller");
        SymbolJson.write(graph, graph.caller(call), json);
        json.writeFieldName("callee");
        if (graph.callee(call) < 0) {
            external(graph.calleeName(call), json);
        } else {
            SymbolJson.write(graph, graph.callee(call), json);
        }
        json.writeNumberField("line", graph.callLine(call));
        Resolution resolution = graph.resolution(call);
        json.writeStringField("resolution", resolution.name().toLowerCase(Locale.ROOT));
        symbols("candidates", graph, graph.candidates(call), json);
        boolean virtual = graph.callee(call) >= 0 && graph.isVirtual(call);
        symbols("overriders", graph, virtual ? graph.overriders(graph.callee(call)) : new int[0], json);
        json.writeEndObject();
    }

    private static void symbols(String field, CodeGraph graph, int[] symbols, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (int symbol : symbols) {
            SymbolJson.write(graph, symbol, json);
        }
        json.writeEndArray();
    }

    private static void external(String qualified, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNullField("file");
        json.writeStringField("name", simpleName(qualified));
        json.writeStringField("qualified", qualified);
        json.writeNullField("line");
        json.writeEndObject();
    }

    /** The last part of a qualified name, without its parameters. */
    private static String simpleName(String qualified) {
        int parenthesis = qualified.indexOf('(');
        String path = parenthesis < 0 ? qualified : qualified.substring(0, parenthesis);
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
