package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.ContextPiece;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Prints pieces of context: each under a line with its origin, kind, cost and reason; or one JSON object. */
final class ContextAnswer {
    private final CliContext context;

    ContextAnswer(CliContext context) {
        this.context = context;
    }

    void text(List<ContextPiece> pieces) {
        for (ContextPiece piece : pieces) {
            String place = piece.startLine() == 0
                    ? piece.path()
                    : piece.path() + ":" + piece.startLine() + "-" + piece.endLine();
            context.out()
                    .line("== " + place + "\t" + kind(piece) + "\t" + piece.tokens() + "\t"
                            + context.messages().text(piece.why()));
            context.out().line(piece.text());
        }
    }

    void json(String path, int line, int column, int budget, List<ContextPiece> pieces) {
        context.out().json(json -> {
            json.writeStartObject();
            json.writeStringField("file", path);
            json.writeNumberField("line", line);
            json.writeNumberField("column", column);
            json.writeNumberField("budget", budget);
            json.writeNumberField(
                    "tokens", pieces.stream().mapToInt(ContextPiece::tokens).sum());
            json.writeArrayFieldStart("pieces");
            for (ContextPiece piece : pieces) {
                piece(piece, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void piece(ContextPiece piece, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind(piece));
        json.writeStringField("path", piece.path());
        json.writeNumberField("startLine", piece.startLine());
        json.writeNumberField("endLine", piece.endLine());
        json.writeStringField("text", piece.text());
        json.writeStringField("why", context.messages().text(piece.why()));
        json.writeNumberField("score", piece.score());
        json.writeNumberField("tokens", piece.tokens());
        json.writeEndObject();
    }

    private static String kind(ContextPiece piece) {
        return piece.kind().name().toLowerCase(Locale.ROOT);
    }
}
