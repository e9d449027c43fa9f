package dev.orrery.app.session;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What git knows about the files and symbols of an open repository, read in the background: files first, then symbols. Where
 * the user stops a reading, it stays stopped until he asks again. UI thread only.
 */
public final class HistoryModel {
    /** How far the reading of something is. */
    public enum State {
        WAITING,
        READING,
        READ,
        STOPPED,
        FAILED
    }

    private final CodeIndex index;
    private final Tasks tasks;
    private final Latest laterFiles;
    private final Latest laterSymbols;
    private final Consumer<UserMessage> failure;
    private final ReadOnlyObjectWrapper<FileHistory> history = new ReadOnlyObjectWrapper<>(FileHistory.EMPTY);
    private final ReadOnlyObjectWrapper<SymbolHistory> symbols = new ReadOnlyObjectWrapper<>(SymbolHistory.EMPTY);
    private final ReadOnlyObjectWrapper<State> filesState = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyObjectWrapper<State> symbolsState = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyObjectWrapper<@Nullable RunningTask> running = new ReadOnlyObjectWrapper<>();

    HistoryModel(CodeIndex index, Threads threads, Tasks tasks, Consumer<UserMessage> failure) {
        this.index = index;
        this.tasks = tasks;
        this.laterFiles = new Latest(threads);
        this.laterSymbols = new Latest(threads);
        this.failure = failure;
    }

    /** Empty until it was read, and without git. */
    public ReadOnlyObjectProperty<FileHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Empty until it was read, and where there are fewer than two commits. */
    public ReadOnlyObjectProperty<SymbolHistory> symbolsProperty() {
        return symbols.getReadOnlyProperty();
    }

    /** What reads now, or read last. */
    ReadOnlyObjectProperty<@Nullable RunningTask> taskProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far the files are. */
    public ReadOnlyObjectProperty<State> filesStateProperty() {
        return filesState.getReadOnlyProperty();
    }

    /** How far the symbols are; where their files could not be read, neither can they. */
    public ReadOnlyObjectProperty<State> symbolsStateProperty() {
        return symbolsState.getReadOnlyProperty();
    }

    /** Brings both up to the commit that is checked out. The first time is a task of its own; afterwards it takes no time. */
    public void refresh() {
        if (filesState.get() == State.WAITING) {
            filesState.set(State.READING);
            symbolsState.set(State.READING);
            running.set(tasks.start("app.task.history", index::history, ending(filesState, this::filesRead)));
        } else if (filesState.get() == State.READ) {
            laterFiles.ask(cancellation -> index.history(Progress.SILENT, cancellation), history::set, failure);
            if (symbolsState.get() == State.READ) {
                laterSymbols.ask(
                        cancellation -> index.symbolHistory(Progress.SILENT, cancellation), symbols::set, failure);
            }
        }
    }

    /** Takes up what the user stopped, or what failed. */
    public void readAgain() {
        if (filesState.get() == State.STOPPED || filesState.get() == State.FAILED) {
            filesState.set(State.WAITING);
            refresh();
        } else if (symbolsState.get() == State.STOPPED || symbolsState.get() == State.FAILED) {
            readSymbols();
        }
    }

    private void filesRead(FileHistory read) {
        history.set(read);
        readSymbols();
    }

    private void readSymbols() {
        if (symbolsState.get() != State.READ) {
            symbolsState.set(State.READING);
            running.set(
                    tasks.start("app.task.symbolhistory", index::symbolHistory, ending(symbolsState, symbols::set)));
        }
    }

    private <T> Tasks.Ending<T> ending(ReadOnlyObjectWrapper<State> state, Consumer<T> done) {
        return new Tasks.Ending<>(
                value -> {
                    state.set(State.READ);
                    done.accept(value);
                },
                () -> end(state, State.STOPPED),
                message -> {
                    end(state, State.FAILED);
                    failure.accept(message);
                });
    }

    private void end(ReadOnlyObjectWrapper<State> state, State how) {
        state.set(how);
        symbolsState.set(how);
    }

    void close() {
        laterFiles.cancel();
        laterSymbols.cancel();
        RunningTask task = running.get();
        if (task != null) {
            task.cancel();
        }
    }
}
