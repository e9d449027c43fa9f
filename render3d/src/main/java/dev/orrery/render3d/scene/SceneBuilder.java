package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.Arrays;

/** Sorts a graph's symbols into regions, clusters and bodies, and its calls into links. Used once. */
final class SceneBuilder {
    private final CodeGraph graph;
    private final Regions regions;
    private final long[] hashes;
    /** The symbol that names each symbol's cluster, or {@code -2 - file} for the file's own. */
    private final int[] owner;

    SceneBuilder(CodeGraph graph, Regions regions) {
        this.graph = graph;
        this.regions = regions;
        this.hashes = SymbolHashes.of(graph);
        this.owner = new int[graph.symbolCount()];
    }

    Scene build() {
        int[] shown = shownSymbols();
        long[] order = new long[shown.length];
        int[] clusterOfOwner = new int[graph.symbolCount() + graph.fileCount()];
        Arrays.fill(clusterOfOwner, -1);
        int clusters = numberClusters(shown, clusterOfOwner);

        for (int i = 0; i < shown.length; i++) {
            long cluster = clusterOfOwner[slot(owner[shown[i]])];
            order[i] = (cluster << 40) | ((long) (0xffff - importance(shown[i])) << 24) | i;
        }
        Arrays.parallelSort(order);
        return columns(shown, order, clusters);
    }

    private Scene columns(int[] shown, long[] order, int clusters) {
        int[] bodySymbol = new int[shown.length];
        int[] bodyCluster = new int[shown.length];
        long[] bodyKey = new long[shown.length];
        int[] clusterFirst = new int[clusters + 1];
        int[] clusterRegion = new int[clusters];
        byte[] clusterHub = new byte[clusters];
        long[] clusterKey = new long[clusters];
        int[] symbolBody = new int[graph.symbolCount()];
        Arrays.fill(symbolBody, -1);
        for (int body = shown.length - 1; body >= 0; body--) {
            int symbol = shown[(int) (order[body] & 0xffffff)];
            int cluster = (int) (order[body] >>> 40);
            bodySymbol[body] = symbol;
            bodyCluster[body] = cluster;
            bodyKey[body] = hashes[symbol];
            symbolBody[symbol] = body;
            clusterFirst[cluster] = body;
            clusterRegion[cluster] = regions.ofSymbol(graph, symbol);
            clusterHub[cluster] = (byte) (owner[symbol] == symbol ? 1 : 0);
            clusterKey[cluster] = owner[symbol] >= 0
                    ? hashes[owner[symbol]]
                    : SymbolHashes.mix(SymbolHashes.text(graph.path(-2 - owner[symbol])));
        }
        clusterFirst[clusters] = shown.length;
        inheritBodies(symbolBody);
        int[] regionFirst = new int[regions.count() + 1];
        for (int region : clusterRegion) {
            regionFirst[region + 1]++;
        }
        for (int i = 1; i < regionFirst.length; i++) {
            regionFirst[i] += regionFirst[i - 1];
        }
        SceneColumns columns = new SceneColumns(
                bodySymbol,
                symbolBody,
                bodyCluster,
                bodyKey,
                clusterFirst,
                clusterRegion,
                clusterHub,
                clusterKey,
                regionFirst);
        return new Scene(graph, regions, columns, links(symbolBody, shown.length), resolvedCalls(symbolBody));
    }

    private void inheritBodies(int[] symbolBody) {
        for (int symbol = 0; symbol < symbolBody.length; symbol++) {
            if (symbolBody[symbol] < 0 && graph.parent(symbol) >= 0) {
                symbolBody[symbol] = symbolBody[graph.parent(symbol)];
            }
        }
    }

    private int[] shownSymbols() {
        int[] shown = new int[graph.symbolCount()];
        int size = 0;
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            owner[symbol] = ownerOf(symbol);
            if (isShown(symbol)) {
                shown[size++] = symbol;
            }
        }
        return Arrays.copyOf(shown, size);
    }

    private int ownerOf(int symbol) {
        int parent = graph.parent(symbol);
        if (parent < 0 || graph.kind(parent) == SymbolKind.NAMESPACE) {
            return graph.kind(symbol).isType() ? symbol : -2 - graph.file(symbol);
        }
        return owner[parent];
    }

    /** Implicit members are shown only where something calls them. */
    private boolean isShown(int symbol) {
        SymbolKind kind = graph.kind(symbol);
        if (kind.isType()) {
            return true;
        }
        if (!kind.isCallable()) {
            return false;
        }
        boolean implicit = Modifiers.has(graph.modifiers(symbol), Modifiers.IMPLICIT);
        return !implicit || graph.incomingCount(symbol) > 0 || graph.endCall(symbol) > graph.firstCall(symbol);
    }

    private int slot(int ownerSymbol) {
        return ownerSymbol >= 0 ? ownerSymbol : graph.symbolCount() - 2 - ownerSymbol;
    }

    /** Numbers clusters so that those of one region follow one another. */
    private int numberClusters(int[] shown, int[] clusterOfOwner) {
        int[] slots = Arrays.stream(shown)
                .map(symbol -> slot(owner[symbol]))
                .distinct()
                .toArray();
        int[] region = new int[clusterOfOwner.length];
        for (int symbol : shown) {
            region[slot(owner[symbol])] = regions.ofSymbol(graph, symbol);
        }
        long[] order = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            order[i] = ((long) region[slots[i]] << 32) | i;
        }
        Arrays.sort(order);
        for (int cluster = 0; cluster < order.length; cluster++) {
            clusterOfOwner[slots[(int) order[cluster]]] = cluster;
        }
        return slots.length;
    }

    private int importance(int symbol) {
        if (owner[symbol] == symbol) {
            return 0xffff;
        }
        int lines = graph.endLine(symbol) - graph.startLine(symbol);
        int calls = graph.endCall(symbol) - graph.firstCall(symbol);
        return Math.clamp(3L * graph.incomingCount(symbol) + calls + lines / 2, 0, 0xfffe);
    }

    private int resolvedCalls(int[] symbolBody) {
        int calls = 0;
        for (int call = 0; call < graph.callCount(); call++) {
            calls += isDrawable(call, symbolBody) ? 1 : 0;
        }
        return calls;
    }

    private boolean isDrawable(int call, int[] symbolBody) {
        int callee = graph.callee(call);
        return callee >= 0 && symbolBody[callee] >= 0 && symbolBody[graph.caller(call)] >= 0;
    }

    private Links links(int[] symbolBody, int bodies) {
        int calls = resolvedCalls(symbolBody);
        long[] pairs = new long[calls];
        int[] counts = new int[calls];
        byte[] resolutions = new byte[calls];
        int next = 0;
        for (int call = 0; call < graph.callCount(); call++) {
            if (isDrawable(call, symbolBody)) {
                int from = symbolBody[graph.caller(call)];
                int to = symbolBody[graph.callee(call)];
                pairs[next] = ((long) from << 32) | to;
                counts[next] = 1;
                resolutions[next++] = (byte) graph.resolution(call).ordinal();
            }
        }
        return Links.merged(bodies, pairs, counts, resolutions);
    }
}
