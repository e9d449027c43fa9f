package dev.orrery.models.engine.djl;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's {@code model.json} says; the format stands in the package's description.
 *
 * @param file the TorchScript file
 * @param tokenizer the tokenizer's file
 */
record TorchDescription(
        Kind kind,
        Path file,
        Path tokenizer,
        int context,
        int layers,
        int heads,
        int headSize,
        String end,
        Optional<Infill> infill,
        Set<ModelTask> tasks,
        int dimensions) {
    private static final String NAME = "model.json";
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,100}");

    /** What a model gives. */
    enum Kind {
        DECODER,
        EMBEDDING
    }

    /** The names of the marks of a gap. */
    record Infill(String prefix, String suffix, String middle, boolean suffixFirst) {}

    static TorchDescription read(Path folder) throws EngineException {
        Path file = folder.resolve(NAME);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw bad(NAME, null);
            }
            JsonNode root = new JsonMapper().readTree(Files.readAllBytes(file));
            if (root.path("format").asInt() != 1) {
                throw bad("format", null);
            }
            Kind kind = named(Kind.values(), root.path("kind").asText()).orElseThrow(() -> bad("kind", null));
            boolean decodes = kind == Kind.DECODER;
            return new TorchDescription(
                    kind,
                    sibling(folder, root, "file"),
                    sibling(folder, root, "tokenizer"),
                    number(root, "context", 1 << 20),
                    decodes ? number(root, "layers", 1 << 10) : 0,
                    decodes ? number(root, "heads", 1 << 12) : 0,
                    decodes ? number(root, "headSize", 1 << 12) : 0,
                    root.path("end").asText(),
                    infill(root.path("infill")),
                    decodes ? tasks(root.path("tasks")) : EnumSet.of(ModelTask.EMBEDDING),
                    decodes ? 0 : number(root, "dimensions", 1 << 16));
        } catch (NoSuchFileException missing) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL,
                    UserMessage.of("models.djl.nodescription", String.valueOf(folder.getFileName())),
                    missing);
        } catch (JacksonException damaged) {
            throw bad(NAME, damaged);
        } catch (IOException unreadable) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL,
                    UserMessage.of(
                            "models.engine.unreadable", file.toString(), String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    /** Bytes of the cache for so many tokens. */
    long cacheBytes(int tokens) {
        return 4L * layers * 2 * heads * tokens * headSize;
    }

    private static Optional<Infill> infill(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Infill(
                        node.path("prefix").asText(),
                        node.path("suffix").asText(),
                        node.path("middle").asText(),
                        !node.path("order").asText().equals("psm")))
                : Optional.empty();
    }

    private static Set<ModelTask> tasks(JsonNode node) throws EngineException {
        Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
        for (JsonNode name : node) {
            tasks.add(named(ModelTask.values(), name.asText()).orElseThrow(() -> bad("tasks", null)));
        }
        return tasks;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Path sibling(Path folder, JsonNode root, String key) throws EngineException {
        String name = root.path(key).asText();
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw bad(key, null);
        }
        return folder.resolve(name);
    }

    private static int number(JsonNode root, String key, int most) throws EngineException {
        int number = root.path(key).asInt(-1);
        if (number < 1 || number > most) {
            throw bad(key, null);
        }
        return number;
    }

    static EngineException bad(String what, @Nullable Throwable cause) {
        return new EngineException(
                EngineException.Kind.BAD_MODEL, UserMessage.of("models.djl.description", what), cause);
    }
}
