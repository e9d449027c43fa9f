package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.Sample;
import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.SizeBy;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for both scenes from everywhere and at every level of detail, compared with looking at everything. */
class ScenePropertyTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 460;

    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Sample sample = Sample.ofTypes(110);
    private final City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);

    private Camera anywhere(Camera home) {
        return home.orbit(random.nextDouble() * 7, random.nextDouble() * 2 - 1)
                .zoom(
                        Math.pow(0.03, random.nextDouble()),
                        random.nextInt(WIDTH),
                        random.nextInt(HEIGHT),
                        WIDTH,
                        HEIGHT);
    }

    private Detail anyDetail() {
        return random.nextInt(3) == 0 ? Detail.full() : Detail.moving().scaled(Math.pow(0.01, random.nextDouble()));
    }

    private Focus anyFocus() {
        return switch (random.nextInt(3)) {
            case 0 -> Focus.none();
            case 1 -> sample.focusOnBusiest();
            default ->
                Focus.of(
                        sample.scene(),
                        sample.appearance(),
                        random.nextInt(sample.scene().bodyCount()),
                        random.nextInt(3),
                        List.of(random.nextInt(sample.scene().bodyCount())));
        };
    }

    private FrameRequest anyRequest(boolean ofCity) {
        FrameRequest request = ofCity
                ? sample.cityRequest(city, anywhere(CityFraming.whole(city, WIDTH, HEIGHT)), anyFocus(), WIDTH, HEIGHT)
                : sample.request(anywhere(sample.home(WIDTH, HEIGHT)), anyFocus(), WIDTH, HEIGHT);
        return request.withDetail(anyDetail());
    }

    @Test
    void labelsOfNoSceneOverlapNorHideWhatIsLit() {
        int shown = 0;
        for (int round = 0; round < 80; round++) {
            Frame frame = Studio.frame(anyRequest(round % 2 == 0));
            List<LabelPlacer.Placed> labels = Studio.labels(frame);
            for (LabelPlacer.Placed label : labels) {
                String where = "seed " + seed + " round " + round + " " + label;
                assertTrue(label.box().inside(WIDTH, HEIGHT), where);
                for (LabelPlacer.Placed other : labels) {
                    assertTrue(label == other || !label.box().overlaps(other.box()), where + " and " + other);
                }
                if (label.anchor().kind() != Anchor.Kind.SELECTED) {
                    frame.kept().forEach(box -> assertFalse(label.box().overlaps(box), where));
                    for (int i = 0; i < frame.lit().size(); i++) {
                        float radius = frame.lit().radius(i);
                        Box body =
                                new Box(frame.lit().x(i) - radius, frame.lit().y(i) - radius, 2 * radius, 2 * radius);
                        assertFalse(label.box().overlaps(body), where + " on " + body);
                    }
                }
            }
            shown += labels.size();
        }
        assertTrue(shown > 200, "seed " + seed + ": " + shown);
    }

    /** Catches a body that the cutting off of clusters, or a budget, takes the light from. */
    @Test
    void everyLitBodyInThePictureIsDrawnAtEveryDetail() {
        int lit = 0;
        for (int round = 0; round < 60; round++) {
            FrameRequest request = anyRequest(false);
            Frame frame = Studio.frame(request);
            Set<Integer> drawn = new HashSet<>();
            for (int i = 0; i < frame.lit().size(); i++) {
                drawn.add(frame.lit().body(i));
            }
            Projection projection = new Projection(request.camera(), WIDTH, HEIGHT);
            Points bodies = sample.layout().bodies();
            for (int body : request.focus().lit()) {
                if (projection.project(bodies.x(body), bodies.y(body), bodies.z(body))
                        && projection.px > 0
                        && projection.py > 0
                        && projection.px < WIDTH
                        && projection.py < HEIGHT
                        && projection.pixels(sample.appearance().radius(body)) < HEIGHT * 0.4) {
                    assertTrue(drawn.contains(body), "seed " + seed + " round " + round + " body " + body);
                    lit++;
                }
            }
        }
        assertTrue(lit > 20, "seed " + seed);
    }

    /** Catches a house that a ward's cut, or the picture's edge, takes away: a roof has an owner wherever its middle is seen. */
    @Test
    void everyHouseWithARoofInThePictureIsDrawnAtEveryDetail() {
        int seen = 0;
        for (int round = 0; round < 60; round++) {
            FrameRequest request = anyRequest(true);
            Frame frame = Studio.frame(request);
            Set<Integer> owners = new HashSet<>();
            for (int face = 0; face < frame.faces().size(); face++) {
                owners.add(frame.faces().owner(face));
            }
            double eye = request.camera().axes()[10];
            Projection projection = new Projection(request.camera(), WIDTH, HEIGHT);
            Boxes files = city.files();
            for (int file = 0; file < files.size(); file++) {
                if (eye > files.top(file) + 0.01
                        && projection.project(files.middleX(file), files.top(file), files.middleZ(file))
                        && projection.px > 1
                        && projection.py > 1
                        && projection.px < WIDTH - 1
                        && projection.py < HEIGHT - 1) {
                    assertTrue(owners.contains(Faces.file(file)), "seed " + seed + " round " + round + " file " + file);
                    seen++;
                }
            }
        }
        assertTrue(seen > 200, "seed " + seed);
    }

    @Test
    void aPickIsWhatLookingAtEveryBodyFindsAtEveryDetail() {
        for (int round = 0; round < 20; round++) {
            Frame frame = Studio.frame(anyRequest(false));
            Picker picker = new Picker(frame);
            for (int i = 0; i < 150; i++) {
                double x = random.nextDouble() * WIDTH;
                double y = random.nextDouble() * HEIGHT;
                assertEquals(picker.pickSlowly(x, y, 4), picker.pick(x, y, 4), "seed " + seed + " round " + round);
            }
        }
    }
}
