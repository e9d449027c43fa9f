package dev.orrery.models.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.ModelTask;
import dev.orrery.models.catalog.ModelShape;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** A manifest's JSON. What another program wrote there is data like any other: names, lengths and sums are checked. */
final class ManifestText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_FILES = 1000;
    private static final long LARGEST = 1L << 50;

    private ManifestText() {}

    /** What a manifest says. */
    record Manifest(ModelDraft draft, List<StoredFile> files, Instant installed) {}

    static byte[] write(Manifest manifest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            ModelDraft draft = manifest.draft();
            json.writeStartObject();
            json.writeStringField("id", draft.id());
            json.writeStringField("name", draft.name());
            json.writeStringField("card", draft.card());
            json.writeStringField("engine", draft.engine());
            json.writeStringField("quantisation", draft.quantisation());
            json.writeArrayFieldStart("tasks");
            for (ModelTask task : EnumSet.copyOf(draft.tasks())) {
                json.writeString(task.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
            json.writeBooleanField("infill", draft.infill());
            if (draft.shape().isPresent()) {
                write(draft.shape().get(), json);
            }
            json.writeStringField("origin", draft.origin().kind().name());
            json.writeStringField("address", draft.origin().address());
            json.writeStringField("revision", draft.origin().revision());
            json.writeStringField("licence", draft.terms().licence());
            json.writeStringField("licenceAddress", draft.terms().address());
            if (draft.terms().accepted().isPresent()) {
                json.writeNumberField("accepted", draft.terms().accepted().get().toEpochMilli());
            }
            json.writeNumberField("installed", manifest.installed().toEpochMilli());
            json.writeArrayFieldStart("files");
            for (StoredFile file : manifest.files()) {
                json.writeStartObject();
                json.writeStringField("path", file.path());
                json.writeNumberField("size", file.size());
                json.writeStringField("sha256", file.sha256());
                json.writeNumberField("modified", file.modified());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(ModelShape shape, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("shape");
        json.writeNumberField("layers", shape.layers());
        json.writeNumberField("kvHeads", shape.kvHeads());
        json.writeNumberField("headSize", shape.headSize());
        json.writeNumberField("vocabulary", shape.vocabulary());
        json.writeNumberField("context", shape.contextTokens());
        json.writeEndObject();
    }

    static Manifest read(byte[] bytes) throws JsonFault {
        JsonFields fields = JsonFields.parse(bytes);
        OptionalLong accepted = fields.optionalNumber("accepted", 0, Long.MAX_VALUE);
        Terms terms = new Terms(
                text(fields, "licence"),
                text(fields, "licenceAddress"),
                accepted.isPresent() ? Optional.of(Instant.ofEpochMilli(accepted.getAsLong())) : Optional.empty());
        Origin origin = new Origin(
                Origin.Kind.valueOf(fields.text("origin", Pattern.compile("HUB|COPIED|REFERENCED|QUANTISED"))),
                text(fields, "address"),
                text(fields, "revision"));
        String id = fields.text("id", 100);
        if (!StoreNames.isId(id)) {
            throw fields.fault("id", "not an id");
        }
        Optional<JsonFields> shape = fields.optionalObject("shape");
        ModelDraft draft = new ModelDraft(
                id,
                text(fields, "name"),
                text(fields, "card"),
                text(fields, "engine"),
                text(fields, "quantisation"),
                tasks(fields),
                fields.flag("infill"),
                shape.isPresent() ? Optional.of(shape(shape.get())) : Optional.empty(),
                origin,
                terms);
        Manifest manifest =
                new Manifest(draft, files(fields), Instant.ofEpochMilli(fields.number("installed", 0, Long.MAX_VALUE)));
        fields.end();
        return manifest;
    }

    /** A text that may be empty. */
    private static String text(JsonFields fields, String name) throws JsonFault {
        return fields.text(name, Pattern.compile("(?s).{0,2000}"));
    }

    private static Set<ModelTask> tasks(JsonFields fields) throws JsonFault {
        Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
        for (String task : fields.texts("tasks", 10, 30)) {
            try {
                tasks.add(ModelTask.valueOf(task.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw fields.fault("tasks", "unknown: " + task);
            }
        }
        if (tasks.isEmpty()) {
            throw fields.fault("tasks", "none");
        }
        return tasks;
    }

    private static ModelShape shape(JsonFields fields) throws JsonFault {
        ModelShape shape = new ModelShape(
                (int) fields.number("layers", 1, 1000),
                (int) fields.number("kvHeads", 1, 1000),
                (int) fields.number("headSize", 1, 10_000),
                (int) fields.number("vocabulary", 1, 10_000_000),
                (int) fields.number("context", 1, 100_000_000));
        fields.end();
        return shape;
    }

    private static List<StoredFile> files(JsonFields fields) throws JsonFault {
        Set<String> paths = new HashSet<>();
        List<StoredFile> files = fields.list("files", MOST_FILES, file -> {
            String path = file.text("path", 600);
            if (!StoreNames.isPath(path) || !paths.add(path.toLowerCase(Locale.ROOT))) {
                throw file.fault("path", "not a name for a file of a model, or twice");
            }
            StoredFile stored = new StoredFile(
                    path,
                    file.number("size", 0, LARGEST),
                    file.text("sha256", SHA256),
                    file.number("modified", Long.MIN_VALUE, Long.MAX_VALUE));
            file.end();
            return stored;
        });
        if (files.isEmpty()) {
            throw fields.fault("files", "none");
        }
        return files;
    }
}
