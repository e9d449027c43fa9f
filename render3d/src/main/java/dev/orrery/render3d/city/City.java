package dev.orrery.render3d.city;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Measures;
import dev.orrery.render3d.scene.Metrics;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A scene as a city. The area of a file's cell is proportional to a metric among all that lies in the same folder; streets
 * take a share of every cell. Heights grow with the root of another metric. Immutable, safe from any thread.
 */
public final class City {
    /** Ground for one file, in square units, streets included. */
    private static final double GROUND = 46;
    /** How much wider than deep. */
    private static final double ASPECT = 1.35;

    private static final double LEAST = 10;

    private final Scene scene;
    private final Measures measures;
    private final SizeBy area;
    private final SizeBy height;
    private final Plot site;
    private final @Nullable Parcel plan;
    private final Terrain terrain = new Terrain();
    private final int root;
    private final Boxes files;
    private final Boxes wards;
    private final List<Ward> wardList = new ArrayList<>();
    private final int[] mainBody;
    private final Roofs roofs;
    private final Layout layout;
    private final Skyline skyline;
    private final double highest;

    /**
     * A folder's or region's ground.
     *
     * @param name what it is called
     * @param region the region it is or lies in
     * @param level 1 for regions, more for folders inside
     */
    public record Ward(String name, int region, int level) {}

    /** Is led through a city. */
    public interface Walker {
        /** Comes to a ward; answers whether to go in. */
        boolean ward(int ward);

        /** Has seen all of a ward that it went into. */
        void leave(int ward);

        /** Comes to a file. */
        void file(int file);
    }

    private City(Scene scene, Measures measures, SizeBy area, SizeBy height, Plot site, @Nullable City before) {
        CodeGraph graph = scene.graph();
        this.scene = scene;
        this.measures = measures;
        this.area = area;
        this.height = height;
        this.site = site;
        Folder whole = Folder.of(graph, scene.regions());
        Squarified fresh = new Squarified(path -> weight(graph.findFile(path)));
        if (whole.folders().isEmpty()) {
            this.plan = null;
        } else {
            this.plan = before == null || before.plan == null
                    ? fresh.divide(whole, site, 0)
                    : new Renewal(fresh).renew(before.plan, whole, 0);
        }
        this.skyline = new Skyline(scene, measures, height, site);
        this.files = new Boxes(graph.fileCount());
        List<Plot> slabs = new ArrayList<>();
        this.root = plan == null ? -1 : place(plan, weights(plan), site, whole, 0, slabs);
        this.wards = new Boxes(wardList.size());
        for (int ward = 0; ward < wardList.size(); ward++) {
            int level = wardList.get(ward).level();
            wards.place(ward, slabs.get(ward), Skyline.ground(level - 1), Skyline.ground(level));
        }
        this.mainBody = mainBodies(scene);
        this.roofs = new Roofs(scene, files, mainBody, skyline.bodies());
        double top = 0;
        for (int file = 0; file < files.size(); file++) {
            top = Math.max(top, files.top(file) + roofHeight(file));
        }
        this.highest = top;
        this.layout = Positions.of(this);
    }

    /** Builds a city of which nothing is known but its graph. */
    public static City of(Scene scene, SizeBy area, SizeBy height) {
        return of(scene, new Measures(scene.graph(), Metrics.NONE), area, height);
    }

    /** Builds on a free site; the measures are of the graph of the scene. */
    public static City of(Scene scene, Measures measures, SizeBy area, SizeBy height) {
        double ground = Math.max(LEAST, scene.graph().fileCount()) * GROUND;
        double depth = Math.sqrt(ground / ASPECT);
        double width = ground / depth;
        return new City(scene, measures, area, height, new Plot(-width / 2, -depth / 2, width / 2, depth / 2), null);
    }

    /** The city of a later scene, or of another metric of height: on the same site, along the same cuts. */
    public City following(Scene next, Measures nextMeasures, SizeBy nextArea, SizeBy nextHeight) {
        return plan == null || nextArea != area || !measures.agree(nextMeasures, area)
                ? of(next, nextMeasures, nextArea, nextHeight)
                : new City(next, nextMeasures, nextArea, nextHeight, site, this);
    }

    /** Whether a city of this scene would be built the same way from other measures. */
    public boolean shows(Measures others, SizeBy otherArea, SizeBy otherHeight) {
        return area == otherArea
                && height == otherHeight
                && measures.agree(others, area)
                && measures.agree(others, height);
    }

    /** What the area of a file tells, never nothing. */
    double weight(int file) {
        return Math.max(area == SizeBy.LINES ? 8 : 1, measures.ofFiles(area)[file]);
    }

