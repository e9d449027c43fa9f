package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;

/**
 * Spreads the clusters of one region inside a flat ellipsoid around the origin: coupled ones attract each other, all push
 * away their near neighbours, everything is drawn to the middle. Neighbours come from a grid of cells, so that one step
 * costs time in proportion to the clusters; forces cool down as in Fruchterman and Reingold (1991).
 */
final class ClusterForces {
    private static final int STEPS = 70;
    /** Middles of clusters keep this many times the sum of their radii apart. */
    private static final double ROOM = 1.75;

    private final Scene scene;
    private final Points clusters;
    private final int first;
    private final int count;
    private final double radius;
    private final double largest;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] dx;
    private final double[] dy;
    private final double[] dz;

    ClusterForces(Scene scene, int region, Points clusters) {
        this.scene = scene;
        this.clusters = clusters;
        this.first = scene.firstCluster(region);
        this.count = scene.endCluster(region) - first;
        double volume = 0;
        double most = 0;
        for (int i = 0; i < count; i++) {
            volume += Math.pow(clusters.radius(first + i), 3);
            most = Math.max(most, clusters.radius(first + i));
        }
        this.radius = Math.cbrt(volume / FreshLayout.FLATNESS) * 3.6;
        this.largest = most;
        x = new double[count];
        y = new double[count];
        z = new double[count];
        dx = new double[count];
        dy = new double[count];
        dz = new double[count];
    }

    /** Writes the places, relative to the region's middle; answers the region's horizontal radius, 0 for an empty one. */
    double run() {
        if (count == 0) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            double[] at = new Seeded(scene.clusterKey(first + i)).inBall(0.6);
            x[i] = at[0] * radius;
            y[i] = at[1] * radius;
            z[i] = at[2] * radius;
        }
        for (int step = 0; step < STEPS; step++) {
            double heat = 1 - step / (double) STEPS;
            attract(heat);
            repel();
            apply(radius * 0.12 * heat + 0.2);
        }
        centre();
        double reach = 0;
        for (int i = 0; i < count; i++) {
            double size = clusters.radius(first + i);
            reach = Math.max(reach, Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]) + size);
            clusters.place(first + i, x[i], y[i] * FreshLayout.FLATNESS, z[i]);
        }
        return reach * 1.04 + 1;
    }

    /** Moves the middle of all that weighs to the middle of the region, so that its light falls where its bodies are. */
    private void centre() {
        double weight = 0;
        double mx = 0;
        double my = 0;
        double mz = 0;
        for (int i = 0; i < count; i++) {
            double mass = Math.pow(clusters.radius(first + i), 3);
            weight += mass;
            mx += x[i] * mass;
            my += y[i] * mass;
            mz += z[i] * mass;
        }
        for (int i = 0; i < count; i++) {
            x[i] -= mx / weight;
            y[i] -= my / weight;
            z[i] -= mz / weight;
        }
    }

    private void attract(double heat) {
        Links links = scene.clusterLinks();
        for (int i = 0; i < count; i++) {
            double pull = 0.012;
            dx[i] = -x[i] * pull;
            dy[i] = -y[i] * pull;
            dz[i] = -z[i] * pull;
        }
        for (int i = 0; i < count; i++) {
            for (int link = links.first(first + i); link < links.end(first + i); link++) {
                int j = links.to(link) - first;
                if (j >= 0 && j < count) {
                    double strength = 0.012 * heat * Math.min(4, 1 + Math.log(links.count(link)));
                    double fanIn = Math.sqrt(links.incomingCount(first + j) + 1.0);
                    pull(i, j, strength / Math.sqrt(fanIn));
                }
            }
        }
    }

    private void pull(int i, int j, double strength) {
        double px = (x[j] - x[i]) * strength;
        double py = (y[j] - y[i]) * strength;
        double pz = (z[j] - z[i]) * strength;
        dx[i] += px;
        dy[i] += py;
        dz[i] += pz;
        dx[j] -= px;
        dy[j] -= py;
        dz[j] -= pz;
    }

    private void repel() {
        double spacing = ROOM * (largest + largest);
        CellGrid grid = new CellGrid(spacing, x, y, z);
        for (int i = 0; i < count; i++) {
            grid.forLaterNeighbours(i, this::push);
        }
    }

    private void push(int i, int j) {
        double px = x[i] - x[j];
        double py = y[i] - y[j];
        double pz = z[i] - z[j];
        double distance = Math.sqrt(px * px + py * py + pz * pz) + 1e-6;
        double room = ROOM * (clusters.radius(first + i) + clusters.radius(first + j));
        if (distance < room) {
            double push = 0.35 * (room - distance) / distance;
            dx[i] += px * push;
            dy[i] += py * push;
            dz[i] += pz * push;
            dx[j] -= px * push;
            dy[j] -= py * push;
            dz[j] -= pz * push;
        }
    }

    private void apply(double most) {
        for (int i = 0; i < count; i++) {
            double length = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i] + dz[i] * dz[i]);
            double scale = length > most ? most / length : 1;
            x[i] += dx[i] * scale;
            y[i] += dy[i] * scale;
            z[i] += dz[i] * scale;
            double far = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
            if (far > radius) {
                double back = radius / far;
                x[i] *= back;
                y[i] *= back;
                z[i] *= back;
            }
        }
    }
}
