package dev.orrery.models.store;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.models.catalog.ModelShape;
import dev.orrery.models.gguf.GgufFile;
import dev.orrery.models.gguf.GgufVocabulary;
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
            throws IOException, OrreryException {
        Path name = named.toAbsolutePath().normalize().getFileName();
        String id = StoreNames.idFrom(name == null ? "model" : name.toString());
        return switch (kind) {
            case GGUF -> ofGguf(GgufFile.read(weights), id, origin);
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

    private static ModelDraft ofGguf(GgufFile file, String id, Origin origin) {
        GgufVocabulary vocabulary = GgufVocabulary.of(file);
        boolean embeds =
                file.architecture().contains("bert") || file.number(file.architecture() + ".pooling_type", 0) > 0;
        Set<ModelTask> tasks = EnumSet.of(embeds ? ModelTask.EMBEDDING : ModelTask.COMPLETION);
        if (!embeds && file.text("tokenizer.chat_template").isPresent()) {
            tasks.add(ModelTask.CHAT);
        }
        String name = file.text("general.name").filter(text -> !text.isBlank()).orElse(id);
        return new ModelDraft(
                id,
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "",
                "gguf",
                quantisation(file),
                tasks,
                !embeds && vocabulary.infill().isPresent(),
                shape(file, vocabulary),
                origin,
                terms(file.text("general.license").orElse("")));
    }

    /** The mixture that makers name, or else the type that most bytes are stored in. */
    private static String quantisation(GgufFile file) {
        return switch ((int) file.number("general.file_type", -1)) {
            case 12 -> "Q3_K_M";
            case 14 -> "Q4_K_S";
            case 15 -> "Q4_K_M";
            case 16 -> "Q5_K_S";
            case 17 -> "Q5_K_M";
            default -> file.quantisation().name();
        };
    }

    private static Optional<ModelShape> shape(GgufFile file, GgufVocabulary vocabulary) {
        String architecture = file.architecture();
        long heads = file.number(architecture + ".attention.head_count", 0);
        long headSize =
                file.number(architecture + ".attention.key_length", heads < 1 ? 0 : file.embeddingLength() / heads);
        long kvHeads = file.number(architecture + ".attention.head_count_kv", heads);
        boolean told = between(file.layers(), 1000)
                && between(kvHeads, 1000)
                && between(headSize, 10_000)
                && between(file.contextLength(), 100_000_000)
                && between(vocabulary.size(), 10_000_000);
        return told
                ? Optional.of(new ModelShape(
                        file.layers(), (int) kvHeads, (int) headSize, vocabulary.size(), file.contextLength()))
                : Optional.empty();
    }

    private static boolean between(long value, long most) {
        return value >= 1 && value <= most;
    }

    private static Terms terms(String licence) {
        return licence.isBlank()
                ? Terms.UNKNOWN
                : new Terms(licence.substring(0, Math.min(LONGEST_NAME, licence.length())), "", Optional.empty());
    }
}