    private Map<Parcel, Double> weights(Parcel from) {
        Map<Parcel, Double> weights = new IdentityHashMap<>();
        weigh(from, weights);
        return weights;
    }

    private double weigh(Parcel parcel, Map<Parcel, Double> weights) {
        double weight =
                switch (parcel) {
                    case Parcel.Lot lot -> weight(scene.graph().findFile(lot.path()));
                    case Parcel.Ward ward -> weigh(ward.inside(), weights);
                    case Parcel.Cut cut -> weigh(cut.low(), weights) + weigh(cut.high(), weights);
                };
        weights.put(parcel, weight);
        return weight;
    }

    private int place(
            Parcel parcel, Map<Parcel, Double> weights, Plot cell, Folder folder, int level, List<Plot> slabs) {
        return switch (parcel) {
            case Parcel.Lot lot -> {
                int file = scene.graph().findFile(lot.path());
                double ground = Skyline.ground(level);
                files.place(file, Streets.walls(cell), ground, ground + skyline.file(file));
                yield terrain.lot(file);
            }
            case Parcel.Ward ward -> {
                Folder child = folder.folders().get(ward.key());
                if (child == null) {
                    throw new IllegalStateException(ward.key());
                }
                int number = wardList.size();
                wardList.add(new Ward(child.name(), child.region(), level + 1));
                slabs.add(Streets.slab(cell, level + 1));
                int inside = place(ward.inside(), weights, Streets.inside(cell, level + 1), child, level + 1, slabs);
                yield terrain.ward(number, inside);
            }
            case Parcel.Cut cut -> {
                double low = weights.getOrDefault(cut.low(), 0.0);
                double share = low / (low + weights.getOrDefault(cut.high(), 0.0));
                Plot below = cell.low(cut.axis(), share);
                int a = place(cut.low(), weights, below, folder, level, slabs);
                int b = place(cut.high(), weights, cell.high(cut.axis(), share), folder, level, slabs);
                yield terrain.cut(cut.axis(), cut.axis() == Plot.Axis.X ? below.x1() : below.z1(), a, b);
            }
        };
    }

    /** For each file the body that stands for it: its longest top-level type, else its most important one; or -1. */
    private static int[] mainBodies(Scene scene) {
        CodeGraph graph = scene.graph();
        int[] main = new int[graph.fileCount()];
        Arrays.fill(main, -1);
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            int first = scene.firstBody(cluster);
            int file = graph.file(scene.symbol(first));
            if (main[file] < 0 || rank(scene, cluster) > rank(scene, scene.cluster(main[file]))) {
                main[file] = first;
            }
        }
        return main;
    }

    private static int rank(Scene scene, int cluster) {
        int symbol = scene.symbol(scene.firstBody(cluster));
        return scene.hasHub(cluster)
                ? 1 + scene.graph().endLine(symbol) - scene.graph().startLine(symbol)
                : 0;
    }

    public Scene scene() {
        return scene;
    }

    /** What areas tell. */
    public SizeBy area() {
        return area;
    }

    /** What heights tell. */
    public SizeBy height() {
        return height;
    }

    /** All the ground. */
    public Plot site() {
        return site;
    }

    /** How far above the floor the highest thing ends, what stands on roofs included. */
    public double highest() {
        return highest;
    }

    /** How far what stands on a file's roof may rise above it. */
    public double roofHeight(int file) {
        return Roofs.highest(files, file);
    }

    /** The houses, by file. */
    public Boxes files() {
        return files;
    }

    /** The slabs of regions and folders. */
    public Boxes wards() {
        return wards;
    }

    public Ward ward(int ward) {
        return wardList.get(ward);
    }

    /** What stands on the roofs, by body; the body that is a file's block has the block's own box. */
    public Boxes bodies() {
        return roofs.boxes();
    }

    /** The body that stands for a file, or -1 for a file without declarations. */
    public int mainBody(int file) {
        return mainBody[file];
    }

    /** The file that a body is declared in. */
    public int file(int body) {
        return scene.graph().file(scene.symbol(body));
    }

    /** Leads a walker through all that is built, what hides others after what it hides. */
    public void walk(double eyeX, double eyeZ, Walker walker) {
        if (root >= 0) {
            terrain.walk(root, eyeX, eyeZ, walker);
        }
    }

    /** What stands on one roof, the farthest first. */
    public void walkRoof(int file, double eyeX, double eyeZ, IntConsumer bodies) {
        roofs.walk(file, eyeX, eyeZ, bodies);
    }

    /** The places of bodies, clusters and regions: on the roofs. */
    public Layout layout() {
        return layout;
    }

    @Nullable
    Parcel plan() {
        return plan;
    }
}
