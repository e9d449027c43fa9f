package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.UserMessage;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is laid over the map: the state of each symbol of one graph, as seen from another moment. The graph is the
 * repository's own, or that with the ghosts of what stood there ({@link GhostGraph}). Immutable, except that nothing may
 * change the arrays it was made from; safe from any thread.
 */
public final class SymbolLayer {
    /** Nothing lies over the map. */
    public static final SymbolLayer NONE =
            new SymbolLayer(null, Ground.OWN, new byte[0], new BitSet(), null, List.of());

    /** How symbols look of which a layer tells nothing. */
    public enum Ground {
        /** Grey: only what is told counts. */
        GREY,
        /** In their own colours, a little fainter. */
        OWN
    }

    private final @Nullable CodeGraph graph;
    private final Ground ground;
    private final byte[] states;
    private final BitSet newCalls;
    private final @Nullable UserMessage title;
    private final List<UserMessage> notes;
    private final int[] counts = new int[SymbolState.values().length];

    private SymbolLayer(
            @Nullable CodeGraph graph,
            Ground ground,
            byte[] states,
            BitSet newCalls,
            @Nullable UserMessage title,
            List<UserMessage> notes) {
        this.graph = graph;
        this.ground = ground;
        this.states = states;
        this.newCalls = newCalls;
        this.title = title;
        this.notes = List.copyOf(notes);
        for (int symbol = 0; graph != null && symbol < states.length; symbol++) {
            counts[states[symbol]] += Modifiers.has(graph.modifiers(symbol), Modifiers.IMPLICIT) ? 0 : 1;
        }
    }

    /**
     * @param graph what the map shows while the layer lies over it
     * @param states by symbol of the graph the ordinal of its {@link SymbolState}; kept, not copied
     * @param newCalls rows of the graph's calls that are new; kept, not copied
     * @param title what the layer is, for the legend
     * @param notes what the legend says below the counts
     */
    public static SymbolLayer of(
            CodeGraph graph, byte[] states, BitSet newCalls, UserMessage title, List<UserMessage> notes) {
        if (states.length != graph.symbolCount()) {
            throw new IllegalArgumentException(states.length + " states for " + graph.symbolCount() + " symbols");
        }
        return new SymbolLayer(graph, Ground.GREY, states, newCalls, title, notes);
    }

    /** The same, where symbols of which nothing is told have this look. */
    public SymbolLayer on(Ground other) {
        return new SymbolLayer(graph, other, states, newCalls, title, notes);
    }

    public Ground ground() {
        return ground;
    }

    public boolean isNone() {
        return graph == null;
    }

    /** What the map shows: the layer's own graph, or {@code present} where there is no layer. */
    public CodeGraph over(CodeGraph present) {
        return graph == null ? present : graph;
    }

    public SymbolState state(int symbol) {
        return isNone() ? SymbolState.UNCHANGED : SymbolState.of(states[symbol]);
    }

    /** How many symbols that somebody wrote are in a state. */
    public int count(SymbolState state) {
        return counts[state.ordinal()];
    }

    /** Rows of the calls that are new; read only. */
    BitSet newCalls() {
        return newCalls;
    }

    /** Whether calls are lit because they are new. */
    public boolean hasNewCalls() {
        return !newCalls.isEmpty();
    }

    /** What the layer is; not to be asked of {@link #NONE}. */
    public UserMessage title() {
        return Objects.requireNonNull(title);
    }

    public List<UserMessage> notes() {
        return notes;
    }
}
