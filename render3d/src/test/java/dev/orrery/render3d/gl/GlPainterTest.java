package dev.orrery.render3d.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.orrery.api.OrreryException;
import dev.orrery.base.Messages;
import dev.orrery.render3d.Sample;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.scene.MapTheme;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Needs a context of OpenGL 3.3, which Mesa gives without a display. */
class GlPainterTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    @Test
    void bothPaintersPaintTheSamePicture() throws OrreryException {
        for (MapTheme theme : MapTheme.values()) {
            Sample sample = Sample.ofTypes(120, theme);
            Frame frame = frame(sample, sample.focusOnBusiest(), Detail.full());
            try (GlPainter gl = open();
                    FlatPainter flat = new FlatPainter()) {
                double apart = difference(paint(gl, frame), paint(flat, frame));
                assertTrue(apart < 2, theme + ": " + apart + " of 255 apart on average");
            }
        }
    }

    @Test
    void aMovingPictureResemblesTheOneAtRest() throws OrreryException {
        Sample sample = Sample.ofTypes(120);
        try (GlPainter gl = open()) {
            IntBuffer moving = paint(gl, frame(sample, Focus.none(), Detail.moving()));
            IntBuffer resting = paint(gl, frame(sample, Focus.none(), Detail.full()));
            assertTrue(difference(moving, resting) < 6, "apart " + difference(moving, resting));
        }
    }

    @Test
    void thePictureIsOpaqueAndShowsBodiesWhereTheFrameSaysSo() throws OrreryException {
        Sample sample = Sample.ofTypes(60);
        Frame frame = frame(sample, Focus.none(), Detail.full());
        try (GlPainter gl = open()) {
            IntBuffer pixels = paint(gl, frame);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                assertEquals(0xff, pixels.get(i) >>> 24);
            }
            // The nearest body is painted last: its own hue must dominate its middle.
            int nearest = frame.dim().size() - 1;
            int wanted = frame.dim().argb(nearest);
            int found = pixels.get(
                    (int) frame.dim().y(nearest) * WIDTH + (int) frame.dim().x(nearest));
            assertEquals(strongest(wanted), strongest(found));
        }
    }

    @Test
    void aLostContextIsOpenedAgainAndThePictureIsTheSame() throws OrreryException {
        Sample sample = Sample.ofTypes(60);
        Frame frame = frame(sample, sample.focusOnBusiest(), Detail.full());
        try (GlPainter gl = open()) {
            IntBuffer before = paint(gl, frame);
            gl.lose();
            IntBuffer after = paint(gl, frame);
            assertEquals(0, difference(before, after));
            gl.submit(frame);
            gl.lose();
            IntBuffer late = pixels();
            gl.collect(late);
            assertEquals(0, difference(before, late));
        }
    }

    @Test
    void manyContextsOpenAndCloseAndSizesMayChange() throws OrreryException {
        Sample sample = Sample.ofTypes(30);
        for (int round = 0; round < 25; round++) {
            try (GlPainter gl = open()) {
                IntBuffer once = paint(gl, frame(sample, Focus.none(), Detail.moving()));
                assertTrue(once.get(WIDTH * HEIGHT / 2) != 0);
                Frame small = new Frame();
                new FrameBuilder().build(sample.request(sample.home(64, 48), Focus.none(), 64, 48), small);
                gl.submit(small);
                gl.collect(pixels());
                paint(gl, frame(sample, Focus.none(), Detail.full()));
            }
        }
    }

    @Test
    void theDeviceSaysWhetherItIsTheProcessor() throws OrreryException {
        try (GlPainter gl = open()) {
            boolean software = gl.device().toLowerCase(Locale.ROOT).contains("llvmpipe");
            assertEquals(software, gl.speed() == FramePainter.Speed.PROCESSOR && software);
            assertTrue(!gl.device().isBlank());
        }
    }

    private static GlPainter open() {
        try {
            return GlPainter.open();
        } catch (OrreryException missing) {
            return abort("skipped: " + Messages.of(Locale.ENGLISH).text(missing.userMessage()));
        }
    }

    private static Frame frame(Sample sample, Focus focus, Detail detail) {
        Frame frame = new Frame();
        FrameRequest request = sample.request(sample.home(WIDTH, HEIGHT), focus, WIDTH, HEIGHT);
        new FrameBuilder().build(request.withDetail(detail), frame);
        return frame;
    }

    private static IntBuffer paint(FramePainter painter, Frame frame) throws OrreryException {
        IntBuffer pixels = pixels();
        painter.submit(frame);
        painter.collect(pixels);
        return pixels;
    }

    private static IntBuffer pixels() {
        return ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    private static double difference(IntBuffer a, IntBuffer b) {
        long sum = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(((a.get(i) >> shift) & 255) - ((b.get(i) >> shift) & 255));
            }
        }
        return sum / (3.0 * WIDTH * HEIGHT);
    }

    private static int strongest(int argb) {
        int r = (argb >> 16) & 255;
        int g = (argb >> 8) & 255;
        int b = argb & 255;
        return r >= g && r >= b ? 0 : g >= b ? 1 : 2;
    }
}
