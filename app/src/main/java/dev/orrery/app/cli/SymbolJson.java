package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.CodeGraph;
import java.io.IOException;

/** A symbol of the repository as JSON: {@code file, name, qualified, line}. */
final class SymbolJson {
    private SymbolJson() {}

    static void write(CodeGraph graph, int symbol, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(graph, symbol, json);
        json.writeEndObject();
    }

    /** The fields alone, for objects that say more. */
    static void fields(CodeGraph graph, int symbol, JsonGenerator json) throws IOException {
        json.writeStringField("file", graph.path(graph.file(symbol)));
        json.writeStringField("name", graph.name(symbol));
        json.writeStringField("qualified", graph.qualifiedName(symbol));
        json.writeNumberField("line", graph.line(symbol));
    }
}
