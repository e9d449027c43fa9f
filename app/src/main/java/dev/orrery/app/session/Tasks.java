package dev.orrery.app.session;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All long work of the application, oldest first; each has an entry in the status bar while it runs. UI thread only. */
public final class Tasks {
    private final Threads threads;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final ObservableList<RunningTask> view = FXCollections.unmodifiableObservableList(running);

    public Tasks(Threads threads) {
        this.threads = threads;
    }

    public ObservableList<RunningTask> running() {
        return view;
    }

    /** Work that reports how far it is. */
    @FunctionalInterface
    public interface Job<T> {
        T run(Progress progress, dev.orrery.api.Cancellation cancellation) throws OrreryException;
    }

    /** How a job ended; exactly one is called, on the UI thread. */
    public record Ending<T>(Consumer<T> done, Runnable cancelled, Consumer<UserMessage> failed) {}

    public <T> RunningTask start(String titleKey, Job<T> job, Ending<T> ending) {
        RunningTask task = new RunningTask(titleKey, threads);
        running.add(task);
        threads.background().execute(() -> {
            Runnable told = outcome(task, job, ending);
            threads.ui().execute(() -> {
                running.remove(task);
                told.run();
            });
        });
        return task;
    }

    private static <T> Runnable outcome(RunningTask task, Job<T> job, Ending<T> ending) {
        try {
            T value = job.run(task.progress(), task.cancellation());
            return () -> ending.done().accept(value);
        } catch (CancellationException cancelled) {
            return ending.cancelled();
        } catch (Exception | Error failed) { // a task without an end would stand in the status bar for ever
            UserMessage message = Failures.message(failed);
            return () -> ending.failed().accept(message);
        }
    }
}
