package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.app.cli.MapFlight;
import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.gl.GlPainter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** Draws frames again, one after the other, without a window: what renderer and read-back take by themselves. */
final class RendererAlone {
    private static final int MOST = 200;
    private static final int WARMING = 15;

    private RendererAlone() {}

    static MapFlight.Alone measure(List<FrameRequest> drawn) throws OrreryException {
        try (FramePainter painter = painter()) {
            int frames = Math.min(MOST, drawn.size());
            double[] build = new double[frames];
            double[] draw = new double[frames];
            FrameBuilder builder = new FrameBuilder();
            Frame frame = new Frame();
            for (int i = -Math.min(WARMING, frames); i < frames; i++) {
                FrameRequest request = drawn.get((int) ((long) Math.abs(i) * (drawn.size() - 1) / Math.max(1, frames)));
                IntBuffer pixels = ByteBuffer.allocateDirect(request.width() * request.height() * Integer.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asIntBuffer();
                long start = System.nanoTime();
                builder.build(request, frame);
                long built = System.nanoTime();
                painter.submit(frame);
                painter.collect(pixels);
                if (i >= 0) {
                    build[i] = (built - start) / 1e6;
                    draw[i] = (System.nanoTime() - built) / 1e6;
                }
            }
            return new MapFlight.Alone(painter.device(), median(build), median(draw));
        }
    }

    private static FramePainter painter() {
        try {
            return GlPainter.open();
        } catch (OrreryException absent) {
            System.getLogger(RendererAlone.class.getName())
                    .log(System.Logger.Level.DEBUG, "no OpenGL, as in the window", absent);
            return new FlatPainter();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
