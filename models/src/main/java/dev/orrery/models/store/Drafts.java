package dev.orrery.models.store;

import dev.orrery.api.ModelTask;
import dev.orrery.models.catalog.ModelShape;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a model's own files say of it. */
public final class Drafts {
    /** What stands beside a TorchScript file and says how it is used. */
    static final String DESCRIPTION = "model.json";

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_DESCRIPTION = 1 << 20;

    private Drafts() {}

    /**
     * @param weights the file with the weights, or the first of its parts
     * @param named the file or folder whose name suggests an id
     */
    public static ModelDraft ofFiles(WeightsProbe.Kind kind, Path weights, Path named, Origin origin)
            throws IOException {
        Path name = named.toAbsolutePath().normalize().getFileName();
        String id = StoreNames.idFrom(name == null ? "model" : name.toString());
        return switch (kind) {
            case GGUF -> ofGguf(GgufHeader.read(weights), id, origin);
            case TORCHSCRIPT -> ofTorchScript(weights.resolveSibling(DESCRIPTION), id, origin);
        };
    }

    /** As far as a {@code model.json} says; whether all of it is right is for the engine to say. */
    private static ModelDraft ofTorchScript(Path description, String id, Origin origin) throws IOException {
        try (InputStream in = Files.newInputStream(description)) {
            JsonFields fields = JsonFields.parse(in.readNBytes(LARGEST_DESCRIPTION));
            boolean decodes = fields.text("kind", 50).equalsIgnoreCase("decoder");
            Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
            for (ModelTask task : ModelTask.values()) {
                if (decodes
                        ? fields.texts("tasks", 10, 50).stream().anyMatch(task.name()::equalsIgnoreCase)
                        : task == ModelTask.EMBEDDING) {
                    tasks.add(task);
                }
            }
            if (tasks.isEmpty()) {
                throw fields.fault("tasks", "none");
            }
            Optional<ModelShape> shape = decodes ? Optional.of(shape(fields)) : Optional.empty();
            String quantisation = fields.optionalText("quantisation", 20).orElse("unknown");
            boolean infill = fields.has("infill");
            return new ModelDraft(id, id, "", "djl", quantisation, tasks, infill, shape, origin, Terms.UNKNOWN);
        } catch (JsonFault wrong) {
            throw new IOException(DESCRIPTION + ": " + wrong.getMessage(), wrong);
        }
    }

    private static ModelShape shape(JsonFields fields) throws JsonFault {
        return new ModelShape(
                (int) fields.number("layers", 1, 1000),
                (int) fields.number("heads", 1, 1000),
                (int) fields.number("headSize", 1, 10_000),
                1,
                (int) fields.number("context", 1, 1 << 20));
    }

    private static ModelDraft ofGguf(GgufHeader header, String id, Origin origin) {
        Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
        if (header.embedding()) {
            tasks.add(ModelTask.EMBEDDING);
        } else {
            tasks.add(ModelTask.COMPLETION);
            if (header.chat()) {
                tasks.add(ModelTask.CHAT);
            }
        }
        String name = header.name().isBlank() ? id : header.name();
        return new ModelDraft(
                id,
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "",
                "gguf",
                header.quantisation(),
                tasks,
                header.infill() && !header.embedding(),
                header.shape(),
                origin,
                terms(header.licence()));
    }

    private static Terms terms(String licence) {
        return licence.isBlank()
                ? Terms.UNKNOWN
                : new Terms(licence.substring(0, Math.min(LONGEST_NAME, licence.length())), "", Optional.empty());
    }
}
