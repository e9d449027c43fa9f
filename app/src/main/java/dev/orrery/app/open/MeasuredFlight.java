package dev.orrery.app.open;

import dev.orrery.app.cli.MapBench;
import dev.orrery.app.cli.MapFlight;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.view.CodeMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Moves the camera of a shown map along a {@link Tour} and notes each picture that reaches the screen: a picture counts
 * in the pulse that lays it out, one a pulse. FX thread only.
 */
final class MeasuredFlight {
    private static final double WARMING_SECONDS = 3;
    private static final double NANOS = 1e9;

    private final ComposedWindow composed;
    private final Stage stage;
    private final CodeMap map;
    private final MapBench.Order order;
    private final List<MapFlight.Shown> frames = new ArrayList<>();
    private final List<FrameRequest> drawn = new ArrayList<>();
    private boolean fresh;
    private double coldSecondFps;
    private double settledMs;
    private double processorMs;

    /** @param stage shows {@code composed}, settled */
    MeasuredFlight(ComposedWindow composed, Stage stage, CodeMap map, MapBench.Order order) {
        this.composed = composed;
        this.stage = stage;
        this.map = map;
        this.order = order;
    }

    /** Completes when all is measured and the window is closed. */
    CompletableFuture<MeasuredFlight> run() {
        map.statisticsProperty().addListener(change -> fresh = true);
        stage.getScene().addPostLayoutPulseListener(this::pulse);
        return fit().thenCompose(fitted -> composed.window().undisturbed())
                .thenCompose(quiet -> map.settled())
                .thenCompose(settled -> move(WARMING_SECONDS))
                .thenCompose(warm -> measure())
                .thenApply(measured -> {
                    stage.hide();
                    composed.workbench().close();
                    return this;
                });
    }

    /** Gives the map the size asked for, as far as the screen has room. */
    private CompletableFuture<Void> fit() {
        Region node = map.node();
        stage.setWidth(stage.getWidth() + order.width() - node.getWidth());
        stage.setHeight(stage.getHeight() + order.height() - node.getHeight());
        return map.settled();
    }

    private CompletableFuture<Void> measure() {
        coldSecondFps = frames.stream()
                .filter(shown -> shown.nanos() - frames.getFirst().nanos() <= NANOS)
                .count();
        frames.clear();
        drawn.clear();
        long before = processorNanos();
        return move(order.seconds()).thenCompose(moved -> {
            processorMs = (processorNanos() - before) / 1e6;
            long rest = System.nanoTime();
            int moving = frames.size();
            return map.settled().thenRun(() -> {
                settledMs = (System.nanoTime() - rest) / 1e6;
                frames.subList(moving, frames.size()).clear();
                drawn.subList(moving, drawn.size()).clear();
            });
        });
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private CompletableFuture<Void> move(double seconds) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Region node = map.node();
        Tour tour = map.drawn()
                .map(request -> new Tour(request.layout(), (int) node.getWidth(), (int) node.getHeight()))
                .orElseThrow();
        new AnimationTimer() {
            private long start;

            @Override
            public void handle(long now) {
                start = start == 0 ? now : start;
                double share = (now - start) / NANOS / seconds;
                if (share < 1) {
                    map.steer(tour.at(share));
                } else {
                    stop();
                    over.complete(null);
                }
            }
        }.start();
        return over;
    }

    private void pulse() {
        if (fresh) {
            fresh = false;
            map.drawn().ifPresent(request -> {
                frames.add(new MapFlight.Shown(
                        System.nanoTime(),
                        map.statisticsProperty().get().tally(),
                        map.statisticsProperty().get().labels()));
                drawn.add(request);
            });
        }
    }

    /** What the frames of the flight were drawn from. */
    List<FrameRequest> drawn() {
        return drawn;
    }

    MapFlight measured(MapFlight.Alone alone) {
        FrameRequest last = drawn.getLast();
        return new MapFlight(frames, coldSecondFps, settledMs, processorMs, alone, last.width(), last.height());
    }
}
