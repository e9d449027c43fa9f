package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.models.ngram.NgramFile;
import dev.orrery.models.ngram.NgramModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The language model of one repository, kept on disk from one run to the next and up to date with its files. Safe from any thread;
 * learning blocks other learning.
 */
public final class LearnedRepository {
    private final Path path;
    private final NgramFile file;
    private final Consumer<UserMessage> trouble;
    private volatile NgramModel model = new NgramModel();
    private boolean unsaved;

    /**
     * Knows nothing until {@link #read}.
     *
     * @param path where it is kept
     * @param trouble hears, on any thread, what the user should know
     */
    public LearnedRepository(Path path, Consumer<UserMessage> trouble) {
        this.path = path;
        this.file = new NgramFile(path);
        this.trouble = trouble;
    }

    /** What is known now. Never blocks. */
    public NgramModel model() {
        return model;
    }

    /** Takes over what was kept. Reads the disk. */
    public synchronized void read() {
        try {
            NgramFile.Opened opened = file.read();
            opened.trouble().ifPresent(trouble);
            model = opened.model();
        } catch (IOException unreadable) {
            trouble.accept(UserMessage.of("models.complete.unreadable", String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * Learns the repository as it is now: what has not changed since costs little, what is gone is forgotten.
     *
     * @param files all of them; read while it learns
     * @return how many are known then
     * @throws java.util.concurrent.CancellationException where it was cancelled; nothing has changed then
     */
    public synchronized int refresh(Iterable<Document> files, Cancellation cancellation) {
        Set<String> gone = new HashSet<>(model.files());
        var outcomes = model.learnAll(files, cancellation);
        gone.removeAll(outcomes.keySet());
        gone.forEach(model::forget);
        unsaved |=
                !gone.isEmpty() || outcomes.values().stream().anyMatch(outcome -> outcome != NgramModel.Outcome.KNOWN);
        save();
        return model.files().size();
    }

    /** Follows the files. */
    public synchronized void change(List<Document> changed, Collection<String> removed) {
        removed.forEach(model::forget);
        model.learnAll(changed, Cancellation.NEVER);
        unsaved |= !changed.isEmpty() || !removed.isEmpty();
    }

    /** Writes what was learned since it was written last. */
    public synchronized void save() {
        if (unsaved) {
            try {
                Folders.createPrivate(
                        Objects.requireNonNull(path.toAbsolutePath().getParent()));
                file.write(model);
                unsaved = false;
            } catch (IOException unwritable) {
                trouble.accept(UserMessage.of("models.complete.unwritable", String.valueOf(unwritable.getMessage())));
            }
        }
    }
}
