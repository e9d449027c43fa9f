package dev.orrery.render3d.frame;

import dev.orrery.api.OrreryException;
import java.nio.IntBuffer;

/**
 * Turns frames into pixels. Made, used and closed on one thread. A picture is asked for with {@link #submit} and fetched
 * with {@link #collect}, so that the next frame can be built while this one is drawn.
 */
public interface FramePainter extends AutoCloseable {
    /** Starts to paint; the frame must not change before {@link #collect} returns. */
    void submit(Frame frame) throws OrreryException;

    /**
     * Waits for the picture of the last {@link #submit}.
     *
     * @param pixels takes width × height pixels as {@code 0xAARRGGBB}, opaque, the top row first; direct, native order
     */
    void collect(IntBuffer pixels) throws OrreryException;

    /** Whether the processor does the drawing, so that long lines and many bodies cost time. */
    Speed speed();

    /** The device that draws, as it calls itself. */
    String device();

    @Override
    void close();

    /** What draws. */
    enum Speed {
        PROCESSOR,
        GRAPHICS_CARD
    }
}
