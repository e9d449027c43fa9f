package dev.orrery.render3d.city;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.scene.Measures;
import dev.orrery.render3d.scene.Metrics;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CityTest {
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final SyntheticGraph repository = SyntheticGraph.ofTypes(220, seed);
    private final City city = City.of(Scene.of(repository.graph()), SizeBy.LINES, SizeBy.FAN_IN);

    @ParameterizedTest
    @EnumSource(SizeBy.class)
    void areasInOneFolderAreProportionalToTheMetric(SizeBy metric) {
        City measured = City.of(city.scene(), metric, SizeBy.LINES);
        CodeGraph graph = measured.scene().graph();
        Map<String, Double> areaOfOne = new HashMap<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            Plot cell = cell(measured.files(), file);
            double perWeight = cell.width() * cell.depth() / measured.weight(file);
            String folder = graph.path(file).substring(0, graph.path(file).lastIndexOf('/'));
            double known = areaOfOne.computeIfAbsent(folder, first -> perWeight);
            assertEquals(1, perWeight / known, 1e-3, () -> folder + ", seed " + seed);
        }
    }

    /** The cell around walls: alleys are a twentieth of it, up to a third of a unit. */
    private static Plot cell(Boxes files, int file) {
        Plot walls = plot(files, file);
        double shorter = walls.shorter();
        double alley = shorter / 0.9 * 0.05 < 0.35 ? shorter / 0.9 * 0.05 : 0.35;
        return walls.inset(-alley);
    }

    private static Plot plot(Boxes boxes, int row) {
        return new Plot(boxes.x0(row), boxes.z0(row), boxes.x1(row), boxes.z1(row));
    }

    @Test
    void nothingOverlaps() {
        Boxes files = city.files();
        for (int a = 0; a < files.size(); a++) {
            assertTrue(plot(files, a).shorter() > 0, "seed " + seed);
            for (int b = a + 1; b < files.size(); b++) {
                assertTrue(
                        apart(plot(files, a), plot(files, b)),
                        city.scene().graph().path(a) + " and "
                                + city.scene().graph().path(b) + ", seed " + seed);
            }
        }
        Boxes bodies = city.bodies();
        Scene scene = city.scene();
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            for (int a = scene.firstBody(cluster) + 1; a < scene.endBody(cluster); a++) {
                for (int b = a + 1; b < scene.endBody(cluster); b++) {
                    assertTrue(apart(plot(bodies, a), plot(bodies, b)), "bodies, seed " + seed);
                }
            }
        }
    }

    private static boolean apart(Plot a, Plot b) {
        return a.x1() <= b.x0() || b.x1() <= a.x0() || a.z1() <= b.z0() || b.z1() <= a.z0();
    }

    @Test
    void everythingLiesInItsParent() {
        CodeGraph graph = city.scene().graph();
        for (int ward = 0; ward < city.wards().size(); ward++) {
            assertTrue(inside(plot(city.wards(), ward), city.site()), "seed " + seed);
        }
        for (int file = 0; file < graph.fileCount(); file++) {
            Plot walls = plot(city.files(), file);
            int region = city.scene().regions().ofFile(file);
            boolean found = false;
            for (int ward = 0; ward < city.wards().size(); ward++) {
                found |= city.ward(ward).level() == 1
                        && city.ward(ward).region() == region
                        && inside(walls, plot(city.wards(), ward));
            }
            assertTrue(found, graph.path(file) + ", seed " + seed);
        }
        for (int body = 0; body < city.scene().bodyCount(); body++) {
            assertTrue(inside(plot(city.bodies(), body), plot(city.files(), city.file(body))), "seed " + seed);
            assertTrue(city.bodies().top(body) >= city.files().top(city.file(body)), "seed " + seed);
        }
    }

    private static boolean inside(Plot inner, Plot outer) {
        return inner.x0() >= outer.x0() - 1e-4
                && inner.z0() >= outer.z0() - 1e-4
                && inner.x1() <= outer.x1() + 1e-4
                && inner.z1() <= outer.z1() + 1e-4;
    }

    @Test
    void theSameGraphIsBuiltTheSame() {
        City again = City.of(Scene.of(repository.graph()), SizeBy.LINES, SizeBy.FAN_IN);
        assertArrayEquals(corners(city), corners(again));
        City same = city.following(
                city.scene().following(repository.graph()),
                new Measures(repository.graph(), Metrics.NONE),
                SizeBy.LINES,
                SizeBy.FAN_IN);
        assertArrayEquals(corners(city), corners(same));
    }

    private static float[] corners(City of) {
        Boxes files = of.files();
        float[] corners = new float[files.size() * 5];
        for (int file = 0; file < files.size(); file++) {
            corners[file * 5] = files.x0(file);
            corners[file * 5 + 1] = files.z0(file);
            corners[file * 5 + 2] = files.x1(file);
            corners[file * 5 + 3] = files.z1(file);
            corners[file * 5 + 4] = files.top(file);
        }
        return corners;
    }

    @Test
    void aChangedFileLeavesAllOthersOnTheirSideAndNearTheirPlaces() {
        Random random = new Random(seed);
        String changed =
                repository.paths().get(random.nextInt(repository.paths().size()));
        SyntheticGraph next = repository.with(changed, 1 + random.nextInt(40));
        City after = city.following(
                city.scene().following(next.graph()),
                new Measures(next.graph(), Metrics.NONE),
                SizeBy.LINES,
                SizeBy.FAN_IN);
        assertOrderKept(after);
        Shift shift = new Shift(city, after, changed);
        CodeGraph graph = city.scene().graph();
        for (int file = 0; file < graph.fileCount(); file++) {
            String path = graph.path(file);
            if (!path.equals(changed)) {
                double bound = shift.bound(path);
                Plot was = plot(city.files(), file);
                Plot is = plot(after.files(), after.scene().graph().findFile(path));
                double moved = Math.max(
                        Math.max(Math.abs(was.x0() - is.x0()), Math.abs(was.x1() - is.x1())),
                        Math.max(Math.abs(was.z0() - is.z0()), Math.abs(was.z1() - is.z1())));
                assertTrue(moved <= bound, path + " moved " + moved + " of " + bound + ", seed " + seed);
            }
        }
    }

    /**
     * The bound that a city keeps: an edge moves by no more than, summed over the cuts that it shares with what changed,
     * the extent of the cut's ground times the change as a share of the weight there; streets add a tenth.
     */
    private record Shift(City before, City after, String changed) {
        double bound(String path) {
            return 1.1 * along(java.util.Objects.requireNonNull(before.plan()), path, longest()) + 1e-3;
        }

        private double longest() {
            return Math.max(before.site().width(), before.site().depth());
        }

        private double along(Parcel at, String path, double extent) {
            if (!holds(at, path) || !holds(at, changed)) {
                return 0;
            }
            return switch (at) {
                case Parcel.Lot lot -> 0;
                case Parcel.Ward ward -> along(ward.inside(), path, extent);
                case Parcel.Cut cut -> {
                    double was = weight(before, changed);
                    double is = weight(after, changed);
                    double all = Math.min(sum(cut, before), sum(cut, after));
                    double here = extent * Math.abs(is - was) / all;
                    yield here + along(cut.low(), path, extent) + along(cut.high(), path, extent);
                }
            };
        }

        private static double sum(Parcel at, City city) {
            return switch (at) {
                case Parcel.Lot lot -> weight(city, lot.path());
                case Parcel.Ward ward -> sum(ward.inside(), city);
                case Parcel.Cut cut -> sum(cut.low(), city) + sum(cut.high(), city);
            };
        }

        private static double weight(City city, String path) {
            CodeGraph graph = city.scene().graph();
            return city.weight(graph.findFile(path));
        }

        private static boolean holds(Parcel at, String path) {
            return switch (at) {
                case Parcel.Lot lot -> lot.path().equals(path);
                case Parcel.Ward ward -> holds(ward.inside(), path);
                case Parcel.Cut cut -> holds(cut.low(), path) || holds(cut.high(), path);
            };
        }
    }

    @Test
    void filesComeAndGoAndTheOthersKeepTheirOrder() {
        Random random = new Random(seed + 1);
        SyntheticGraph next = repository;
        City now = city;
        for (int step = 0; step < 12; step++) {
            String path = next.paths().get(random.nextInt(next.paths().size()));
            next = random.nextBoolean()
                    ? next.without(path)
                    : next.with(path.substring(0, path.lastIndexOf('/')) + "/New" + step + ".java", 6);
            now = now.following(
                    now.scene().following(next.graph()),
                    new Measures(next.graph(), Metrics.NONE),
                    SizeBy.LINES,
                    SizeBy.FAN_IN);
            assertEquals(next.paths().size(), now.files().size());
        }
        assertOrderKept(now);
        for (int a = 0; a < now.files().size(); a++) {
            assertTrue(inside(plot(now.files(), a), now.site()), "seed " + seed);
            for (int b = a + 1; b < now.files().size(); b++) {
                assertTrue(apart(plot(now.files(), a), plot(now.files(), b)), "seed " + seed);
            }
        }
    }

    /** Two files that a cut parted still lie on the same sides of one another. */
    private void assertOrderKept(City after) {
        CodeGraph graph = city.scene().graph();
        for (int a = 0; a < graph.fileCount(); a++) {
            int a2 = after.scene().graph().findFile(graph.path(a));
            for (int b = 0; b < graph.fileCount() && a2 >= 0; b++) {
                int b2 = after.scene().graph().findFile(graph.path(b));
                if (b2 >= 0 && a != b) {
                    Plot was = plot(city.files(), a);
                    Plot other = plot(city.files(), b);
                    Plot is = plot(after.files(), a2);
                    Plot beside = plot(after.files(), b2);
                    boolean kept = was.x1() <= other.x0() && is.x1() <= beside.x0()
                            || other.x1() <= was.x0() && beside.x1() <= is.x0()
                            || was.z1() <= other.z0() && is.z1() <= beside.z0()
                            || other.z1() <= was.z0() && beside.z1() <= is.z0();
                    assertTrue(kept, graph.path(a) + " and " + graph.path(b) + ", seed " + seed);
                }
            }
        }
    }

    @Test
    void nothingIsBuiltOfNothing() {
        City empty = City.of(Scene.of(CodeGraph.empty()), SizeBy.LINES, SizeBy.FAN_IN);
        assertEquals(0, empty.files().size());
        assertEquals(0, empty.wards().size());
    }
}
