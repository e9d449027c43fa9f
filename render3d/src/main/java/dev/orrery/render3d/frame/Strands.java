package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;
import java.util.Arrays;

/**
 * The bundles in the order in which they are worth drawing. Between two regions a bundle is drawn as a few strands, from
 * cluster to cluster, the heaviest ones; together they stand for all calls between the two. Within a region each pair
 * of clusters is a bundle of its own.
 */
@SuppressWarnings("ArrayRecordComponent")
record Strands(int[] within, int[] across) {
    private static final int MOST_STRANDS = 14;

    static Strands of(Appearance appearance, Scene scene) {
        Links links = appearance.clusterLinks();
        long[] order = new long[links.size()];
        for (int link = 0; link < order.length; link++) {
            order[link] = ((long) -links.count(link) << 32) | link;
        }
        Arrays.parallelSort(order);
        int[] within = new int[order.length];
        int[] across = new int[order.length];
        int inside = 0;
        int outside = 0;
        int regions = scene.regionCount();
        int[] drawn = new int[regions * regions];
        for (long entry : order) {
            int link = (int) entry;
            int a = scene.clusterRegion(links.from(link));
            int b = scene.clusterRegion(links.to(link));
            if (a == b) {
                within[inside++] = link;
            } else if (drawn[a * regions + b]++ < MOST_STRANDS) {
                across[outside++] = link;
            }
        }
        return new Strands(Arrays.copyOf(within, inside), Arrays.copyOf(across, outside));
    }
}
