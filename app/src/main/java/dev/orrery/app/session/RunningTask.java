package dev.orrery.app.session;

import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Long work that is under way: what it is doing, how far it is, and a way to stop it. */
public final class RunningTask {
    private final Threads threads;
    private final CancelSource cancellation = new CancelSource();
    private final ReadOnlyStringWrapper stageKey = new ReadOnlyStringWrapper(this, "stageKey");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final AtomicReference<@Nullable Step> pending = new AtomicReference<>();

    RunningTask(String titleKey, Threads threads) {
        this.threads = threads;
        stageKey.set(titleKey);
    }

    private record Step(String stageKey, double fraction) {}

    /** Bundle key of what it is doing now. */
    public ReadOnlyStringProperty stageKeyProperty() {
        return stageKey.getReadOnlyProperty();
    }

    /** 0 to 1, or negative while nobody knows. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public CancelSource cancellation() {
        return cancellation;
    }

    public void cancel() {
        cancellation.cancel();
    }

    /** Takes reports from any thread, however many; the UI thread hears of the newest one only. */
    Progress progress() {
        return (stage, done, total) -> {
            Step step = new Step(stage, total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1));
            if (pending.getAndSet(step) == null) {
                threads.ui().execute(this::publish);
            }
        };
    }

    private void publish() {
        Step step = pending.getAndSet(null);
        if (step != null) {
            stageKey.set(step.stageKey());
            fraction.set(step.fraction());
        }
    }
}
