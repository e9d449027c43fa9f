package dev.orrery.app.shell;

import dev.orrery.app.control.ViewContext;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererStatus;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the status bar says about the machine; asks every few seconds and paints only what changed. No animation of JavaFX counts
 * the seconds: while one runs, the toolkit wakes sixty times in each.
 */
final class MachineWatch {
    private static final long SECONDS = 3;

    private final ViewContext context;
    private final StringProperty renderer = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty memory = new SimpleStringProperty("");

    MachineWatch(ViewContext context) {
        this.context = context;
    }

    StatusBar.Machine sentences() {
        return new StatusBar.Machine(renderer, why, memory);
    }

    /** Looks now, and again and again while {@code wanted} holds. */
    void start(Executor ui, BooleanSupplier wanted) {
        look();
        if (wanted.getAsBoolean()) {
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, ui).execute(() -> start(ui, wanted));
        }
    }

    private void look() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        memory.set(context.text("app.status.memory", used));
    }

    /** Says which renderer {@code map} has, why, and how fast it moves. */
    void watch(CodeMap map) {
        map.rendererProperty().subscribe(status -> show(map));
        map.statisticsProperty().subscribe(statistics -> show(map));
    }

    private void show(CodeMap map) {
        RendererStatus status = map.renderer();
        String name =
                context.text("app.status.renderer." + status.renderer().name().toLowerCase(Locale.ROOT));
        long frames = Math.round(map.statisticsProperty().get().framesPerSecond());
        renderer.set(frames > 0 ? context.text("app.status.fps", frames, name) : name);
        why.set(context.messages().text(status.why()));
    }
}
