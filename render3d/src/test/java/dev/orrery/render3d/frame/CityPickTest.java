package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.Sample;
import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.SizeBy;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is pointed at is what a ray from the eye meets first, from everywhere and at every level of detail. */
class CityPickTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    @Test
    void aPickIsWhatARayMeetsFirst() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Sample sample = Sample.ofTypes(90);
        City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);
        int declarations = 0;
        int houses = 0;
        for (int round = 0; round < 12; round++) {
            Camera camera = new Camera(
                    (random.nextDouble() - 0.5) * city.site().width(),
                    random.nextDouble() * 5,
                    (random.nextDouble() - 0.5) * city.site().depth(),
                    4 + 160 * Math.pow(random.nextDouble(), 2),
                    random.nextDouble() * 7,
                    random.nextDouble() * 1.6);
            Detail detail = round % 3 == 0 ? Detail.full() : Detail.moving().scaled(0.02 * random.nextDouble());
            FrameRequest request = sample.cityRequest(city, camera, Focus.none(), WIDTH, HEIGHT)
                    .withDetail(detail);
            Frame frame = new Frame();
            new FrameBuilder().build(request, frame);
            FacePicker picker = new FacePicker(frame);
            Ray ray = new Ray(city, request, frame);
            for (int i = 0; i < 250; i++) {
                double x = random.nextInt(WIDTH) + 0.5;
                double y = random.nextInt(HEIGHT) + 0.5;
                int found = picker.pick(x, y);
                if (isInside(picker, x, y, found)) {
                    int met = ray.first(x, y);
                    if (ray.grazesTheNearPlane) {
                        continue;
                    }
                    assertEquals(met, found, "at " + x + ", " + y + " round " + round + ", seed " + seed);
                    declarations += met >= 0 ? 1 : 0;
                    houses += met < Faces.NOBODY ? 1 : 0;
                }
            }
        }
        assertTrue(houses + declarations > 100, "seed " + seed);
    }

    /** Whether a pixel lies well inside what covers it, so that rounding decides nothing. */
    private static boolean isInside(FacePicker picker, double x, double y, int found) {
        double near = 0.05;
        return picker.pick(x - near, y) == found
                && picker.pick(x + near, y) == found
                && picker.pick(x, y - near) == found
                && picker.pick(x, y + near) == found;
    }

    /** Looks at every box that may be in the picture. */
    private static final class Ray {
        private final City city;
        private final FrameRequest request;
        private final Set<Integer> open = new HashSet<>();
        /** Whether the last ray met something so near that rounding decides whether it is drawn. */
        private boolean grazesTheNearPlane;

        private Ray(City city, FrameRequest request, Frame frame) {
            this.city = city;
            this.request = request;
            for (int face = 0; face < frame.faces().size(); face++) {
                if (frame.faces().owner(face) >= 0) {
                    open.add(city.file(frame.faces().owner(face)));
                }
            }
        }

        private int first(double px, double py) {
            grazesTheNearPlane = false;
            double[] axes = request.camera().axes();
            double focal = Camera.focal(WIDTH, HEIGHT);
            double[] way = new double[3];
            for (int i = 0; i < 3; i++) {
                way[i] = axes[i] * (px - WIDTH / 2.0) / focal + axes[3 + i] * (py - HEIGHT / 2.0) / focal + axes[6 + i];
            }
            double[] eye = {axes[9], axes[10], axes[11]};
            int best = Faces.NOBODY;
            double nearest = Double.MAX_VALUE;
            for (int ward = 0; ward < city.wards().size(); ward++) {
                double t = meets(eye, way, city.wards(), ward, city.wards().top(ward));
                nearest = Math.min(nearest, t);
            }
            for (int file = 0; file < city.files().size(); file++) {
                double t = meets(eye, way, city.files(), file, city.files().top(file));
                if (t < nearest) {
                    nearest = t;
                    best = Faces.file(file);
                }
            }
            for (int body = 0; body < city.bodies().size(); body++) {
                int file = city.file(body);
                if (!open.contains(file) || body == city.mainBody(file)) {
                    continue;
                }
                double rise = opened(file);
                double t = meets(eye, way, city.bodies(), body, CityStage.top(city.bodies(), body, rise));
                if (t < nearest) {
                    nearest = t;
                    best = body;
                }
            }
            return best;
        }

        private double opened(int file) {
            Projection projection = new Projection(request.camera(), WIDTH, HEIGHT);
            Prism prism = new Prism(request, projection);
            Boxes files = city.files();
            prism.take(
                    files.x0(file), files.z0(file), files.x1(file), files.z1(file), files.base(file), files.top(file));
            return CityStage.opened(prism.pixels(files.shorter(file)));
        }

        /**
         * How far along the way a box is met from outside before the near plane; a large number where it is not.
         * Everything stands on something, so nothing is met from below.
         */
        private double meets(double[] eye, double[] way, Boxes boxes, int row, double top) {
            double[] low = {boxes.x0(row), boxes.base(row), boxes.z0(row)};
            double[] high = {boxes.x1(row), top, boxes.z1(row)};
            double enter = 0;
            double leave = Double.MAX_VALUE;
            double fromBelow = -1;
            for (int axis = 0; axis < 3; axis++) {
                double a = (low[axis] - eye[axis]) / way[axis];
                double b = (high[axis] - eye[axis]) / way[axis];
                if (axis == 1 && way[1] > 0 && Math.min(a, b) > 0) {
                    fromBelow = Math.min(a, b);
                }
                enter = Math.max(enter, Math.min(a, b));
                leave = Math.min(leave, Math.max(a, b));
            }
            grazesTheNearPlane |= enter <= leave && Math.abs(enter - Projection.NEAR) < 0.01;
            return enter <= leave && enter >= Projection.NEAR && enter > fromBelow ? enter : Double.MAX_VALUE;
        }
    }

    @Test
    void aHouseIsFoundInTheMiddleOfItsRoofFromAbove() {
        Sample sample = Sample.ofTypes(60);
        City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.LINES);
        for (int file : List.of(0, 7, 31)) {
            Camera above = new Camera(
                    city.files().middleX(file),
                    city.files().top(file),
                    city.files().middleZ(file),
                    400,
                    0,
                    2);
            FrameRequest request = sample.cityRequest(city, above, Focus.none(), WIDTH, HEIGHT);
            Frame frame = new Frame();
            new FrameBuilder().build(request, frame);
            assertEquals(file, Faces.fileOf(new FacePicker(frame).pick(WIDTH / 2.0, HEIGHT / 2.0)));
        }
    }
}
