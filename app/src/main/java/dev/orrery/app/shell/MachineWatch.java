package dev.orrery.app.shell;

import dev.orrery.app.control.ViewContext;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererStatus;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;

/** What the status bar says about the machine; asks every two seconds and paints only what changed. */
final class MachineWatch {
    private final ViewContext context;
    private final StringProperty renderer = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty memory = new SimpleStringProperty("");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> look()));

    MachineWatch(ViewContext context) {
        this.context = context;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    StatusBar.Machine sentences() {
        return new StatusBar.Machine(renderer, why, memory);
    }

    void start() {
        look();
        clock.play();
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
