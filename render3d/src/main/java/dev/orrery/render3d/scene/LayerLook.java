package dev.orrery.render3d.scene;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a {@link SymbolLayer} says of the bodies and links of a scene. A body without a state of its own has changed where
 * something in it that has no body has a state. Immutable, safe from any thread.
 */
public final class LayerLook {
    private final byte[] states;
    private final int[] told;
    private final boolean hides;
    private final BitSet newPairs;
    private final SymbolLayer layer;
    private final int[][] regions;

    private LayerLook(byte[] states, SymbolLayer layer, BitSet newPairs, int[][] regions) {
        this.regions = regions;
        this.states = states;
        this.layer = layer;
        this.newPairs = newPairs;
        this.told = IntStream.range(0, states.length)
                .filter(body -> state(body).isTold())
                .toArray();
        boolean absent = false;
        for (byte state : states) {
            absent |= state == SymbolState.ABSENT.ordinal();
        }
        this.hides = absent;
    }

    static LayerLook none(int bodies) {
        return new LayerLook(new byte[bodies], SymbolLayer.NONE, new BitSet(), new int[0][]);
    }

    static LayerLook of(Scene scene, SymbolLayer layer) {
        byte[] states = new byte[scene.bodyCount()];
        for (int body = 0; body < states.length; body++) {
            states[body] = (byte) layer.state(scene.symbol(body)).ordinal();
        }
        int symbols = scene.graph().symbolCount();
        for (int symbol = 0; symbol < symbols; symbol++) {
            int body = layer.state(symbol).isTold() ? scene.body(symbol) : -1;
            if (body >= 0 && scene.symbol(body) != symbol && states[body] == SymbolState.UNCHANGED.ordinal()) {
                states[body] = (byte) SymbolState.CHANGED.ordinal();
            }
        }
        int[][] regions = new int[scene.regionCount()][SymbolState.values().length];
        for (int body = 0; body < states.length; body++) {
            regions[scene.region(body)][states[body]]++;
        }
        return new LayerLook(states, layer, newPairs(scene, layer), regions);
    }

    /** The links of the scene that stand for a new call. */
    private static BitSet newPairs(Scene scene, SymbolLayer layer) {
        BitSet pairs = new BitSet();
        Links links = scene.links();
        BitSet calls = layer.newCalls();
        for (int call = calls.nextSetBit(0); call >= 0; call = calls.nextSetBit(call + 1)) {
            int callee = scene.graph().callee(call);
            int to = callee < 0 ? -1 : scene.body(callee);
            int from = scene.body(scene.graph().caller(call));
            int link = to >= 0 && from >= 0 && to != from ? links.find(from, to) : -1;
            if (link >= 0) {
                pairs.set(link);
            }
        }
        return pairs;
    }

    public SymbolState state(int body) {
        return SymbolState.of(states[body]);
    }

    /** The bodies that have something to tell, ascending; read only. */
    public int[] told() {
        return told;
    }

    /** Whether something is absent. */
    boolean hides() {
        return hides;
    }

    /** The links of the scene, all filters apart, that stand for a new call; read only. */
    public BitSet newLinks() {
        return newPairs;
    }

    /** How many bodies of a region are in a state. */
    public int inRegion(int region, SymbolState state) {
        return regions.length == 0 ? 0 : regions[region][state.ordinal()];
    }

    public SymbolLayer layer() {
        return layer;
    }
}
