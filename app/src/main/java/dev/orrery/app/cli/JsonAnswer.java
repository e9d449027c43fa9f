package dev.orrery.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Hits as one JSON object. */
final class JsonAnswer implements SearchAnswer {
    private final Output out;
    private final List<Hit> hits = new ArrayList<>();

    JsonAnswer(Output out) {
        this.out = out;
    }

    @Override
    public void add(Hit hit) {
        hits.add(hit);
    }

    @Override
    public void end(boolean complete) {
        out.json(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("hits");
            for (Hit hit : hits) {
                json.writeStartObject();
                json.writeStringField("path", hit.path());
                json.writeNumberField("line", hit.line());
                json.writeNumberField("column", hit.column());
                json.writeStringField("text", hit.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("complete", complete);
            json.writeEndObject();
        });
    }

    @Override
    public int count() {
        return hits.size();
    }
}
