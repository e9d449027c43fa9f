package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Scene;
import java.util.stream.IntStream;

/** Lays a scene out from nothing: clusters inside each region at the same time, then the regions, then the members. */
final class FreshLayout {
    /** Height of a region as a share of its horizontal radius. */
    static final float FLATNESS = 0.5f;

    private final Scene scene;
    private final Points bodies;
    private final Points clusters;
    private final Points regions;

    FreshLayout(Scene scene) {
        this.scene = scene;
        this.bodies = new Points(scene.bodyCount());
        this.clusters = new Points(scene.clusterCount());
        this.regions = new Points(scene.regionCount());
    }

    Layout run() {
        IntStream.range(0, clusters.size())
                .parallel()
                .forEach(cluster -> clusters.radius(cluster, MemberPlacement.radius(scene, cluster)));
        IntStream.range(0, regions.size()).parallel().forEach(region -> {
            double radius = new ClusterForces(scene, region, clusters).run();
            regions.radius(region, radius);
        });
        new RegionForces(scene, regions).run();
        IntStream.range(0, clusters.size()).parallel().forEach(cluster -> {
            int region = scene.clusterRegion(cluster);
            clusters.move(cluster, regions.x(region), regions.y(region), regions.z(region));
            MemberPlacement.place(scene, cluster, clusters, bodies);
        });
        return new Layout(scene, bodies, clusters, regions);
    }
}
