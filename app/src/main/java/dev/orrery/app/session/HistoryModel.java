package dev.orrery.app.session;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.history.FileHistory;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What git knows about the files of an open repository, read in the background. UI thread only. */
public final class HistoryModel {
    private final CodeIndex index;
    private final Tasks tasks;
    private final Latest later;
    private final Consumer<UserMessage> failure;
    private final ReadOnlyObjectWrapper<FileHistory> history = new ReadOnlyObjectWrapper<>(FileHistory.EMPTY);
    private @Nullable RunningTask first;
    private boolean known;

    HistoryModel(CodeIndex index, Threads threads, Tasks tasks, Consumer<UserMessage> failure) {
        this.index = index;
        this.tasks = tasks;
        this.later = new Latest(threads);
        this.failure = failure;
    }

    /** Empty until it was read, and without git. */
    public ReadOnlyObjectProperty<FileHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Brings it up to the commit that is checked out. The first time is a task of its own; afterwards it takes no time. */
    public void refresh() {
        if (known) {
            later.ask(cancellation -> index.history(Progress.SILENT, cancellation), history::set, failure);
        } else if (first == null) {
            first = tasks.start(
                    "app.task.history",
                    (progress, cancellation) -> index.history(progress, cancellation),
                    new Tasks.Ending<>(this::readFirst, () -> first = null, message -> {
                        known = true;
                        failure.accept(message);
                    }));
        }
    }

    private void readFirst(FileHistory read) {
        known = true;
        history.set(read);
    }

    void close() {
        later.cancel();
        if (first != null) {
            first.cancel();
        }
    }
}
