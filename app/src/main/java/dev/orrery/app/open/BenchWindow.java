package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.MapBench;
import dev.orrery.app.cli.MapFlight;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Threads;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.base.Platform;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.view.RendererChoice;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Measures the map in the window that {@code open} composes, on the user's display or, where there is none, on one in
 * memory. The window is made so large that the map itself has the size asked for.
 */
public final class BenchWindow implements MapBench {
    /** What bars, tree and inspector take from the window at most. */
    private static final int AROUND_WIDTH = 700;

    private static final int AROUND_HEIGHT = 120;

    private final Supplier<Composer> composers;

    /** @param composers asked once a flight */
    public BenchWindow(Supplier<Composer> composers) {
        this.composers = composers;
    }

    @Override
    public MapFlight fly(Order order) throws OrreryException, InterruptedException {
        if (Display.isThere(Platform.current(), System.getenv())) {
            return window(order);
        }
        try (VirtualDisplay display =
                VirtualDisplay.start(order.width() + AROUND_WIDTH, order.height() + AROUND_HEIGHT)) {
            return window(order);
        } catch (IOException stuck) {
            throw new OrreryException(UserMessage.of("app.bench.xvfb"), stuck);
        }
    }

    private MapFlight window(Order order) throws OrreryException, InterruptedException {
        Composer composer = composers.get();
        RendererChoice renderer = OpenCommand.preferred(composer);
        Display.prepare(Platform.current(), renderer);
        CompletableFuture<CompletableFuture<MeasuredFlight>> begun = new CompletableFuture<>();
        javafx.application.Platform.startup(() -> {
            try {
                begun.complete(begin(order, composer, renderer));
            } catch (RuntimeException | LinkageError broken) {
                begun.completeExceptionally(broken);
            }
        });
        try {
            MeasuredFlight flight = begun.get().get();
            return flight.measured(RendererAlone.measure(flight.drawn()));
        } catch (ExecutionException failed) {
            throw failure(failed);
        } finally {
            javafx.application.Platform.exit();
        }
    }

    private static OrreryException failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof NotThere why) {
            return new OrreryException(why.message, failed);
        }
        String missing = OpenCommand.missingLibrary(failed);
        return new OrreryException(
                missing == null
                        ? UserMessage.of("app.bench.window", String.valueOf(cause))
                        : UserMessage.of("app.open.toolkit", missing),
                failed);
    }

    private CompletableFuture<MeasuredFlight> begin(Order order, Composer composer, RendererChoice renderer) {
        Look look = new Look(Optional.empty(), Optional.of(MapScene.GALAXY), Optional.of(ColourBy.REGION));
        ComposedWindow composed = composer.compose(
                new Threads(javafx.application.Platform::runLater, Executors.newVirtualThreadPerTaskExecutor()),
                renderer,
                look);
        Stage stage = new Stage();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = composed.scene((int) Math.min(order.width() + AROUND_WIDTH, screen.getWidth()), (int)
                Math.min(order.height() + AROUND_HEIGHT, screen.getHeight()));
        stage.setScene(scene);
        OpenRequest request = new OpenRequest(
                Optional.of(order.folder()),
                Optional.empty(),
                Room.EXPLORE,
                look,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                order.width(),
                order.height());
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        new Arrival(composed.workbench(), request, outcome -> {
                    switch (outcome) {
                        case Arrival.Outcome.There there -> arrival.complete(null);
                        case Arrival.Outcome.NoSuchSymbol missing -> arrival.complete(null);
                        case Arrival.Outcome.Failed failed -> arrival.completeExceptionally(new NotThere(failed.why()));
                    }
                })
                .begin();
        stage.show();
        javafx.application.Platform.runLater(composed.window()::watchMachine);
        return arrival.thenCompose(there -> composed.window().settled()).thenCompose(there -> new MeasuredFlight(
                        composed, stage, composed.window().map().orElseThrow(), order)
                .run());
    }

    /** Why there is nothing to fly over. */
    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient UserMessage message;

        private NotThere(UserMessage message) {
            super(message.key());
            this.message = message;
        }
    }
}
