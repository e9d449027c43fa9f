package dev.orrery.render3d.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.scene.Scene;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final SyntheticGraph repository = SyntheticGraph.ofTypes(400, 3);
    private final Scene scene = Scene.of(repository.graph());
    private final Layout layout = Layout.of(scene);

    @Test
    void theSameGraphIsLaidOutTheSameOnAnyNumberOfThreads() throws Exception {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            Layout again =
                    one.submit(() -> Layout.of(Scene.of(repository.graph()))).get();
            for (int body = 0; body < scene.bodyCount(); body++) {
                assertSamePlace(layout.bodies(), body, again.bodies(), body);
            }
        }
    }

    @Test
    void everythingIsFinite() {
        for (Points points : List.of(layout.bodies(), layout.clusters(), layout.regions())) {
            for (int row = 0; row < points.size(); row++) {
                assertTrue(Float.isFinite(points.x(row) + points.y(row) + points.z(row) + points.radius(row)));
            }
        }
    }

    @Test
    void regionsDoNotOverlap() {
        assertNoOverlap(layout);
    }

    @Test
    void clustersLieInTheirRegionAndMembersInTheirCluster() {
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            int region = scene.clusterRegion(cluster);
            double away = Math.hypot(
                    layout.clusters().x(cluster) - layout.regions().x(region),
                    layout.clusters().z(cluster) - layout.regions().z(region));
            assertTrue(away <= layout.regions().radius(region), "cluster " + cluster);
            for (int body = scene.firstBody(cluster); body < scene.endBody(cluster); body++) {
                double dx = layout.bodies().x(body) - layout.clusters().x(cluster);
                double dy = layout.bodies().y(body) - layout.clusters().y(cluster);
                double dz = layout.bodies().z(body) - layout.clusters().z(cluster);
                assertTrue(Math.sqrt(dx * dx + dy * dy + dz * dz)
                        <= layout.clusters().radius(cluster) * 1.001);
            }
        }
    }

    @Test
    void noTwoMembersShareAPlace() {
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            for (int a = scene.firstBody(cluster); a < scene.endBody(cluster); a++) {
                for (int b = a + 1; b < scene.endBody(cluster); b++) {
                    assertTrue(layout.bodies().distance(a, b) > 0.05, "cluster " + cluster);
                }
            }
        }
    }

    @Test
    void whatDidNotChangeDoesNotMove() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.getLogger("LayoutTest").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        Random random = new Random(seed);
        SyntheticGraph now = repository;
        Layout before = layout;
        for (int round = 0; round < 12; round++) {
            String path = now.paths().get(random.nextInt(now.paths().size()));
            now = switch (random.nextInt(3)) {
                case 0 -> now.without(path);
                case 1 -> now.with(path, now.methods(path) + 1 + random.nextInt(4));
                default -> now.with("org/harbour/store/New" + round + ".java", 1 + random.nextInt(12));
            };
            Layout after = before.following(before.scene().following(now.graph()));
            assertKept(before, after);
            assertNoOverlap(after);
            before = after;
        }
    }

    @Test
    void aNewRegionFindsFreeGround() {
        CodeGraph next = repository
                .with("zoo/Elephant.java", 9)
                .with("apple/Pip.java", 2)
                .graph();
        Layout after = layout.following(scene.following(next));
        assertKept(layout, after);
        assertNoOverlap(after);
        int elephant = after.scene().body(after.scene().graph().symbolCount() - 1);
        assertNotEquals(0, after.regions().radius(after.scene().region(elephant)));
    }

    @Test
    void nothingIsLaidOutWithoutTrouble() {
        Layout empty = Layout.of(Scene.of(CodeGraph.empty()));
        assertEquals(0, empty.bodies().size());
        assertEquals(
                scene.bodyCount(),
                empty.following(Scene.of(repository.graph())).bodies().size());
    }

    private static void assertKept(Layout before, Layout after) {
        CodeGraph old = before.scene().graph();
        for (int body = 0; body < before.scene().bodyCount(); body++) {
            int again = after.scene().graph().find(old.key(before.scene().symbol(body)));
            if (again >= 0) {
                assertSamePlace(
                        before.bodies(), body, after.bodies(), after.scene().body(again));
            }
        }
    }

    private static void assertSamePlace(Points a, int row, Points b, int other) {
        assertEquals(a.x(row), b.x(other));
        assertEquals(a.y(row), b.y(other));
        assertEquals(a.z(row), b.z(other));
    }

    private static void assertNoOverlap(Layout placed) {
        Points regions = placed.regions();
        for (int a = 0; a < regions.size(); a++) {
            for (int b = a + 1; b < regions.size(); b++) {
                if (regions.radius(a) > 0 && regions.radius(b) > 0) {
                    double apart = Math.hypot(regions.x(a) - regions.x(b), regions.z(a) - regions.z(b));
                    assertTrue(apart >= regions.radius(a) + regions.radius(b), a + " and " + b);
                }
            }
        }
    }
}
