package dev.orrery.app.open;

import dev.orrery.app.shell.ComposedWindow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the toolkit, shows the window, and waits until it is closed. */
final class OpenWindow {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWindow.class);
    private static final long PATIENCE_SECONDS = 10;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;

    private final OpenRequest request;
    private final Supplier<ComposedWindow> compose;
    private final AtomicReference<CompletableFuture<Void>> given =
            new AtomicReference<>(CompletableFuture.completedFuture(null));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    OpenWindow(OpenRequest request, Supplier<ComposedWindow> compose) {
        this.request = request;
        this.compose = compose;
    }

    void run() throws InterruptedException {
        Platform.startup(() -> {
            try {
                show();
            } catch (RuntimeException | LinkageError failed) {
                broken.set(failed);
                closed.countDown();
            }
        });
        closed.await();
        awaitIndex();
        Platform.exit();
        switch (broken.get()) {
            case RuntimeException failed -> throw failed;
            case LinkageError missing -> throw missing;
            case null, default -> {}
        }
    }

    /** The index is given up in the background; a process that ends before would leave that to the next one. */
    private void awaitIndex() throws InterruptedException {
        try {
            given.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            LOG.warn("the index was not given up in time", stuck);
        }
    }

    private void show() {
        ComposedWindow composed = compose.get();
        Stage stage = new Stage();
        stage.setTitle("Orrery");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(composed.scene((int) Math.min(request.width(), screen.getWidth()), (int)
                Math.min(request.height(), screen.getHeight())));
        stage.setOnCloseRequest(event -> {
            event.consume();
            composed.window().whenSaved(stage::hide);
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                composed.window().returned();
            }
        });
        stage.setOnHidden(event -> {
            composed.models().close();
            composed.workbench().close();
            given.set(composed.workbench().closed());
            closed.countDown();
        });
        new Arrival(composed.workbench(), request, outcome -> tell(composed, outcome)).begin();
        stage.show();
        // What the first picture does not need comes after it.
        Platform.runLater(composed.window()::watchMachine);
    }

    private static void tell(ComposedWindow composed, Arrival.Outcome outcome) {
        switch (outcome) {
            case Arrival.Outcome.NoSuchSymbol missing -> composed.workbench().say(missing.message());
            case Arrival.Outcome.There there -> {}
            case Arrival.Outcome.Failed failed -> {}
        }
    }
}
