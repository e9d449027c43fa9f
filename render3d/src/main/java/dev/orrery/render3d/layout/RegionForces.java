package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Scene;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places the regions as discs on the floor: the more they call each other, the nearer they lie; forces bring
 * them closer than their first seats, and a last pass parts what still overlaps. The whole is wider than deep, as windows are.
 */
final class RegionForces {
    private static final int STEPS = 140;
    private static final double GAP = 1.1;
    private static final double WIDTH = 1.45;

    private final Scene scene;
    private final Points regions;
    private final int[] order;
    private final double[] x;
    private final double[] z;
    private final double[][] coupling;

    RegionForces(Scene scene, Points regions) {
        this.scene = scene;
        this.regions = regions;
        this.x = new double[regions.size()];
        this.z = new double[regions.size()];
        this.coupling = RegionSeats.coupling(scene);
        List<Integer> heavyFirst = IntStream.range(0, regions.size())
                .filter(region -> regions.radius(region) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer region) -> -regions.radius(region)))
                .toList();
        this.order = heavyFirst.stream().mapToInt(Integer::intValue).toArray();
    }

    void run() {
        new RegionSeats(scene, regions, GAP, WIDTH, x, z).seat(order);
        for (int step = 0; step < STEPS; step++) {
            attract(0.06 * (1 - step / (double) STEPS));
            part(0.5);
        }
        for (int step = 0; step < 400 && part(1); step++) {
            // until nothing overlaps
        }
        centre();
        for (int region : order) {
            double lift = new Seeded(region * 7919L + 17).signed() * 0.12 * regions.radius(region);
            regions.place(region, x[region], lift + regions.radius(region) * FreshLayout.FLATNESS, z[region]);
        }
    }

    private void attract(double strength) {
        for (int a : order) {
            for (int b : order) {
                double pull = strength * Math.min(0.5, 2 * coupling[a][b]) * 0.5;
                if (a < b && pull > 0) {
                    double dx = (x[b] - x[a]) * pull;
                    double dz = (z[b] - z[a]) * pull;
                    x[a] += dx;
                    z[a] += dz;
                    x[b] -= dx;
                    z[b] -= dz;
                }
            }
        }
    }

    private boolean part(double share) {
        boolean overlap = false;
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length; j++) {
                int a = order[i];
                int b = order[j];
                double dx = x[b] - x[a];
                double dz = z[b] - z[a];
                double distance = Math.hypot(dx, dz);
                double room = (regions.radius(a) + regions.radius(b)) * GAP;
                if (distance >= room) {
                    continue;
                }
                overlap = true;
                if (distance < 1e-6) {
                    dx = 1e-3 * (j + 1);
                    dz = 1e-3 * (i + 1);
                    distance = Math.hypot(dx, dz);
                }
                double push = share * (room - distance + 1e-3) / distance;
                // The heavier one stays where it is.
                double weight = regions.radius(a) / (double) (regions.radius(a) + regions.radius(b));
                x[b] += dx * push * weight;
                z[b] += dz * push * weight;
                x[a] -= dx * push * (1 - weight);
                z[a] -= dz * push * (1 - weight);
            }
        }
        return overlap;
    }

    private void centre() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double near = Double.MAX_VALUE;
        double far = -Double.MAX_VALUE;
        for (int region : order) {
            left = Math.min(left, x[region] - regions.radius(region));
            right = Math.max(right, x[region] + regions.radius(region));
            near = Math.min(near, z[region] - regions.radius(region));
            far = Math.max(far, z[region] + regions.radius(region));
        }
        for (int region : order) {
            x[region] -= (left + right) / 2;
            z[region] -= (near + far) / 2;
        }
    }
}
