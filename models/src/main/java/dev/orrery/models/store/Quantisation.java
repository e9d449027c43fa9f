package dev.orrery.models.store;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.models.gguf.GgufQuantiser;
import dev.orrery.models.gguf.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes smaller models of installed ones: each keeps its original beside it, and is a model like any other. Only GGUF files whose numbers
 * are whole can be made smaller here; TorchScript is quantised when it is exported, because its file holds code. Safe from any thread.
 */
public final class Quantisation {
    private static final String GGUF = ".gguf";

    private final ModelStore store;

    public Quantisation(ModelStore store) {
        this.store = store;
    }

    /** How many bits a number keeps. */
    public enum Bits {
        EIGHT(TensorType.Q8_0),
        FOUR(TensorType.Q4_0);

        private final TensorType type;

        Bits(TensorType type) {
            this.type = type;
        }

        /** What the form is called, such as {@code Q8_0}. */
        public String form() {
            return type.name();
        }
    }

    /**
     * What a copy would take. Reads the headers.
     *
     * @return bytes; empty where none can be made of this model, or none that is smaller
     */
    public static Optional<Long> bytes(InstalledModel model, Bits bits) throws OrreryException {
        if (model.damage().isPresent() || !model.engine().equals("gguf")) {
            return Optional.empty();
        }
        return reading(model, () -> {
            long bytes = 0;
            boolean pays = false;
            for (StoredFile file : model.files()) {
                if (isWeights(file)) {
                    GgufQuantiser quantiser = GgufQuantiser.of(model.folder().resolve(file.path()), bits.type);
                    bytes += quantiser.bytes();
                    pays |= quantiser.pays();
                } else {
                    bytes += file.size();
                }
            }
            return pays ? Optional.of(bytes) : Optional.empty();
        });
    }

    /**
     * Makes a copy with fewer bits.
     *
     * @throws OrreryException where none can be made of this model, or the disk has no room; nothing has changed then
     */
    public InstalledModel run(InstalledModel model, Bits bits, Progress progress, Cancellation cancellation)
            throws OrreryException {
        if (model.damage().isPresent()) {
            throw new OrreryException(model.damage().get());
        }
        if (!model.engine().equals("gguf")) {
            throw new OrreryException(UserMessage.of("models.quantise.engine", model.name()));
        }
        store.requireSpace(bytes(model, bits)
                .orElseThrow(() -> new OrreryException(UserMessage.of(
                        "models.quantise.already", model.name(), model.draft().quantisation()))));
        String id = free(model.id() + "-" + bits.form().toLowerCase(Locale.ROOT));
        ModelDraft draft = draft(model, id, bits);
        Path folder = store.scratch(id);
        return reading(model, () -> {
            try {
                List<Content> contents = new ArrayList<>();
                for (StoredFile file : model.files()) {
                    Path source = model.folder().resolve(file.path());
                    Path target = folder.resolve("part" + contents.size());
                    if (isWeights(file)) {
                        GgufQuantiser.of(source, bits.type)
                                .write(source, target, "models.quantise.stage", progress, cancellation);
                    } else {
                        Files.copy(source, target);
                    }
                    String sha256 = Hashing.sha256(target, "models.store.stage.verify", progress, cancellation);
                    contents.add(new Content(file.path(), target, Files.size(target), sha256, Content.Taking.MOVE));
                }
                return store.publish(draft, contents, progress, cancellation);
            } finally {
                Folders.delete(folder);
            }
        });
    }

    private static ModelDraft draft(InstalledModel model, String id, Bits bits) {
        ModelDraft old = model.draft();
        Origin origin = new Origin(Origin.Kind.QUANTISED, model.id(), "");
        return new ModelDraft(
                id,
                old.name() + " " + bits.form(),
                old.card(),
                old.engine(),
                bits.form(),
                old.tasks(),
                old.infill(),
                old.shape(),
                origin,
                old.terms());
    }

    private static boolean isWeights(StoredFile file) {
        return file.path().endsWith(GGUF);
    }

    private String free(String id) throws OrreryException {
        String free = StoreNames.idFrom(id);
        for (int i = 2; store.model(free).isPresent(); i++) {
            free = StoreNames.idFrom(id) + "-" + i;
        }
        return free;
    }

    private interface Work<T> {
        T run() throws IOException, OrreryException;
    }

    private static <T> T reading(InstalledModel model, Work<T> work) throws OrreryException {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("models.store.unreadable", model.folder(), String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
