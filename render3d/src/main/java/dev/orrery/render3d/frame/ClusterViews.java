package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Scene;

/** Where each cluster stands in the picture and how large it is; one pass before everything else. */
final class ClusterViews {
    /** Clusters at least this wide, in units of the user interface, show their calls one by one. */
    private static final double OPEN = 34;

    private static final int SIZES = 72;

    private float[] x = new float[0];
    private float[] y = new float[0];
    private float[] depth = new float[0];
    private float[] radius = new float[0];
    private byte[] state = new byte[0];
    private double openPixels;

    void project(FrameRequest request, Projection projection) {
        Scene scene = request.scene();
        Points places = request.layout().clusters();
        if (x.length != scene.clusterCount()) {
            x = new float[scene.clusterCount()];
            y = new float[x.length];
            depth = new float[x.length];
            radius = new float[x.length];
            state = new byte[x.length];
        }
        openPixels = OPEN * request.scale();
        for (int cluster = 0; cluster < x.length; cluster++) {
            boolean ahead = projection.project(places.x(cluster), places.y(cluster), places.z(cluster));
            depth[cluster] = (float) projection.depth;
            if (!ahead) {
                boolean around = projection.depth > -places.radius(cluster);
                state[cluster] = (byte) (around ? 1 : 0);
                radius[cluster] = around ? 1e5f : 0;
                x[cluster] = Float.NaN;
                continue;
            }
            x[cluster] = projection.px;
            y[cluster] = projection.py;
            float size = (float) projection.pixels(places.radius(cluster));
            radius[cluster] = size;
            // Members before the middle stand farther out in the picture than the radius at the middle's depth, and
            // the whole shifts with its distance from the axis of view.
            double nearest = projection.depth - places.radius(cluster);
            double reach = nearest < Projection.NEAR ? Double.MAX_VALUE : reach(request, projection, nearest, size);
            boolean inside = projection.px + reach > 0
                    && projection.py + reach > 0
                    && projection.px - reach < request.width()
                    && projection.py - reach < request.height();
            state[cluster] = (byte) (inside ? 2 : 0);
        }
    }

    private static double reach(FrameRequest request, Projection projection, double nearest, double size) {
        double stretch = projection.depth / nearest;
        double off = Math.max(
                Math.abs(projection.px - request.width() / 2.0), Math.abs(projection.py - request.height() / 2.0));
        return size * stretch + off * (stretch - 1);
    }

    /** Whether any part of the cluster may be in the picture. */
    boolean visible(int cluster) {
        return state[cluster] != 0;
    }

    /** Whether the middle of the cluster is ahead of the eye, so that x and y are valid. */
    boolean ahead(int cluster) {
        return !Float.isNaN(x[cluster]);
    }

    /** The visible clusters, the largest in the picture first, to a quarter of a doubling. */
    int[] largestFirst() {
        int[] starts = new int[SIZES + 1];
        for (int cluster = 0; cluster < state.length; cluster++) {
            if (visible(cluster)) {
                starts[size(cluster) + 1]++;
            }
        }
        for (int i = 0; i < SIZES; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[starts[SIZES]];
        for (int cluster = 0; cluster < state.length; cluster++) {
            if (visible(cluster)) {
                order[starts[size(cluster)]++] = cluster;
            }
        }
        return order;
    }

    /** A number that falls by four where the radius doubles. */
    private int size(int cluster) {
        return Math.clamp(SIZES - 1 - Math.round(4 * Math.log(1 + radius[cluster]) / Math.log(2)), 0, SIZES - 1);
    }

    /** Whether the cluster is near enough to show its calls one by one. */
    boolean open(int cluster) {
        return visible(cluster) && radius[cluster] >= openPixels;
    }

    float x(int cluster) {
        return x[cluster];
    }

    float y(int cluster) {
        return y[cluster];
    }

    float depth(int cluster) {
        return depth[cluster];
    }

    float radius(int cluster) {
        return radius[cluster];
    }
}
