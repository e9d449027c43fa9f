package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each region a first place on the floor: one after the other, always the one that calls and is called most by those
 * that already have a place, at the free spot nearest to them.
 */
final class RegionSeats {
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    private final Points regions;
    private final double gap;
    private final double width;
    private final double[][] coupling;
    private final List<Integer> seated = new ArrayList<>();
    private final double[] x;
    private final double[] z;

    /**
     * @param gap how many times the sum of their radii two middles keep apart
     * @param width how much wider than deep the whole becomes
     */
    RegionSeats(Scene scene, Points regions, double gap, double width, double[] x, double[] z) {
        this.regions = regions;
        this.gap = gap;
        this.width = Math.sqrt(width);
        this.x = x;
        this.z = z;
        this.coupling = coupling(scene);
    }

    /** Calls in both directions in proportion to what the two could call. */
    static double[][] coupling(Scene scene) {
        int count = scene.regionCount();
        double[][] coupling = new double[count][count];
        Links links = scene.regionLinks();
        for (int link = 0; link < links.size(); link++) {
            int a = links.from(link);
            int b = links.to(link);
            double mass = Math.sqrt((double) scene.regionBodies(a) * scene.regionBodies(b)) + 1;
            coupling[a][b] += links.count(link) / mass;
            coupling[b][a] += links.count(link) / mass;
        }
        return coupling;
    }

    /** Seats the regions with these numbers, the first of them in the middle. */
    void seat(int[] order) {
        List<Integer> waiting = new ArrayList<>();
        for (int region : order) {
            waiting.add(region);
        }
        while (!waiting.isEmpty()) {
            int next = closest(waiting);
            waiting.remove(Integer.valueOf(next));
            place(next);
            seated.add(next);
        }
    }

    /** The heaviest wins where nothing is coupled, since the order is by weight. */
    private int closest(List<Integer> waiting) {
        int best = waiting.getFirst();
        double most = 0;
        for (int region : waiting) {
            double sum = 0;
            for (int other : seated) {
                sum += coupling[region][other];
            }
            if (sum > most) {
                most = sum;
                best = region;
            }
        }
        return best;
    }

    private void place(int region) {
        double weight = 0.02;
        double cx = 0;
        double cz = 0;
        for (int other : seated) {
            weight += coupling[region][other];
            cx += coupling[region][other] * x[other];
            cz += coupling[region][other] * z[other];
        }
        cx /= weight;
        cz /= weight;
        double step = regions.radius(region) * 0.12;
        for (int i = 0; ; i++) {
            double far = step * Math.sqrt(i);
            x[region] = cx + far * Math.cos(i * GOLDEN) * width;
            z[region] = cz + far * Math.sin(i * GOLDEN) / width;
            if (isFree(region)) {
                return;
            }
        }
    }

    private boolean isFree(int region) {
        for (int other : seated) {
            double apart = Math.hypot(x[region] - x[other], z[region] - z[other]);
            if (apart < (regions.radius(region) + regions.radius(other)) * gap) {
                return false;
            }
        }
        return true;
    }
}
