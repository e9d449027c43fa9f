package dev.orrery.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user chose for models, as JSON, version 1, that may be edited by hand: {@code {"version", "ceilingBytes", "idleMinutes",
 * "quotaBytes", "metricsPort", "models": {ID: {"contextTokens", "threads", "gpuLayers", "idleMinutes", "keptLoaded"}}}}. A file that
 * cannot be used is set aside and the usual holds. Safe from any thread.
 */
final class ChoicesFile {
    private static final int VERSION = 1;
    private static final long LARGEST = 1 << 20;
    private static final int KEPT_ASIDE = 3;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(10).build())
            .build());

    private final Path file;

    ChoicesFile(Path file) {
        this.file = file;
    }

    /** @param trouble hears why a file was set aside */
    ModelChoices read(Consumer<UserMessage> trouble) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("longer than settings can be");
            }
            return parsed(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return ModelChoices.USUAL;
        } catch (IOException | IllegalArgumentException damaged) {
            trouble.accept(aside(damaged));
            return ModelChoices.USUAL;
        }
    }

    private UserMessage aside(Exception damaged) {
        try {
            String where = SetAside.move(file, KEPT_ASIDE).map(Path::toString).orElse("-");
            return UserMessage.of("models.choices.damaged", file.toString(), where);
        } catch (IOException unmovable) {
            unmovable.addSuppressed(damaged);
            System.getLogger(ChoicesFile.class.getName())
                    .log(System.Logger.Level.WARNING, "settings of models", unmovable);
            return UserMessage.of("models.choices.unreadable", file.toString());
        }
    }

    private static ModelChoices parsed(JsonNode root) throws IOException {
        if (root.path("version").asInt() != VERSION) {
            throw new IOException("not settings of version " + VERSION);
        }
        Map<String, ModelChoice> models = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("models").properties()) {
            JsonNode node = entry.getValue();
            ModelChoice usual = ModelChoice.USUAL;
            models.put(
                    entry.getKey(),
                    new ModelChoice(
                            node.path("contextTokens").asInt(usual.contextTokens()),
                            node.path("threads").asInt(usual.threads()),
                            node.path("gpuLayers").asInt(usual.gpuLayers()),
                            node.has("idleMinutes")
                                    ? Optional.of(node.path("idleMinutes").asInt())
                                    : Optional.empty(),
                            node.path("keptLoaded").asBoolean()));
        }
        return new ModelChoices(
                root.path("ceilingBytes").asLong(0),
                root.path("idleMinutes").asInt(ModelChoices.USUAL.idleMinutes()),
                root.path("quotaBytes").asLong(0),
                root.path("metricsPort").asInt(0),
                models);
    }

    void write(ModelChoices choices) throws OrreryException {
        ObjectNode root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("ceilingBytes", choices.ceilingBytes())
                .put("idleMinutes", choices.idleMinutes())
                .put("quotaBytes", choices.quotaBytes())
                .put("metricsPort", choices.metricsPort());
        ObjectNode models = root.putObject("models");
        choices.models().forEach((id, choice) -> {
            ObjectNode node = models.putObject(id)
                    .put("contextTokens", choice.contextTokens())
                    .put("threads", choice.threads())
                    .put("gpuLayers", choice.gpuLayers())
                    .put("keptLoaded", choice.keptLoaded());
            choice.idleMinutes().ifPresent(minutes -> node.put("idleMinutes", minutes));
        });
        try {
            Path folder = Folders.createPrivate(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Path temporary = Files.createTempFile(folder, "choices", ".tmp");
            try {
                Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
                try {
                    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } catch (AtomicMoveNotSupportedException networkDrive) {
                    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("models.choices.unwritable", file.toString(), String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
