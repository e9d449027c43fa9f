package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Objects;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A frame, the pixels it became and the image that shows them. Belongs to one thread at a time. */
final class Slot {
    private final Frame frame = new Frame();
    private IntBuffer pixels = IntBuffer.allocate(0);
    private @Nullable FrameRequest request;
    private @Nullable FrameRequest drawn;
    private @Nullable PixelBuffer<IntBuffer> shared;
    private @Nullable WritableImage image;
    private long started;
    private double millis;

    /**
     * Makes room for a picture.
     *
     * @param budgeted what is drawn of what was asked for
     */
    void begin(FrameRequest next, FrameRequest budgeted) {
        started = System.nanoTime();
        request = next;
        drawn = budgeted;
        int size = next.width() * next.height();
        PixelBuffer<IntBuffer> fitting = shared;
        if (fitting == null || fitting.getWidth() != next.width() || fitting.getHeight() != next.height()) {
            pixels = ByteBuffer.allocateDirect(size * Integer.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
            shared = new PixelBuffer<>(next.width(), next.height(), pixels, PixelFormat.getIntArgbPreInstance());
            image = null;
        }
    }

    void finished() {
        millis = (System.nanoTime() - started) / 1e6;
    }

    /** What building, painting and reading back took. */
    double millis() {
        return millis;
    }

    Frame frame() {
        return frame;
    }

    IntBuffer pixels() {
        return pixels;
    }

    FrameRequest request() {
        return Objects.requireNonNull(request);
    }

    /** The request with the detail that there was time for. */
    FrameRequest drawn() {
        return Objects.requireNonNull(drawn);
    }

    /** The image with the newest pixels; on the JavaFX thread. */
    WritableImage image() {
        PixelBuffer<IntBuffer> buffer = Objects.requireNonNull(shared);
        WritableImage shown = image;
        if (shown == null) {
            shown = new WritableImage(buffer);
            image = shown;
        } else {
            buffer.updateBuffer(all -> null);
        }
        return shown;
    }
}
