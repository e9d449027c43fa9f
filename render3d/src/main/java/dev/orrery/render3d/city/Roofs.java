package dev.orrery.render3d.city;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.scene.Scene;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What stands on the roofs: the declarations of each file in the order of its text, the ground halved again and again
 * where both halves weigh most alike (after Shneiderman and Wattenberg 2001, Ordered Treemap Layouts).
 */
final class Roofs {
    private static final double PARAPET = 0.06;
    private static final double GAP = 0.06;
    /** How high the highest declaration stands, as a share of the shorter side of its roof. */
    private static final double HIGHEST = 0.3;

    private static final double LOWEST = 0.02;

    private final Scene scene;
    private final Boxes boxes;
    private final int[] order;
    private final int[] fileFirst;
    private final int[] root;
    private final int[] low;
    private final int[] high;
    private final float[] cut;
    private final boolean[] alongX;

    /** @param heights share of the highest, 0 to 1, of each body */
    Roofs(Scene scene, Boxes files, int[] mainBody, float[] heights) {
        this.scene = scene;
        CodeGraph graph = scene.graph();
        int bodies = scene.bodyCount();
        this.boxes = new Boxes(bodies);
        this.fileFirst = new int[graph.fileCount() + 1];
        this.order = inTextOrder(graph, mainBody);
        this.root = new int[graph.fileCount()];
        this.low = new int[bodies];
        this.high = new int[bodies];
        this.cut = new float[bodies];
        this.alongX = new boolean[bodies];
        IntStream.range(0, graph.fileCount()).parallel().forEach(file -> build(file, files, heights));
        for (int file = 0; file < mainBody.length; file++) {
            int hub = mainBody[file];
            if (hub >= 0 && isBlock(hub)) {
                Plot whole = plot(files, file);
                boxes.place(hub, whole, files.base(file), files.top(file));
            }
        }
    }

    /** Whether a body is the block itself and not something on its roof. */
    private boolean isBlock(int body) {
        int cluster = scene.cluster(body);
        return scene.hasHub(cluster) && scene.firstBody(cluster) == body;
    }

    private int[] inTextOrder(CodeGraph graph, int[] mainBody) {
        int[] all = new int[scene.bodyCount()];
        int size = 0;
        for (int file = 0; file < graph.fileCount(); file++) {
            fileFirst[file] = size;
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                int body = scene.body(symbol);
                boolean own = body >= 0 && scene.symbol(body) == symbol;
                if (own && !(body == mainBody[file] && isBlock(body))) {
                    all[size++] = body;
                }
            }
        }
        fileFirst[graph.fileCount()] = size;
        return Arrays.copyOf(all, size);
    }

    /** How far what stands on a roof may rise above it. */
    static double highest(Boxes files, int file) {
        return files.shorter(file) * HIGHEST;
    }

    private static Plot plot(Boxes files, int file) {
        return new Plot(files.x0(file), files.z0(file), files.x1(file), files.z1(file));
    }

    private void build(int file, Boxes files, float[] heights) {
        int from = fileFirst[file];
        int to = fileFirst[file + 1];
        root[file] = -1;
        if (from < to) {
            Plot roof = plot(files, file);
            Plot ground = roof.inset(roof.shorter() * PARAPET);
            double[] weight = new double[to - from + 1];
            for (int i = from; i < to; i++) {
                weight[i - from + 1] = weight[i - from] + weight(order[i]);
            }
            root[file] = divide(from, to, from, weight, ground, files.top(file), highest(files, file), heights);
        }
    }

    private double weight(int body) {
        CodeGraph graph = scene.graph();
        int symbol = scene.symbol(body);
        int lines = graph.endLine(symbol) - graph.startLine(symbol) + 1;
        return graph.kind(symbol).isType() ? 3 : Math.max(2, lines);
    }

    /** Divides ground among {@code order[from..to)}; a leaf is {@code -1 - body}. */
    private int divide(
            int from, int to, int start, double[] sums, Plot ground, double roof, double highest, float[] heights) {
        if (to - from == 1) {
            int body = order[from];
            double height = highest * (LOWEST + (1 - LOWEST) * heights[body]);
            boxes.place(body, ground.inset(ground.shorter() * GAP), roof, roof + height);
            return -1 - body;
        }
        double begin = sums[from - start];
        double half = (begin + sums[to - start]) / 2;
        int at = Arrays.binarySearch(sums, from - start + 1, to - start, half);
        int middle = Math.clamp((at < 0 ? nearest(sums, -1 - at, half) : at) + start, from + 1, to - 1);
        double share = (sums[middle - start] - begin) / (sums[to - start] - begin);
        Plot.Axis axis = ground.longer();
        alongX[middle] = axis == Plot.Axis.X;
        cut[middle] = (float)
                (axis == Plot.Axis.X
                        ? ground.low(axis, share).x1()
                        : ground.low(axis, share).z1());
        low[middle] = divide(from, middle, start, sums, ground.low(axis, share), roof, highest, heights);
        high[middle] = divide(middle, to, start, sums, ground.high(axis, share), roof, highest, heights);
        return middle;
    }

    private static int nearest(double[] sums, int above, double half) {
        return above > 0 && half - sums[above - 1] < sums[Math.min(above, sums.length - 1)] - half ? above - 1 : above;
    }

    /** What stands on a roof, the farthest first. */
    void walk(int file, double eyeX, double eyeZ, IntConsumer bodies) {
        int node = root[file];
        if (fileFirst[file] < fileFirst[file + 1]) {
            walkFrom(node, eyeX, eyeZ, bodies);
        }
    }

    private void walkFrom(int node, double eyeX, double eyeZ, IntConsumer bodies) {
        if (node < 0) {
            bodies.accept(-1 - node);
            return;
        }
        boolean eyeLow = (alongX[node] ? eyeX : eyeZ) < cut[node];
        walkFrom(eyeLow ? high[node] : low[node], eyeX, eyeZ, bodies);
        walkFrom(eyeLow ? low[node] : high[node], eyeX, eyeZ, bodies);
    }

    Boxes boxes() {
        return boxes;
    }
}
