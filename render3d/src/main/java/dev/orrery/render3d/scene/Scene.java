package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;

/**
 * A graph as things that can be drawn: bodies (types and callables) in clusters (top-level types, or files of free
 * functions) in regions, and the calls between them as links at each of the three levels. Rows are contiguous: the
 * clusters of a region and the bodies of a cluster follow one another, within a cluster the most important first.
 * Without positions. Safe from any thread.
 */
public final class Scene {
    private final CodeGraph graph;
    private final Regions regions;
    private final SceneColumns columns;
    private final Links links;
    private final Links clusterLinks;
    private final Links regionLinks;
    private final int calls;

    Scene(CodeGraph graph, Regions regions, SceneColumns columns, Links links, int calls) {
        this.graph = graph;
        this.regions = regions;
        this.columns = columns;
        this.links = links;
        this.clusterLinks = links.lifted(clusterCount(), columns.bodyCluster());
        this.regionLinks = clusterLinks.lifted(regions.count(), columns.clusterRegion());
        this.calls = calls;
    }

    /** The scene of a graph under a new division into regions. */
    public static Scene of(CodeGraph graph) {
        return of(graph, Regions.of(graph));
    }

    /** The scene of a graph under a given division, made for this very graph. */
    public static Scene of(CodeGraph graph, Regions regions) {
        return new SceneBuilder(graph, regions).build();
    }

    /** The scene of a later graph; regions keep their names and hues. */
    public Scene following(CodeGraph next) {
        return of(next, regions.following(next));
    }

    public CodeGraph graph() {
        return graph;
    }

    public Regions regions() {
        return regions;
    }

    public int bodyCount() {
        return columns.bodySymbol().length;
    }

    public int clusterCount() {
        return columns.clusterRegion().length;
    }

    public int regionCount() {
        return regions.count();
    }

    /** The symbol a body stands for. */
    public int symbol(int body) {
        return columns.bodySymbol()[body];
    }

    /** The body of a symbol or of what encloses it; -1 where none is shown. */
    public int body(int symbol) {
        return columns.symbolBody()[symbol];
    }

    /** The body of a symbol of any snapshot, or -1. */
    public int body(SymbolKey key) {
        int symbol = graph.find(key);
        return symbol < 0 ? -1 : body(symbol);
    }

    public int cluster(int body) {
        return columns.bodyCluster()[body];
    }

    public int region(int body) {
        return columns.clusterRegion()[cluster(body)];
    }

    public int clusterRegion(int cluster) {
        return columns.clusterRegion()[cluster];
    }

    public int firstBody(int cluster) {
        return columns.clusterFirst()[cluster];
    }

    /** One past the last body of a cluster. */
    public int endBody(int cluster) {
        return columns.clusterFirst()[cluster + 1];
    }

    public int firstCluster(int region) {
        return columns.regionFirst()[region];
    }

    /** One past the last cluster of a region. */
    public int endCluster(int region) {
        return columns.regionFirst()[region + 1];
    }

    /** How many bodies a region holds. */
    public int regionBodies(int region) {
        return firstBody(endCluster(region)) - firstBody(firstCluster(region));
    }

    /** Whether a cluster's first body is the type that the others belong to. */
    public boolean hasHub(int cluster) {
        return columns.clusterHub()[cluster] != 0;
    }

    /** A fingerprint that the body keeps in every snapshot. */
    public long bodyKey(int body) {
        return columns.bodyKey()[body];
    }

    /** A fingerprint that the cluster keeps in every snapshot. */
    public long clusterKey(int cluster) {
        return columns.clusterKey()[cluster];
    }

    /** Calls between bodies. */
    public Links links() {
        return links;
    }

    /** Calls between bodies of different clusters, bundled. */
    public Links clusterLinks() {
        return clusterLinks;
    }

    /** Calls between bodies of different regions, bundled. */
    public Links regionLinks() {
        return regionLinks;
    }

    /** The cluster of each body; read only. */
    int[] bodyClusters() {
        return columns.bodyCluster();
    }

    /** The region of each cluster; read only. */
    int[] clusterRegions() {
        return columns.clusterRegion();
    }

    /** Call sites whose callee is inside the repository. */
    public int calls() {
        return calls;
    }

    /** The short text that names a body: {@code Type.member}, or the name alone. */
    public String title(int body) {
        int symbol = symbol(body);
        int parent = graph.parent(symbol);
        String name = graph.name(symbol);
        return parent >= 0 && graph.kind(parent).isType() ? graph.name(parent) + "." + name : name;
    }
}
