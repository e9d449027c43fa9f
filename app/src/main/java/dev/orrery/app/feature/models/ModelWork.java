package dev.orrery.app.feature.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.RunningTask;
import dev.orrery.app.session.Tasks;
import dev.orrery.base.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Long work on models, one at a time for each. UI thread only. */
final class ModelWork {
    private final Tasks tasks;
    private final Runnable changed;
    private final Consumer<@Nullable UserMessage> ended;
    private final Map<String, Working> working = new HashMap<>();

    private record Working(RunningTask task, String stageKey) {}

    /** What is done. */
    interface Job<T> {
        T run(Progress progress, Cancellation cancellation) throws OrreryException;
    }

    /**
     * @param changed hears that work goes on
     * @param ended hears the end, and why it failed
     */
    ModelWork(Tasks tasks, Runnable changed, Consumer<@Nullable UserMessage> ended) {
        this.tasks = tasks;
        this.changed = changed;
        this.ended = ended;
    }

    <T> void start(String id, String stageKey, Job<T> job) {
        if (working.containsKey(id)) {
            return;
        }
        RunningTask task = tasks.start(
                stageKey,
                job::run,
                new Tasks.Ending<>(done -> end(id, null), () -> end(id, null), message -> end(id, message)));
        if (tasks.running().contains(task)) {
            working.put(id, new Working(task, stageKey));
            task.fractionProperty().subscribe(share -> changed.run());
        }
    }

    private void end(String id, @Nullable UserMessage failed) {
        working.remove(id);
        ended.accept(failed);
    }

    void stop(String id) {
        Working now = working.get(id);
        if (now != null) {
            now.task().cancel();
        }
    }

    /** The row as it is while something is done to its model. */
    ModelRow over(ModelRow row) {
        Working now = working.get(row.id());
        if (now == null) {
            return row;
        }
        String stage = now.task().stageKeyProperty().get();
        double share = now.task().fractionProperty().get();
        return row.with(new ModelRow.State.Busy(stage.isEmpty() ? now.stageKey() : stage, share));
    }
}
