package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.Sample;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.SizeBy;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The frame on the minimap is what the map shows, and dragging it is moving the camera. */
class MinimapTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 150;
    private static final int WIDE = 900;
    private static final int HIGH = 600;

    private final Sample sample = Sample.ofTypes(80);
    private final City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    private Minimap minimap(boolean ofCity) {
        return Minimap.of(sample.layout(), ofCity ? city : null, WIDTH, HEIGHT);
    }

    private Camera anywhere(Minimap minimap) {
        return minimap.camera()
                .orbit(random.nextDouble() * 7, random.nextDouble() * 2 - 1)
                .zoom(Math.pow(0.02, random.nextDouble()), random.nextInt(WIDE), random.nextInt(HIGH), WIDE, HIGH);
    }

    /** Catches a frame that is mirrored, cut off wrongly, or of another plane: compares point by point. */
    @Test
    void aPointOfTheFloorIsInTheFrameExactlyWhenTheMapShowsIt() {
        int in = 0;
        int out = 0;
        for (int round = 0; round < 60; round++) {
            Minimap minimap = minimap(round % 2 == 0);
            Camera camera = anywhere(minimap);
            double level = Math.clamp(camera.y(), minimap.lowest(), minimap.highest());
            double[] outline = minimap.outline(camera, WIDE, HIGH);
            Projection map = new Projection(camera, WIDE, HIGH);
            Floor floor = new Floor(minimap.camera(), WIDTH, HEIGHT, level);
            for (int i = 0; i < 200; i++) {
                double x = 2 + random.nextDouble() * (WIDTH - 4);
                double y = 2 + random.nextDouble() * (HEIGHT - 4);
                double inside = inside(outline, x, y);
                double[] point = floor.under(x, y);
                boolean ahead = map.project(point[0], level, point[1]);
                boolean shown = ahead && map.px >= 0 && map.py >= 0 && map.px <= WIDE && map.py <= HIGH;
                if (Math.abs(inside) > 1e-3) {
                    assertEquals(shown, inside > 0, "seed " + seed + " round " + round + " at " + x + ", " + y);
                    in += shown ? 1 : 0;
                    out += shown ? 0 : 1;
                }
            }
        }
        assertTrue(in > 50 && out > 50, "seed " + seed + ": " + in + " inside, " + out + " outside");
    }

    /** Distance of a point from the nearest edge of a convex polygon, below 0 outside of it. */
    private static double inside(double[] corners, double x, double y) {
        double area = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int j = (i + 2) % corners.length;
            area += corners[i] * corners[j + 1] - corners[j] * corners[i + 1];
        }
        double least = corners.length == 0 ? -1 : Double.MAX_VALUE;
        for (int i = 0; i < corners.length; i += 2) {
            int j = (i + 2) % corners.length;
            double dx = corners[j] - corners[i];
            double dy = corners[j + 1] - corners[i + 1];
            double length = Math.hypot(dx, dy);
            if (length > 1e-6) {
                double side = (dx * (y - corners[i + 1]) - dy * (x - corners[i])) / length;
                least = Math.min(least, area > 0 ? side : -side);
            }
        }
        return least;
    }

    @Test
    void aClickBringsWhatIsUnderItToTheMiddleOfTheMap() {
        for (int round = 0; round < 40; round++) {
            Minimap minimap = minimap(round % 2 == 0);
            Camera before = anywhere(minimap);
            double x = random.nextDouble() * WIDTH;
            double y = random.nextDouble() * HEIGHT;
            Camera after = minimap.at(before, x, y);
            double[] target = minimap.middle(after);
            assertEquals(x, target[0], 0.01, "seed " + seed);
            assertEquals(y, target[1], 0.01, "seed " + seed);
            Projection map = new Projection(after, WIDE, HIGH);
            double level = Math.clamp(before.y(), minimap.lowest(), minimap.highest());
            double[] point = new Floor(minimap.camera(), WIDTH, HEIGHT, level).under(x, y);
            if (map.project(point[0], level, point[1])) {
                assertEquals(WIDE / 2.0, map.px, 0.1, "seed " + seed);
                assertEquals(HIGH / 2.0, map.py, 0.1, "seed " + seed);
            }
            assertEquals(before.distance(), after.distance());
            assertEquals(before.yaw(), after.yaw());
            assertEquals(before.pitch(), after.pitch());
        }
    }

    @Test
    void aDraggedFrameStaysUnderThePointerAndDraggedBackItIsWhereItWas() {
        for (int round = 0; round < 40; round++) {
            Minimap minimap = minimap(round % 2 == 0);
            Camera begin = minimap.at(anywhere(minimap), 60 + random.nextInt(100), 40 + random.nextInt(60));
            double dx = random.nextInt(40) - 20;
            double dy = random.nextInt(40) - 20;
            Camera moved = minimap.dragged(begin, dx, dy);
            double[] from = minimap.middle(begin);
            double[] to = minimap.middle(moved);
            assertEquals(dx, to[0] - from[0], 0.01, "seed " + seed);
            assertEquals(dy, to[1] - from[1], 0.01, "seed " + seed);
            Camera back = minimap.dragged(moved, -dx, -dy);
            assertEquals(begin.x(), back.x(), 1e-3, "seed " + seed);
            assertEquals(begin.z(), back.z(), 1e-3, "seed " + seed);
        }
    }

    @Test
    void draggedOutOfThePictureTheCameraStaysOverTheRepository() {
        Minimap minimap = minimap(false);
        Camera far = minimap.dragged(minimap.camera(), 90_000, -90_000);
        double[] target = minimap.middle(far);
        assertEquals(WIDTH, target[0], 0.1);
        assertEquals(0, target[1], 0.1);
    }
}
