package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.render3d.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PickerTest {
    @Test
    void theGridFindsWhatLookingAtEveryBodyFinds() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.getLogger("PickerTest").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        Random random = new Random(seed);
        Sample sample = Sample.ofTypes(160);
        for (int round = 0; round < 4; round++) {
            Camera camera = sample.home(640, 400).orbit(random.nextDouble(), random.nextDouble() - 0.5);
            camera = camera.zoom(1 - round * 0.25, 300, 200, 640, 400);
            Frame frame = new Frame();
            new FrameBuilder().build(sample.request(camera, sample.focusOnBusiest(), 640, 400), frame);
            Picker picker = new Picker(frame);
            for (int i = 0; i < 500; i++) {
                double x = random.nextDouble() * 640;
                double y = random.nextDouble() * 400;
                assertEquals(picker.pickSlowly(x, y, 4), picker.pick(x, y, 4), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void theMiddleOfALoneBodyIsThatBody() {
        Sample sample = Sample.ofTypes(40);
        int body = sample.scene().firstBody(3);
        Camera near = sample.home(800, 600)
                .lookingAt(
                        sample.layout().bodies().x(body),
                        sample.layout().bodies().y(body),
                        sample.layout().bodies().z(body),
                        30);
        FrameRequest request = sample.request(near, Focus.none(), 800, 600);
        Frame frame = new Frame();
        new FrameBuilder().build(request, frame);
        double[] spot = Spotting.locate(request, body);
        int found = new Picker(frame).pick(spot[0], spot[1], 0.5);
        assertEquals(sample.scene().cluster(body), sample.scene().cluster(found));
        assertEquals(-1, new Picker(frame).pick(-1, 10, 4));
        assertEquals(-1, new Picker(frame).pick(10, 700, 4));
    }
}
