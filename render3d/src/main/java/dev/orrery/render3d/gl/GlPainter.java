package dev.orrery.render3d.gl;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FramePainter;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Paints frames with OpenGL. A context that was lost is opened again and the frame drawn once more; only a second
 * failure in a row reaches the caller.
 */
public final class GlPainter implements FramePainter {
    private @Nullable GlDevice device;
    private @Nullable Frame frame;

    private GlPainter(GlDevice device) {
        this.device = device;
    }

    /** Opens a context on the calling thread, to which the painter belongs from then on. */
    public static GlPainter open() throws OrreryException {
        return new GlPainter(GlDevice.open());
    }

    @Override
    public void submit(Frame next) throws OrreryException {
        frame = next;
        try {
            opened().draw(next);
        } catch (GlException lost) {
            reopen(lost);
            try {
                opened().draw(next);
            } catch (GlException again) {
                throw failure(again);
            }
        }
    }

    @Override
    public void collect(IntBuffer pixels) throws OrreryException {
        try {
            opened().fetch(pixels);
        } catch (GlException lost) {
            reopen(lost);
            try {
                GlDevice fresh = opened();
                if (frame != null) {
                    fresh.draw(frame);
                }
                fresh.fetch(pixels);
            } catch (GlException again) {
                throw failure(again);
            }
        }
    }

    private GlDevice opened() throws OrreryException {
        GlDevice open = device;
        if (open == null) {
            open = GlDevice.open();
            device = open;
        }
        return open;
    }

    private void reopen(GlException reason) throws OrreryException {
        System.getLogger(GlPainter.class.getName())
                .log(System.Logger.Level.WARNING, "the GL context is lost and opened again: {0}", reason.getMessage());
        close();
        opened();
    }

    private static OrreryException failure(GlException reason) {
        return new OrreryException(UserMessage.of("render3d.gl.lost", String.valueOf(reason.getMessage())), reason);
    }

    /** Makes the context unusable, as a driver reset does; for tests. */
    void lose() {
        if (device != null) {
            device.lose();
        }
    }

    @Override
    public Speed speed() {
        return GlContext.isProcessor(deviceName()) ? Speed.PROCESSOR : Speed.GRAPHICS_CARD;
    }

    private String deviceName() {
        GlDevice open = device;
        return open == null ? "" : open.name();
    }

    @Override
    public String device() {
        return deviceName();
    }

    @Override
    public void close() {
        if (device != null) {
            device.close();
            device = null;
        }
    }
}
