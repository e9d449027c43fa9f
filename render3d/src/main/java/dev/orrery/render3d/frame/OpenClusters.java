package dev.orrery.render3d.frame;

/**
 * Decides which clusters show their calls one by one: the largest in the picture first, for as long as there is time. The
 * calls inside a cluster are short and come cheap; those with other clusters are shown by near ones only.
 */
final class OpenClusters {
    /** Share of the time that calls between clusters may take before those inside get theirs. */
    private static final double BEYOND = 0.4;

    /** Inside a smaller cluster, in units of the user interface, a line would be shorter than a pixel. */
    private static final double LEAST = 2;

    private static final double USUAL_LENGTH = 260;

    private final boolean[] inner;
    private final boolean[] outer;
    private final double least;
    private final ClusterViews clusters;

    OpenClusters(FrameRequest request, ClusterViews clusters, Strands strands) {
        this.clusters = clusters;
        this.inner = new boolean[strands.innerLinks().length];
        this.outer = new boolean[inner.length];
        this.least = LEAST * request.scale();
        double time = FrameCost.time(request.detail().calls());
        int[] order = clusters.largestFirst();
        double spent = 0;
        for (int cluster : order) {
            double cost = strands.outerLinks()[cluster] * FrameCost.line(USUAL_LENGTH * request.scale());
            if (!clusters.open(cluster)) {
                break;
            }
            if (spent + cost <= time * BEYOND) {
                outer[cluster] = true;
                spent += cost;
            }
        }
        for (int cluster : order) {
            double cost = strands.innerLinks()[cluster] * FrameCost.line(0.8 * Math.min(600, clusters.radius(cluster)));
            if (clusters.radius(cluster) < least) {
                break;
            }
            if (spent + cost <= time) {
                inner[cluster] = true;
                spent += cost;
            }
        }
    }

    /** Whether the calls inside the cluster have lines of their own. */
    boolean inner(int cluster) {
        return inner[cluster];
    }

    /** Whether the calls from and to the cluster have lines of their own. */
    boolean outer(int cluster) {
        return outer[cluster];
    }

    /** Whether there would be lines to see inside the cluster. */
    boolean roomy(int cluster) {
        return clusters.visible(cluster) && clusters.radius(cluster) >= least;
    }
}
