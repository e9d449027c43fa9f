package dev.orrery.render3d.view;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Makes models on a thread of its own; of several inputs that wait only the newest counts. */
final class ModelWorker implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("orrery-map-model").factory());
    private final AtomicReference<@Nullable MapInputs> waiting = new AtomicReference<>();
    private final Consumer<MapModel> taker;
    private @Nullable MapModel last;

    /** @param taker gets each model, on the JavaFX thread */
    ModelWorker(Consumer<MapModel> taker) {
        this.taker = taker;
    }

    /** Asks for a model; once closed, for none. */
    void submit(MapInputs inputs) {
        if (!thread.isShutdown() && waiting.getAndSet(inputs) == null) {
            thread.execute(this::work);
        }
    }

    /** Lays the next inputs out from nothing. */
    void forget() {
        thread.execute(() -> last = null);
    }

    private void work() {
        MapInputs inputs = waiting.getAndSet(null);
        if (inputs != null) {
            MapModel model = MapModel.of(inputs, last);
            last = model;
            Platform.runLater(() -> taker.accept(model));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
