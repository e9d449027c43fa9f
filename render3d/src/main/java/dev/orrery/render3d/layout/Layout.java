package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Scene;

/**
 * The place of every body, cluster and region of one scene. A region is an ellipsoid, flat in y, that holds its
 * clusters; regions never overlap. A cluster is a ball that holds its members. Immutable, safe from any thread.
 */
public final class Layout {
    private final Scene scene;
    private final Points bodies;
    private final Points clusters;
    private final Points regions;

    Layout(Scene scene, Points bodies, Points clusters, Points regions) {
        this.scene = scene;
        this.bodies = bodies;
        this.clusters = clusters;
        this.regions = regions;
    }

    /** Lays a scene out from nothing. */
    public static Layout of(Scene scene) {
        return new FreshLayout(scene).run();
    }

    /** A scene at places that were found elsewhere. */
    public static Layout at(Scene scene, Points bodies, Points clusters, Points regions) {
        return new Layout(scene, bodies, clusters, regions);
    }

    /** The places on the way from this layout to another one of the same scene, at a share of 0 to 1. */
    public Layout towards(Layout goal, double share) {
        return new Layout(
                scene,
                bodies.towards(goal.bodies, share),
                clusters.towards(goal.clusters, share),
                regions.towards(goal.regions, share));
    }

    /** Whether there is nothing to keep when the graph changes. */
    public boolean isEmpty() {
        return scene.bodyCount() == 0;
    }

    /** The layout of a later scene: what was there stays exactly where it was, what is new finds a free place. */
    public Layout following(Scene next) {
        return isEmpty() ? of(next) : new FollowingLayout(this, next).run();
    }

    public Scene scene() {
        return scene;
    }

    /** Centres of the bodies; the radius is what the layout kept free. */
    public Points bodies() {
        return bodies;
    }

    /** Centres and radii of the clusters. */
    public Points clusters() {
        return clusters;
    }

    /** Centres and horizontal radii of the regions. */
    public Points regions() {
        return regions;
    }

    /** Half the height of a region. */
    public float regionHeight(int region) {
        return regions.radius(region) * FreshLayout.FLATNESS;
    }

    /** The radius of a ball around the origin that holds everything; at least 1. */
    public float extent() {
        float most = 1;
        for (int region = 0; region < regions.size(); region++) {
            if (regions.radius(region) > 0) {
                most = Math.max(
                        most, (float) Math.hypot(regions.x(region), regions.z(region)) + regions.radius(region));
            }
        }
        return most;
    }
}
