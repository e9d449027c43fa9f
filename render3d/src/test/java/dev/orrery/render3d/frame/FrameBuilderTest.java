package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.Sample;
import dev.orrery.render3d.layout.Points;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameBuilderTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private final Sample sample = Sample.ofTypes(250);

    private Frame build(FrameRequest request) {
        Frame frame = new Frame();
        new FrameBuilder().build(request, frame);
        return frame;
    }

    @Test
    void theViewOfTheWholeDrawsEveryBodyAndCountsEveryCall() {
        Frame frame = build(sample.request(sample.home(WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT));
        Tally tally = frame.tally();
        assertEquals(sample.scene().bodyCount(), tally.bodies());
        assertEquals(sample.scene().calls(), tally.totalCalls());
        assertEquals(0, tally.outsideCalls());
        assertTrue(tally.calls() > 0 && tally.bundledCalls() > 0);
    }

    /** Nothing is left out in silence: catches calls that two stages count, and calls that no stage counts. */
    @Test
    void everyCallIsCountedOnceFromEverywhereAtEveryBudget() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Camera camera = sample.home(WIDTH, HEIGHT)
                    .orbit(random.nextDouble() * 6, random.nextDouble() - 0.5)
                    .zoom(
                            Math.pow(0.01, random.nextDouble()),
                            random.nextInt(WIDTH),
                            random.nextInt(HEIGHT),
                            WIDTH,
                            HEIGHT);
            Detail detail = random.nextInt(4) == 0
                    ? Detail.full()
                    : Detail.moving().scaled(Math.pow(0.001, random.nextDouble()) * 1.5);
            Tally tally = build(
                            sample.request(camera, Focus.none(), WIDTH, HEIGHT).withDetail(detail))
                    .tally();
            assertEquals(
                    sample.scene().calls(),
                    tally.calls() + tally.bundledCalls() + tally.meltedCalls() + tally.outsideCalls(),
                    "seed " + seed + " " + tally);
            assertTrue(
                    tally.calls() <= tally.visibleCalls() && tally.bodies() <= tally.visibleBodies(), "seed " + seed);
        }
    }

    /** Catches bundles that vanish while the map moves: of every pair of regions at least one strand is drawn. */
    @Test
    void everyPairOfRegionsKeepsABundleWhileMoving() {
        Camera home = sample.home(WIDTH, HEIGHT);
        Tally rest = build(sample.request(home, Focus.none(), WIDTH, HEIGHT)).tally();
        Tally moving = build(sample.request(home, Focus.none(), WIDTH, HEIGHT).withDetail(Detail.moving()))
                .tally();
        assertTrue(sample.scene().regionLinks().size() <= Detail.moving().bundles());
        assertTrue(moving.bundledCalls() > 0 && moving.bundles() <= rest.bundles(), moving + " " + rest);
        assertTrue(
                moving.bundledCalls()
                        >= java.util.stream.IntStream.range(
                                        0, sample.scene().regionLinks().size())
                                .map(sample.scene().regionLinks()::count)
                                .sum(),
                moving.toString());
    }

    @Test
    void theViewOfTheWholeCutsNoRegionOff() {
        Frame frame = build(sample.request(sample.home(WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT));
        for (int i = 0; i < frame.dim().size(); i++) {
            assertTrue(
                    frame.dim().x(i) >= 0 && frame.dim().x(i) <= WIDTH,
                    "x " + frame.dim().x(i));
            assertTrue(
                    frame.dim().y(i) >= 0 && frame.dim().y(i) <= HEIGHT,
                    "y " + frame.dim().y(i));
        }
    }

    @Test
    void cullingLosesNoBodyWhoseMiddleIsInThePicture() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.getLogger("FrameBuilderTest").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            Camera camera = sample.home(WIDTH, HEIGHT)
                    .orbit(random.nextDouble() * 6, random.nextDouble() - 0.5)
                    .zoom(0.1 + random.nextDouble(), random.nextInt(WIDTH), random.nextInt(HEIGHT), WIDTH, HEIGHT);
            Frame frame = build(sample.request(camera, Focus.none(), WIDTH, HEIGHT));
            BitSet drawn = new BitSet();
            for (int i = 0; i < frame.dim().size(); i++) {
                drawn.set(frame.dim().body(i));
            }
            Projection projection = new Projection(camera, WIDTH, HEIGHT);
            Points bodies = sample.layout().bodies();
            for (int body = 0; body < bodies.size(); body++) {
                if (projection.project(bodies.x(body), bodies.y(body), bodies.z(body))
                        && projection.px >= 0
                        && projection.py >= 0
                        && projection.px < WIDTH
                        && projection.py < HEIGHT) {
                    double radius = projection.pixels(sample.appearance().radius(body));
                    assertTrue(drawn.get(body) || radius < 0.15 || radius > HEIGHT * 0.55, "body " + body);
                }
            }
        }
    }

    @Test
    void aBudgetIsKeptAndTheMostImportantBodiesStay() {
        Detail small = new Detail(600, 200, 50, Detail.Finish.MOVING);
        Frame frame = build(sample.request(sample.home(WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT)
                .withDetail(small));
        assertTrue(
                frame.dim().size() <= 600 + sample.scene().clusterCount() / 2,
                "bodies " + frame.dim().size());
        BitSet drawn = new BitSet();
        for (int i = 0; i < frame.dim().size(); i++) {
            drawn.set(frame.dim().body(i));
        }
        for (int cluster = 0; cluster < sample.scene().clusterCount(); cluster++) {
            assertTrue(drawn.get(sample.scene().firstBody(cluster)), "type of cluster " + cluster);
        }
    }

    @Test
    void bodiesComeFarFirst() {
        Frame frame = build(sample.request(sample.home(WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT));
        for (int i = 1; i < frame.dim().size(); i++) {
            assertTrue(frame.dim().depth(i) <= frame.dim().depth(i - 1) * 1.001);
        }
    }

    @Test
    void theSelectionIsLitWithEveryCallerAndCallee() {
        Focus focus = sample.focusOnBusiest();
        Frame frame = build(sample.request(sample.home(WIDTH, HEIGHT), focus, WIDTH, HEIGHT));
        BitSet lit = new BitSet();
        for (int i = 0; i < frame.lit().size(); i++) {
            lit.set(frame.lit().body(i));
        }
        int selected = sample.busiest();
        assertTrue(lit.get(selected));
        var links = sample.scene().links();
        for (int link = links.first(selected); link < links.end(selected); link++) {
            assertTrue(lit.get(links.to(link)));
        }
        for (int i = 0; i < links.incomingCount(selected); i++) {
            assertTrue(lit.get(links.from(links.incoming(selected, i))));
        }
        assertEquals(
                1,
                frame.anchors().stream()
                        .filter(anchor -> anchor.kind() == Anchor.Kind.SELECTED)
                        .count());
    }

    @Test
    void aPathIsAnUnbrokenChainOfCalls() {
        int start = sample.busiest();
        var links = sample.scene().links();
        int end = links.to(links.first(links.to(links.first(start))));
        Focus path = Focus.path(sample.scene(), sample.appearance(), start, end);
        int at = start;
        for (Focus.Ray ray : path.rays()) {
            assertEquals(at, links.from(ray.link()));
            at = links.to(ray.link());
        }
        assertEquals(end, at);
    }

    /** Catches chains that are not the shortest: the naive answer looks at every pair of members. */
    @Test
    void aPathBetweenTypesIsTheShortestBetweenAnyOfTheirMembers() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        var scene = sample.scene();
        int found = 0;
        for (int round = 0; round < 12; round++) {
            int from = random.nextInt(scene.clusterCount());
            int to = random.nextInt(scene.clusterCount());
            if (from == to || !scene.hasHub(from) || !scene.hasHub(to)) {
                continue;
            }
            Focus path = Focus.path(scene, sample.appearance(), scene.firstBody(from), scene.firstBody(to));
            int[] there = steps(from);
            int[] back = steps(to);
            int shortest = nearest(there, to) > 0 ? nearest(there, to) : nearest(back, from);
            assertEquals(shortest, path.rays().size(), "seed " + seed + " from " + from + " to " + to);
            found += shortest > 0 ? 1 : 0;
        }
        assertTrue(found > 2, "seed " + seed);
    }

    /** How many calls each body is away from the nearest member of a type; found by asking again and again. */
    private int[] steps(int cluster) {
        int[] steps = new int[sample.scene().bodyCount()];
        java.util.Arrays.fill(steps, Integer.MAX_VALUE);
        for (int body = sample.scene().firstBody(cluster); body < sample.scene().endBody(cluster); body++) {
            steps[body] = 0;
        }
        var links = sample.scene().links();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int link = 0; link < links.size(); link++) {
                int before = steps[links.from(link)];
                if (before < Integer.MAX_VALUE && before + 1 < steps[links.to(link)]) {
                    steps[links.to(link)] = before + 1;
                    changed = true;
                }
            }
        }
        return steps;
    }

    /** The least steps to a member of a type; 0 where there is no way. */
    private int nearest(int[] steps, int cluster) {
        int least = Integer.MAX_VALUE;
        for (int body = sample.scene().firstBody(cluster); body < sample.scene().endBody(cluster); body++) {
            least = Math.min(least, steps[body]);
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        Camera camera = sample.home(WIDTH, HEIGHT).orbit(0.4, 0.1);
        Camera nearer = camera.zoom(0.7, 640, 180, WIDTH, HEIGHT);
        double unit = camera.distance() / Camera.focal(WIDTH, HEIGHT);
        Camera at = camera.pan((640 - WIDTH / 2.0) * unit, (HEIGHT / 2.0 - 180) * unit);
        Projection projection = new Projection(nearer, WIDTH, HEIGHT);
        assertTrue(projection.project(at.x(), at.y(), at.z()));
        assertEquals(640, projection.px, 0.5);
        assertEquals(180, projection.py, 0.5);
    }

    @Test
    void hopsReachFartherThanNeighbours() {
        Focus one = Focus.of(sample.scene(), sample.appearance(), sample.busiest(), 1, List.of());
        Focus two = Focus.of(sample.scene(), sample.appearance(), sample.busiest(), 2, List.of());
        assertTrue(two.lit().length > one.lit().length);
        for (int body : one.lit()) {
            assertEquals(one.role(body), two.role(body));
        }
    }
}
