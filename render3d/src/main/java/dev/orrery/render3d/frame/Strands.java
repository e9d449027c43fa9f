package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;
import java.util.Arrays;

/**
 * The bundles in the order in which they are worth drawing. Between two regions a bundle is drawn as a few strands, from
 * cluster to cluster, the heaviest ones; together they stand for all calls between the two. Within a region each pair
 * of clusters is a bundle of its own.
 *
 * @param within pairs of clusters of one region, the heaviest first
 * @param across strands between regions: the heaviest of every pair of regions, then the others
 * @param bundle for each pair of clusters the pair of regions it belongs to; -1 within one region
 * @param innerLinks for each cluster how many of its connections stay inside
 * @param innerCalls how many call sites those are
 * @param outerLinks for each cluster how many connections it has with others, in both directions
 * @param total all call sites
 */
@SuppressWarnings("ArrayRecordComponent")
record Strands(
        int[] within, int[] across, int[] bundle, int[] innerLinks, int[] innerCalls, int[] outerLinks, int total) {
    private static final int MOST_STRANDS = 14;

    static Strands of(Appearance appearance, Scene scene) {
        Links links = appearance.clusterLinks();
        long[] order = new long[links.size()];
        for (int link = 0; link < order.length; link++) {
            order[link] = ((long) -links.count(link) << 32) | link;
        }
        Arrays.parallelSort(order);
        int[] within = new int[order.length];
        int[] firsts = new int[order.length];
        int[] others = new int[order.length];
        int[] bundle = new int[order.length];
        int inside = 0;
        int first = 0;
        int other = 0;
        int[] drawn = new int[appearance.regionLinks().size()];
        for (long entry : order) {
            int link = (int) entry;
            int a = scene.clusterRegion(links.from(link));
            int b = scene.clusterRegion(links.to(link));
            bundle[link] = a == b ? -1 : find(appearance.regionLinks(), a, b);
            if (a == b) {
                within[inside++] = link;
            } else if (drawn[bundle[link]] == 0) {
                firsts[first++] = link;
                drawn[bundle[link]]++;
            } else if (drawn[bundle[link]]++ < MOST_STRANDS) {
                others[other++] = link;
            }
        }
        int[] across = Arrays.copyOf(firsts, first + other);
        System.arraycopy(others, 0, across, first, other);
        int clusters = scene.clusterCount();
        int[] innerLinks = new int[clusters];
        int[] innerCalls = new int[clusters];
        int[] outerLinks = new int[clusters];
        int total = count(appearance.links(), scene, innerLinks, innerCalls, outerLinks);
        return new Strands(Arrays.copyOf(within, inside), across, bundle, innerLinks, innerCalls, outerLinks, total);
    }

    private static int count(Links links, Scene scene, int[] innerLinks, int[] innerCalls, int[] outerLinks) {
        int total = 0;
        for (int link = 0; link < links.size(); link++) {
            int from = scene.cluster(links.from(link));
            int to = scene.cluster(links.to(link));
            if (from == to) {
                innerLinks[from]++;
                innerCalls[from] += links.count(link);
            } else {
                outerLinks[from]++;
                outerLinks[to]++;
            }
            total += links.count(link);
        }
        return total;
    }

    private static int find(Links links, int from, int to) {
        for (int link = links.first(from); link < links.end(from); link++) {
            if (links.to(link) == to) {
                return link;
            }
        }
        throw new IllegalStateException("regions that are not connected");
    }
}
