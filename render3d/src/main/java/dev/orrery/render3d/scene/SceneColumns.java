package dev.orrery.render3d.scene;

/**
 * The tables of a {@link Scene}.
 *
 * @param bodySymbol the symbol of each body
 * @param symbolBody the body of each symbol or of what encloses it, -1 for none
 * @param bodyCluster the cluster of each body
 * @param bodyKey fingerprint of each body's symbol
 * @param clusterFirst start of each cluster's bodies, and the end of the last
 * @param clusterRegion the region of each cluster
 * @param clusterHub 1 where the first body is the cluster's own type
 * @param clusterKey fingerprint of each cluster
 * @param regionFirst start of each region's clusters, and the end of the last
 */
@SuppressWarnings("ArrayRecordComponent")
record SceneColumns(
        int[] bodySymbol,
        int[] symbolBody,
        int[] bodyCluster,
        long[] bodyKey,
        int[] clusterFirst,
        int[] clusterRegion,
        byte[] clusterHub,
        long[] clusterKey,
        int[] regionFirst) {}
