package dev.orrery.models.store;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.ModelSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A model in the store, as the quick check saw it.
 *
 * @param draft what is known of it
 * @param folder its files stand in, and nothing else
 * @param files as they were verified
 * @param installed when
 * @param used when it was last loaded; when it was installed, if never
 * @param damage why it must not be loaded; empty where all is well
 */
public record InstalledModel(
        ModelDraft draft,
        Path folder,
        List<StoredFile> files,
        Instant installed,
        Instant used,
        Optional<UserMessage> damage) {
    public InstalledModel {
        files = List.copyOf(files);
    }

    public String id() {
        return draft.id();
    }

    public String name() {
        return draft.name();
    }

    public String engine() {
        return draft.engine();
    }

    /** Bytes of its files, also where other models share them or they lie elsewhere. */
    public long bytes() {
        return files.stream().mapToLong(StoredFile::size).sum();
    }

    /** What an engine loads; empty for a damaged model, which is never loaded. */
    public Optional<ModelSource.Files> source() {
        return damage.isPresent() ? Optional.empty() : Optional.of(new ModelSource.Files(id(), folder));
    }
}
