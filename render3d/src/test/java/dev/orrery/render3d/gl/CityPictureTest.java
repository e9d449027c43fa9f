package dev.orrery.render3d.gl;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.orrery.api.OrreryException;
import dev.orrery.base.Messages;
import dev.orrery.render3d.Sample;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.CityFraming;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Passage;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.SizeBy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The city as OpenGL and the processor paint it; needs a context of OpenGL 3.3. */
class CityPictureTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    @Test
    void bothPaintersPaintTheSameCityInBothThemesAndOnTheWayThere() throws OrreryException {
        for (MapTheme theme : MapTheme.values()) {
            Sample sample = Sample.ofTypes(120, theme);
            City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);
            FrameRequest whole = sample.cityRequest(
                    city, CityFraming.whole(city, WIDTH, HEIGHT), sample.focusOnBusiest(), WIDTH, HEIGHT);
            FrameRequest near = sample.cityRequest(city, whole.camera().approach(0.2), Focus.none(), WIDTH, HEIGHT);
            FrameRequest between = new FrameRequest(
                    sample.layout().towards(city.layout(), 0.6),
                    whole.appearance(),
                    whole.camera(),
                    Focus.none(),
                    WIDTH,
                    HEIGHT,
                    1,
                    Detail.full(),
                    new Passage(city, 0.6));
            try (GlPainter gl = open();
                    FlatPainter flat = new FlatPainter()) {
                for (FrameRequest request : new FrameRequest[] {whole, near, between}) {
                    Frame frame = new Frame();
                    new FrameBuilder().build(request, frame);
                    assertTrue(frame.faces().size() > 100);
                    double apart = difference(paint(gl, frame), paint(flat, frame));
                    assertTrue(apart < 5, theme + ": " + apart + " of 255 apart on average");
                }
            }
        }
    }

    private static GlPainter open() {
        try {
            return GlPainter.open();
        } catch (OrreryException missing) {
            return abort("skipped: " + Messages.of(Locale.ENGLISH).text(missing.userMessage()));
        }
    }

    private static IntBuffer paint(FramePainter painter, Frame frame) throws OrreryException {
        IntBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        painter.submit(frame);
        painter.collect(pixels);
        return pixels;
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
}
