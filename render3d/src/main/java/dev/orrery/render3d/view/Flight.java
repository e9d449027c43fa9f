package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Camera;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Moves the camera smoothly from where it is to where it should be. Runs only while it moves. */
final class Flight extends AnimationTimer {
    private static final double NANOS = 650e6;

    /** Learns how far a flight is, 0 to 1. */
    interface Progress {
        void at(double share);
    }

    private final Consumer<Camera> steer;
    private Progress progress = share -> {};
    private @Nullable Camera from;
    private @Nullable Camera goal;
    private long started;

    Flight(Consumer<Camera> steer) {
        this.steer = steer;
    }

    void begin(Camera start, Camera end) {
        begin(start, end, share -> {});
    }

    /** Flies, and tells how far it is; 1 once at the end. */
    void begin(Camera start, Camera end, Progress listener) {
        progress = listener;
        from = start;
        goal = end;
        started = 0;
        start();
    }

    boolean isFlying() {
        return goal != null;
    }

    void cancel() {
        stop();
        goal = null;
    }

    @Override
    public void handle(long now) {
        Camera start = from;
        Camera end = goal;
        if (start == null || end == null) {
            stop();
            return;
        }
        if (started == 0) {
            started = now;
        }
        double t = Math.min(1, (now - started) / NANOS);
        if (t >= 1) {
            progress.at(1);
            cancel();
            steer.accept(end);
        } else {
            progress.at(t);
            steer.accept(start.towards(end, t * t * (3 - 2 * t)));
        }
    }
}
