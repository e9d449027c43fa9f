package dev.orrery.app.open;

import dev.orrery.api.UserMessage;
import dev.orrery.app.export.PngFile;
import dev.orrery.app.session.HistoryModel;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.TimeModel;
import dev.orrery.app.shell.ComposedWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;

/**
 * Renders the whole window to a picture without a screen: opens what was asked for, waits until the map has settled and
 * everything around it is laid out, writes the PNG. The scene is never shown, so this class lays it out itself.
 */
final class Snapshot {
    private static final Duration TICK = Duration.millis(40);
    /** Ticks in which nothing may be under way any more: code is read and coloured, cards are made. */
    private static final int QUIET_TICKS = 8;

    /** Who wants a picture does not wait longer for what is learned beside the map. */
    private static final int MOST_TICKS = 250;

    private final OpenRequest request;
    private final Supplier<ComposedWindow> compose;

    Snapshot(OpenRequest request, Supplier<ComposedWindow> compose) {
        this.request = request;
        this.compose = compose;
    }

    /** Blocks until the picture is written; it is written also where a symbol was not found. */
    Arrival.Outcome write(Path file) throws InterruptedException, ExecutionException {
        CompletableFuture<CompletableFuture<Arrival.Outcome>> begun = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                begun.complete(begin(file));
            } catch (RuntimeException | LinkageError broken) {
                begun.completeExceptionally(broken);
            }
        });
        try {
            return begun.get().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LinkageError missing) {
                throw missing;
            }
            throw failed;
        } finally {
            Platform.exit();
        }
    }

    private CompletableFuture<Arrival.Outcome> begin(Path file) {
        ComposedWindow composed = compose.get();
        Scene scene = composed.scene(request.width(), request.height());
        Timeline clock = new Timeline(new KeyFrame(TICK, event -> layOut(scene)));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        CompletableFuture<Arrival.Outcome> arrival = new CompletableFuture<>();
        new Arrival(composed.workbench(), request, arrival::complete).begin();
        return arrival.thenCompose(arrived -> composed.window().settled().thenApply(nothing -> arrived))
                .thenCompose(arrived -> history(composed).thenApply(nothing -> arrived))
                .thenCompose(arrived -> moment(composed).thenApply(nothing -> arrived))
                .thenCompose(arrived -> {
                    composed.window().watchMachine();
                    return new Rest(composed).begin().thenApply(nothing -> arrived);
                })
                .thenCompose(arrived -> composed.window().settled().thenApply(nothing -> arrived))
                .thenApply(arrived -> take(composed, scene, file, arrived));
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** Colours that tell the history wait until it has been read. */
    private static CompletableFuture<Void> history(ComposedWindow composed) {
        boolean needed = composed.window()
                .map()
                .map(map -> map.colourByProperty().get().isHistory())
                .orElse(false);
        Session session = composed.workbench().sessionProperty().get();
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (!needed || session == null) {
            over.complete(null);
            return over;
        }
        // The reading begins only after the first picture.
        session.history().filesStateProperty().subscribe(state -> {
            if (state != HistoryModel.State.WAITING && state != HistoryModel.State.READING) {
                Platform.runLater(() -> over.complete(null));
            }
        });
        return over;
    }

    /** A moment of the history waits until it lies over the map, or it is known that it never will. */
    private CompletableFuture<Void> moment(ComposedWindow composed) {
        Session session = composed.workbench().sessionProperty().get();
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (request.at().isEmpty() || session == null) {
            over.complete(null);
            return over;
        }
        TimeModel time = session.time();
        time.layerProperty().subscribe(layer -> {
            if (!layer.isNone()) {
                over.complete(null);
            }
        });
        time.readingProperty().subscribe(state -> {
            boolean ended = state == HistoryModel.State.STOPPED || state == HistoryModel.State.FAILED;
            if (ended || state == HistoryModel.State.READ && time.history().samples() == 0) {
                Platform.runLater(() -> {
                    if (ended || time.history().samples() == 0) {
                        over.complete(null);
                    }
                });
            }
        });
        return over;
    }

    /** Waits until nothing is under way for a while: neither what begins when the map rests, nor small things that nobody tells of. */
    private static final class Rest {
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private final Timeline clock = new Timeline();
        private final ComposedWindow composed;
        private int ticks;
        private int quiet;

        Rest(ComposedWindow composed) {
            this.composed = composed;
            clock.getKeyFrames().add(new KeyFrame(TICK, event -> tick()));
            clock.setCycleCount(MOST_TICKS);
        }

        CompletableFuture<Void> begin() {
            clock.play();
            return over;
        }

        private void tick() {
            ticks++;
            quiet = composed.window().isBusy() ? 0 : quiet + 1;
            if (quiet == QUIET_TICKS || ticks == MOST_TICKS) {
                clock.stop();
                over.complete(null);
            }
        }
    }

    private static Arrival.Outcome take(ComposedWindow composed, Scene scene, Path file, Arrival.Outcome arrived) {
        WritableImage picture = scene.snapshot(null);
        composed.workbench().close();
        try {
            PngFile.write(picture, file);
            return arrived;
        } catch (IOException unwritable) {
            return new Arrival.Outcome.Failed(
                    UserMessage.of("app.open.unwritable", file.toString(), String.valueOf(unwritable.getMessage())));
        }
    }
}
