package dev.orrery.models.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes entries, row by row, for other programs: a column or field for each figure, words as sentences. */
abstract class LedgerExport implements AutoCloseable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "task",
            "workspace",
            "urgency",
            "risk",
            "outcome",
            "failure",
            "model",
            "engine",
            "reason",
            "passedOver",
            "notes",
            "suspicious",
            "promptTokens",
            "reusedTokens",
            "tokens",
            "firstTokenMillis",
            "totalMillis",
            "microDollars",
            "verdict",
            "departedBytes");

    private final Messages words;

    private LedgerExport(Messages words) {
        this.words = words;
    }

    static LedgerExport csv(Writer writer, Messages words) throws IOException {
        return new Csv(writer, words);
    }

    static LedgerExport json(Writer writer, Messages words) throws IOException {
        return new Json(writer, words);
    }

    /** Writes one row; a value is a number or a text. */
    abstract void write(List<Object> values) throws IOException;

    @Override
    public abstract void close() throws IOException;

    void add(LedgerEntry entry) throws IOException {
        Ended ended = entry.ended();
        write(List.of(
                entry.id(),
                entry.at().toString(),
                name(entry.asked().task()),
                entry.asked().workspace(),
                name(entry.asked().urgency()),
                name(entry.asked().risk()),
                name(ended.outcome()),
                ended.failure(),
                ended.model(),
                ended.engine(),
                sentence(ended.reason()),
                sentences(ended.passedOver()),
                sentences(ended.notes()),
                ended.suspicious(),
                ended.usage().promptTokens(),
                ended.usage().reusedTokens(),
                ended.usage().tokens(),
                ended.usage().firstToken().toMillis(),
                ended.usage().total().toMillis(),
                ended.usage().microDollars(),
                entry.verdict().map(LedgerExport::name).orElse(""),
                entry.departed()));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String sentence(UserMessage message) {
        return message.key().isEmpty() ? "" : words.text(message);
    }

    private String sentences(List<UserMessage> messages) {
        return String.join(" ", messages.stream().map(this::sentence).toList());
    }

    /** RFC 4180; a text that a spreadsheet would take for a formula has an apostrophe in front. */
    private static final class Csv extends LedgerExport {
        private final Writer writer;

        Csv(Writer writer, Messages words) throws IOException {
            super(words);
            this.writer = writer;
            write(new ArrayList<>(COLUMNS));
        }

        @Override
        void write(List<Object> values) throws IOException {
            writer.write(String.join(",", values.stream().map(Csv::cell).toList()));
            writer.write("\r\n");
        }

        private static String cell(Object value) {
            if (value instanceof Number) {
                return value.toString();
            }
            String text = value.toString();
            boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            String safe = formula ? "'" + text : text;
            boolean quoted = safe.chars().anyMatch(unit -> unit == ',' || unit == '"' || unit == '\n' || unit == '\r');
            return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }

        @Override
        public void close() throws IOException {
            writer.flush();
        }
    }

    /** An array of objects. */
    private static final class Json extends LedgerExport {
        private static final ObjectMapper JSON = JsonMapper.builder().build();

        private final JsonGenerator generator;

        Json(Writer writer, Messages words) throws IOException {
            super(words);
            this.generator = JSON.createGenerator(writer);
            generator.writeStartArray();
        }

        @Override
        void write(List<Object> values) throws IOException {
            generator.writeRaw('\n');
            generator.writeStartObject();
            for (int at = 0; at < values.size(); at++) {
                generator.writeFieldName(COLUMNS.get(at));
                Object value = values.get(at);
                if (value instanceof Number number) {
                    generator.writeNumber(number.longValue());
                } else {
                    generator.writeString(value.toString());
                }
            }
            generator.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            generator.writeEndArray();
            generator.writeRaw('\n');
            generator.flush();
        }
    }
}
