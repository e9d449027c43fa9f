package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Scene;

/**
 * Puts the members of a cluster on a golden spiral that fills a ball from the inside out, the most important ones near
 * the type in the middle.
 */
final class MemberPlacement {
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    private MemberPlacement() {}

    /** The radius of the ball that a cluster needs. */
    static double radius(Scene scene, int cluster) {
        double volume = 0;
        int first = scene.firstBody(cluster);
        double hub = scene.hasHub(cluster) ? Appearance.roomRadius(scene, first) : 0;
        for (int body = first + (hub > 0 ? 1 : 0); body < scene.endBody(cluster); body++) {
            volume += Math.pow(Appearance.roomRadius(scene, body) * 2.5, 3);
        }
        return Math.cbrt(Math.pow(hub * 1.25, 3) + volume * 1.35) + 0.6;
    }

    /** Places the members around the middle of their cluster. */
    static void place(Scene scene, int cluster, Points clusters, Points bodies) {
        int first = scene.firstBody(cluster);
        int end = scene.endBody(cluster);
        double start = 0;
        if (scene.hasHub(cluster)) {
            bodies.place(first, clusters.x(cluster), clusters.y(cluster), clusters.z(cluster));
            bodies.radius(first, Appearance.roomRadius(scene, first));
            start = bodies.radius(first) * 1.5;
            first++;
        }
        int count = end - first;
        double turn = new Seeded(scene.clusterKey(cluster)).unit() * 2 * Math.PI;
        double reach = clusters.radius(cluster);
        for (int i = 0; i < count; i++) {
            int body = first + i;
            double share = (i + 0.5) / count;
            double inner = Math.min(start / reach, 0.95);
            double length = reach * Math.cbrt(inner * inner * inner + share * (1 - inner * inner * inner));
            // Heights run through the golden ratio too, so that every shell is covered at every length.
            double height = 1 - 2 * fraction(i * 0.7548776662466927 + 0.37);
            double flat = Math.sqrt(Math.max(0, 1 - height * height));
            double angle = turn + i * GOLDEN;
            bodies.radius(body, Appearance.roomRadius(scene, body));
            bodies.place(
                    body,
                    clusters.x(cluster) + length * flat * Math.cos(angle),
                    clusters.y(cluster) + length * height,
                    clusters.z(cluster) + length * flat * Math.sin(angle));
        }
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
