package dev.orrery.render3d.layout;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Scene;

/**
 * Lays out a scene that follows another one. Whatever has the same fingerprint keeps its place to the bit; a new member
 * takes the freest of some places around its type, a new type the freest of some places in its region, a new region the
 * nearest free ground.
 */
final class FollowingLayout {
    private static final int TRIES = 24;
    private static final int MOST_TRIES = 88;

    private final Layout before;
    private final Scene old;
    private final Scene scene;
    private final Points bodies;
    private final Points clusters;
    private final Points regions;

    FollowingLayout(Layout before, Scene scene) {
        this.before = before;
        this.old = before.scene();
        this.scene = scene;
        this.bodies = new Points(scene.bodyCount());
        this.clusters = new Points(scene.clusterCount());
        this.regions = new Points(scene.regionCount());
    }

    Layout run() {
        for (int region = 0; region < regions.size(); region++) {
            placeRegion(region);
        }
        boolean[] kept = keepClusters();
        for (int cluster = 0; cluster < kept.length; cluster++) {
            if (!kept[cluster]) {
                placeCluster(cluster, kept);
                kept[cluster] = true;
            }
        }
        placeBodies();
        return new Layout(scene, bodies, clusters, regions);
    }

    private void placeRegion(int region) {
        if (region < before.regions().size() && before.regions().radius(region) > 0) {
            regions.copy(region, before.regions(), region);
            return;
        }
        double volume = 0;
        for (int cluster = scene.firstCluster(region); cluster < scene.endCluster(region); cluster++) {
            volume += Math.pow(MemberPlacement.radius(scene, cluster), 3);
        }
        if (volume == 0) {
            return;
        }
        double radius = Math.cbrt(volume / FreshLayout.FLATNESS) * 2.1 + 4;
        regions.radius(region, radius);
        for (int i = 0; ; i++) {
            double far = before.extent() * 0.3 + i * radius * 0.12;
            double angle = i * 2.399963;
            regions.place(region, far * Math.cos(angle), radius * FreshLayout.FLATNESS, far * Math.sin(angle) * 0.7);
            if (isFree(region)) {
                return;
            }
        }
    }

    private boolean isFree(int region) {
        for (int other = 0; other < regions.size(); other++) {
            Points from = other < before.regions().size() && other > region ? before.regions() : regions;
            if (other == region || from.radius(other) == 0) {
                continue;
            }
            double distance = Math.hypot(regions.x(region) - from.x(other), regions.z(region) - from.z(other));
            if (distance < (regions.radius(region) + from.radius(other)) * 1.05) {
                return false;
            }
        }
        return true;
    }

    private boolean[] keepClusters() {
        LongMap known = new LongMap(old.clusterCount());
        for (int cluster = 0; cluster < old.clusterCount(); cluster++) {
            known.put(old.clusterKey(cluster), cluster);
        }
        boolean[] kept = new boolean[scene.clusterCount()];
        for (int cluster = 0; cluster < kept.length; cluster++) {
            int was = known.get(scene.clusterKey(cluster));
            if (was >= 0 && old.clusterRegion(was) == scene.clusterRegion(cluster)) {
                clusters.copy(cluster, before.clusters(), was);
                // A ball with more members than it was made for grows where it is.
                clusters.radius(cluster, Math.max(clusters.radius(cluster), MemberPlacement.radius(scene, cluster)));
                kept[cluster] = true;
            }
        }
        return kept;
    }

    private void placeCluster(int cluster, boolean[] placed) {
        int region = scene.clusterRegion(cluster);
        double radius = MemberPlacement.radius(scene, cluster);
        clusters.radius(cluster, radius);
        double reach = Math.max(0, regions.radius(region) - radius);
        Seeded random = new Seeded(scene.clusterKey(cluster));
        double best = -Double.MAX_VALUE;
        double[] place = new double[3];
        for (int i = 0; i < TRIES; i++) {
            double[] at = random.inBall(0.4);
            clusters.place(
                    cluster,
                    regions.x(region) + at[0] * reach,
                    regions.y(region) + at[1] * reach * FreshLayout.FLATNESS,
                    regions.z(region) + at[2] * reach);
            double room = room(cluster, region, placed);
            if (room > best) {
                best = room;
                place = new double[] {clusters.x(cluster), clusters.y(cluster), clusters.z(cluster)};
            }
        }
        clusters.place(cluster, place[0], place[1], place[2]);
    }

    private double room(int cluster, int region, boolean[] placed) {
        double room = regions.radius(region);
        for (int other = scene.firstCluster(region); other < scene.endCluster(region); other++) {
            if (placed[other]) {
                room = Math.min(room, clusters.distance(cluster, other) - clusters.radius(other));
            }
        }
        return room;
    }

    private void placeBodies() {
        LongMap known = new LongMap(old.bodyCount());
        for (int body = 0; body < old.bodyCount(); body++) {
            known.put(old.bodyKey(body), body);
        }
        Points fresh = new Points(scene.bodyCount());
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            MemberPlacement.place(scene, cluster, clusters, fresh);
            boolean[] placed = new boolean[scene.endBody(cluster) - scene.firstBody(cluster)];
            for (int body = scene.firstBody(cluster); body < scene.endBody(cluster); body++) {
                int was = known.get(scene.bodyKey(body));
                if (was >= 0 && sameCluster(was, cluster)) {
                    bodies.copy(body, before.bodies(), was);
                    placed[body - scene.firstBody(cluster)] = true;
                }
            }
            placeNew(cluster, placed, fresh);
        }
    }

    private boolean sameCluster(int was, int cluster) {
        return old.clusterKey(old.cluster(was)) == scene.clusterKey(cluster)
                && old.clusterRegion(old.cluster(was)) == scene.clusterRegion(cluster);
    }

    /** New members try the places that a fresh layout would use; where others lie there, any place of their cluster. */
    private void placeNew(int cluster, boolean[] placed, Points fresh) {
        int first = scene.firstBody(cluster);
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                continue;
            }
            int body = first + i;
            bodies.radius(body, Appearance.roomRadius(scene, body));
            Seeded random = new Seeded(scene.bodyKey(body));
            double[] best = {};
            double most = -Double.MAX_VALUE;
            for (int attempt = 0; attempt < TRIES || attempt < MOST_TRIES && most < 0; attempt++) {
                if (attempt < TRIES) {
                    int like = first + (attempt == 0 ? i : (int) (random.unit() * placed.length));
                    bodies.place(body, fresh.x(like), fresh.y(like), fresh.z(like));
                } else {
                    double[] at = random.inBall(1.0 / 3);
                    double reach = Math.max(0, clusters.radius(cluster) - bodies.radius(body));
                    bodies.place(
                            body,
                            clusters.x(cluster) + at[0] * reach,
                            clusters.y(cluster) + at[1] * reach,
                            clusters.z(cluster) + at[2] * reach);
                }
                double room = gap(body, first, placed);
                if (room > most) {
                    most = room;
                    best = new double[] {bodies.x(body), bodies.y(body), bodies.z(body)};
                }
            }
            bodies.place(body, best[0], best[1], best[2]);
            placed[i] = true;
        }
    }

    /** How far the edge of a body is from that of the nearest one that is placed. */
    private double gap(int body, int first, boolean[] placed) {
        double room = Double.MAX_VALUE;
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                int other = first + i;
                room = Math.min(room, bodies.distance(body, other) - bodies.radius(other) - bodies.radius(body));
            }
        }
        return room;
    }
}
