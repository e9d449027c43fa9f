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
    private final Colouring colouring;
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
            Colouring colouring,
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
        this.colouring = colouring;
        this.visible = visible;
        this.filter = filter;
        this.theme = theme;
        this.layer = layer;
    }

    private Appearance(Appearance before, Colouring colouring, MapTheme theme) {
        this.links = before.links;
        this.clusterLinks = before.clusterLinks;
        this.regionLinks = before.regionLinks;
        this.radius = before.radius;
        this.colouring = colouring;
        this.visible = before.visible;
        this.filter = before.filter;
        this.theme = theme;
        this.layer = before.layer;
    }

    /** The look of a scene of which nothing is known but its graph. */
    public static Appearance of(Scene scene, ColourBy colourBy, SizeBy sizeBy, MapFilter filter, MapTheme theme) {
        return of(scene, new Measures(scene.graph(), Metrics.NONE), colourBy, sizeBy, filter, theme);
    }

    /** @param measures of the graph of the scene */
    public static Appearance of(
            Scene scene, Measures measures, ColourBy colourBy, SizeBy sizeBy, MapFilter filter, MapTheme theme) {
        int bodies = scene.bodyCount();
        float[] radius = new float[bodies];
        boolean[] visible = new boolean[bodies];
        boolean[] files = coveredFiles(scene.graph(), filter);
        double[] amount = measures.ofSymbols(sizeBy);
        IntStream.range(0, bodies).parallel().forEach(body -> {
            radius[body] = radius(scene, body, amount[scene.symbol(body)], sizeBy);
            visible[body] = isVisible(scene.graph(), scene.symbol(body), filter, files);
        });
        Colouring colouring = Colouring.of(scene, measures.metrics(), colourBy, theme);
        return new Appearance(scene, radius, colouring, visible, filter, theme, LayerLook.none(bodies));
    }

    /** The same in other colours. */
    public Appearance recoloured(Scene scene, Metrics metrics, ColourBy colourBy, MapTheme other) {
        return new Appearance(this, Colouring.of(scene, metrics, colourBy, other), other);
    }

    /** The same under a layer: what it tells has the colour of its state, all else steps back, what is absent is not shown. */
    public Appearance under(Scene scene, SymbolLayer over) {
        if (over.isNone()) {
            return this;
        }
        LayerLook look = LayerLook.of(scene, over);
        Palette palette = Palette.of(theme);
        boolean keepsOwn = over.ground() == SymbolLayer.Ground.OWN;
        int[] shown = new int[visible.length];
        boolean[] seen = visible.clone();
        for (int body = 0; body < shown.length; body++) {
            SymbolState state = look.state(body);
            shown[body] = keepsOwn && !state.isTold() ? colour(body) : palette.state(state);
            seen[body] &= state != SymbolState.ABSENT;
        }
        Colouring states = new Colouring(shown, colouring.files(), keepsOwn ? key() : new ColourKey.ByRegion());
        return new Appearance(scene, radius, states, seen, filter, theme, look);
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
        double lines = Measures.ofSymbol(scene.graph(), scene.symbol(body), SizeBy.LINES);
        return radius(scene, body, lines, SizeBy.LINES);
    }

    private static float radius(Scene scene, int body, double measure, SizeBy sizeBy) {
        CodeGraph graph = scene.graph();
        double amount =
                switch (sizeBy) {
                    case LINES -> measure;
                    case MEMBERS -> 1 + 8 * measure;
                    case FAN_IN, FAN_OUT, CHURN -> 1 + 3 * measure;
                    case COMPLEXITY -> 1 + measure;
                };
        if (graph.kind(scene.symbol(body)).isType()) {
            double members =
                    scene.hasHub(scene.cluster(body)) && scene.firstBody(scene.cluster(body)) == body ? 1 : 0.7;
            return (float) (members * Math.clamp(0.42 * Math.pow(amount, 0.38), 1, 7));
        }
        return (float) Math.clamp(0.26 * Math.pow(amount, 0.45), 0.3, 2.4);
    }

    public float radius(int body) {
        return radius[body];
    }

    /** {@code 0xRRGGBB}. */
    public int colour(int body) {
        return colouring.bodies()[body];
    }

    /** {@code 0xRRGGBB} of a file whose main body is {@code body}, -1 for none. */
    public int fileColour(int file, int body) {
        return colouring.key() instanceof ColourKey.Groups groups
                        && groups.what().isOfSymbols()
                        && body >= 0
                ? colour(body)
                : colouring.files()[file];
    }

    /** What the colours mean. */
    public ColourKey key() {
        return colouring.key();
    }

    /** {@code 0xRRGGBB} of the light in which a region lies: its hue, or none where hues tell something else. */
    public int regionColour(Scene scene, int region) {
        Palette palette = Palette.of(theme);
        return key() instanceof ColourKey.ByRegion
                ? palette.region(scene.regions().hue(region))
                : palette.unknown();
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
