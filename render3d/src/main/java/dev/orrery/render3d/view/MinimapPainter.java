package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FrameRequest;
import java.nio.IntBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Paints small pictures by the processor, whatever paints the large ones; of several that wait only the newest counts.
 * Nothing is kept between pictures.
 */
final class MinimapPainter implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("orrery-map-minimap")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final AtomicReference<@Nullable FrameRequest> waiting = new AtomicReference<>();
    private final Consumer<Picture> taker;

    /**
     * A finished picture.
     *
     * @param request what it was painted from
     * @param argb its pixels, the top row first
     */
    record Picture(FrameRequest request, IntBuffer argb) {}

    /** @param taker gets each picture, on the JavaFX thread */
    MinimapPainter(Consumer<Picture> taker) {
        this.taker = taker;
    }

    /** Asks for a picture; after the end none is painted. */
    void show(FrameRequest request) {
        if (!thread.isShutdown() && waiting.getAndSet(request) == null) {
            thread.execute(this::paint);
        }
    }

    private void paint() {
        FrameRequest request = waiting.getAndSet(null);
        if (request != null) {
            Frame frame = new Frame();
            new FrameBuilder().build(request, frame);
            IntBuffer pixels = IntBuffer.allocate(request.width() * request.height());
            try (FlatPainter painter = new FlatPainter()) {
                painter.submit(frame);
                painter.collect(pixels);
            }
            Platform.runLater(() -> taker.accept(new Picture(request, pixels)));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
