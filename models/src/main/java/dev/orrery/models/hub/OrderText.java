package dev.orrery.models.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.StoredContent;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import dev.orrery.models.store.StoreNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An order in the folder of its unfinished download. */
final class OrderText {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRERORD", 1);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LARGEST = 1_000_000;

    private OrderText() {}

    static void write(Path folder, HubPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", plan.id());
            json.writeStringField("repository", plan.repository());
            json.writeStringField("revision", plan.commit());
            json.writeNumberField("total", plan.bytes());
            json.writeArrayFieldStart("files");
            for (HubFile file : plan.files()) {
                json.writeString(file.path());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        new AtomicFile(folder.resolve("order"), FORMAT).write(out.toByteArray());
    }

    /** The order of a folder; empty where it holds none that can be read. */
    static Optional<HubOrder> read(Path folder) throws IOException {
        if (!(new AtomicFile(folder.resolve("order"), FORMAT).read(LARGEST)
                instanceof StoredContent.Intact(byte[] bytes))) {
            return Optional.empty();
        }
        try {
            JsonFields fields = JsonFields.parse(bytes);
            String id = fields.text("id", 100);
            List<String> files = fields.texts("files", 1000, 1000);
            if (!StoreNames.isId(id) || !id.equals(folder.getFileName().toString()) || files.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new HubOrder(
                    id,
                    fields.text("repository", 200),
                    fields.text("revision", 100),
                    files,
                    here(folder),
                    fields.number("total", 0, Long.MAX_VALUE)));
        } catch (JsonFault wrong) {
            return Optional.empty();
        }
    }

    private static long here(Path folder) throws IOException {
        long bytes = 0;
        try (var parts = Files.newDirectoryStream(folder, "*.part.state")) {
            for (Path part : parts) {
                bytes += PartState.noted(part);
            }
        }
        try (var parts = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : parts) {
                boolean complete = !Files.exists(part.resolveSibling(part.getFileName() + ".state"));
                bytes += complete ? Files.size(part) : 0;
            }
        }
        return bytes;
    }
}
