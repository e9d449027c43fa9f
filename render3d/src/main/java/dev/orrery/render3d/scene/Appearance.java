package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import java.util.stream.IntStream;

/**
 * How the bodies of a scene look under a choice of colour, size and filter. Changing the choice changes no position.
 * Radii are in the units of the layout. Safe from any thread.
 */
public final class Appearance {
    private final float[] radius;
    private final int[] colour;
    private final boolean[] visible;
    private final MapFilter filter;
    private final MapTheme theme;
    private final Links links;
    private final Links clusterLinks;
    private final Links regionLinks;
    private final LayerLook layer;

    private Appearance(
            Scene scene,
            float[] radius,
            int[] colour,
            boolean[] visible,
            MapFilter filter,
            MapTheme theme,
            LayerLook layer) {
        if (filter.equals(MapFilter.all()) && !layer.hides()) {
            this.links = scene.links();
            this.clusterLinks = scene.clusterLinks();
            this.regionLinks = scene.regionLinks();
        } else {
            Links all = scene.links();
            this.links = all.where(link -> visible[all.from(link)]
                    && visible[all.to(link)]
                    && filter.resolutions().contains(all.resolution(link)));
            this.clusterLinks = links.lifted(scene.clusterCount(), scene.bodyClusters());
            this.regionLinks = clusterLinks.lifted(scene.regionCount(), scene.clusterRegions());
        }
        this.radius = radius;
        this.colour = colour;
        this.visible = visible;
        this.filter = filter;
        this.theme = theme;
        this.layer = layer;
    }

    public static Appearance of(Scene scene, ColourBy colourBy, SizeBy sizeBy, MapFilter filter, MapTheme theme) {
        int bodies = scene.bodyCount();
        float[] radius = new float[bodies];
        int[] colour = new int[bodies];
        boolean[] visible = new boolean[bodies];
        boolean[] files = coveredFiles(scene.graph(), filter);
        Palette palette = Palette.of(theme);
        IntStream.range(0, bodies).parallel().forEach(body -> {
            radius[body] = radius(scene, body, sizeBy);
            colour[body] = palette.region(hue(scene, body, colourBy));
            visible[body] = isVisible(scene.graph(), scene.symbol(body), filter, files);
        });
        return new Appearance(scene, radius, colour, visible, filter, theme, LayerLook.none(bodies));
    }

    /** The same under a layer: what it tells has the colour of its state, all else steps back, what is absent is not shown. */
    public Appearance under(Scene scene, SymbolLayer over) {
        if (over.isNone()) {
            return this;
        }
        LayerLook look = LayerLook.of(scene, over);
        Palette palette = Palette.of(theme);
        int[] shown = new int[colour.length];
        boolean[] seen = visible.clone();
        for (int body = 0; body < shown.length; body++) {
            SymbolState state = look.state(body);
            shown[body] = palette.state(state);
            seen[body] &= state != SymbolState.ABSENT;
        }
        return new Appearance(scene, radius, shown, seen, filter, theme, look);
    }

    private static boolean[] coveredFiles(CodeGraph graph, MapFilter filter) {
        boolean[] covered = new boolean[graph.fileCount()];
        for (int file = 0; file < covered.length; file++) {
            covered[file] = filter.covers(graph.path(file))
                    && (filter.tests() == MapFilter.Tests.SHOWN || !graph.isTestFile(file));
        }
        return covered;
    }

    private static boolean isVisible(CodeGraph graph, int symbol, MapFilter filter, boolean[] files) {
        return files[graph.file(symbol)]
                && filter.kinds().contains(graph.kind(symbol))
                && (filter.tests() == MapFilter.Tests.SHOWN || !graph.isTest(symbol))
                && (filter.visibility() == MapFilter.Visibility.ALL
                        || Modifiers.has(graph.modifiers(symbol), Modifiers.PUBLIC));
    }

    /** The radius of a body by its lines: what the layout keeps room for. */
    public static float roomRadius(Scene scene, int body) {
        return radius(scene, body, SizeBy.LINES);
    }

    private static float radius(Scene scene, int body, SizeBy sizeBy) {
        CodeGraph graph = scene.graph();
        int symbol = scene.symbol(body);
        double amount =
                switch (sizeBy) {
                    case LINES -> graph.endLine(symbol) - graph.startLine(symbol) + 1;
                    case MEMBERS -> 1 + 8 * Measures.ofSymbol(graph, symbol, sizeBy);
                    case FAN_IN -> 1 + 3.0 * graph.incomingCount(symbol);
                    case FAN_OUT -> 1 + 3.0 * (graph.endCall(symbol) - graph.firstCall(symbol));
                };
        if (graph.kind(symbol).isType()) {
            double members =
                    scene.hasHub(scene.cluster(body)) && scene.firstBody(scene.cluster(body)) == body ? 1 : 0.7;
            return (float) (members * Math.clamp(0.42 * Math.pow(amount, 0.38), 1, 7));
        }
        return (float) Math.clamp(0.26 * Math.pow(amount, 0.45), 0.3, 2.4);
    }

    private static int hue(Scene scene, int body, ColourBy colourBy) {
        CodeGraph graph = scene.graph();
        int symbol = scene.symbol(body);
        return switch (colourBy) {
            case REGION -> scene.regions().hue(scene.region(body));
            case LANGUAGE -> graph.columns().fileLanguage()[graph.file(symbol)];
            case KIND ->
                switch (graph.kind(symbol)) {
                    case CLASS, STRUCT, OBJECT, NAMESPACE, TYPE_ALIAS -> 0;
                    case INTERFACE, TRAIT -> 7;
                    case ENUM, RECORD, ANNOTATION, ENUM_CONSTANT -> 3;
                    case METHOD, FIELD -> 2;
                    case FUNCTION, MACRO -> 5;
                    case CONSTRUCTOR -> 1;
                    case INITIALIZER -> 4;
                };
            case VISIBILITY -> {
                int modifiers = graph.modifiers(symbol);
                yield Modifiers.has(modifiers, Modifiers.PUBLIC)
                        ? 2
                        : Modifiers.has(modifiers, Modifiers.PROTECTED)
                                ? 1
                                : Modifiers.has(modifiers, Modifiers.PRIVATE) ? 4 : 0;
            }
        };
    }

    public float radius(int body) {
        return radius[body];
    }

    /** {@code 0xRRGGBB}. */
    public int colour(int body) {
        return colour[body];
    }

    public boolean visible(int body) {
        return visible[body];
    }

    /** What the layer says of a body; unchanged where there is none. */
    public SymbolState state(int body) {
        return layer.state(body);
    }

    /** The layer over the map as the bodies show it. */
    public LayerLook layer() {
        return layer;
    }

    /** The calls between bodies that are shown. */
    public Links links() {
        return links;
    }

    /** The shown calls, bundled between clusters. */
    public Links clusterLinks() {
        return clusterLinks;
    }

    /** The shown calls, bundled between regions. */
    public Links regionLinks() {
        return regionLinks;
    }

    public MapFilter filter() {
        return filter;
    }

    public MapTheme theme() {
        return theme;
    }
}
