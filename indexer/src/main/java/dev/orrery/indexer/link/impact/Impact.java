package dev.orrery.indexer.link.impact;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is reached when some declarations change: whoever calls them, directly or through others; whoever calls a method that
 * they override; and for the changed declarations themselves whoever overrides or extends them. Each reached symbol has the
 * certainty of its surest way, and the shortest among the ways that are as sure. Immutable.
 *
 * <p>One breadth-first search a certainty, surest first, each over the steps that are at least so sure: a symbol is reached
 * as surely as the first search that meets it. The time is linear in symbols and calls.
 */
public final class Impact {
    private static final Certainty[] CERTAINTIES = Certainty.values();

    private final CodeGraph graph;
    private final int[] sources;
    private final byte[] level;
    private final Search[] searches = new Search[CERTAINTIES.length];
    private final int[] reached;

    private Impact(CodeGraph graph, int[] sources, Cancellation cancellation) {
        this.graph = graph;
        this.sources = sources;
        this.level = new byte[graph.symbolCount()];
        Arrays.fill(level, (byte) -1);
        Dependents dependents = new Dependents(graph);
        int count = 0;
        for (Certainty certainty : CERTAINTIES) {
            Search search = new Search(graph.symbolCount(), sources);
            search.run(dependents, certainty, cancellation);
            searches[certainty.ordinal()] = search;
            for (int i = sources.length; i < search.count; i++) {
                if (level[search.queue[i]] < 0) {
                    level[search.queue[i]] = (byte) certainty.ordinal();
                    count++;
                }
            }
        }
        reached = sorted(count);
    }

    /**
     * Computes who is reached.
     *
     * @param changed the changed declarations; what is declared inside them counts as changed too
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    public static Impact of(CodeGraph graph, Collection<Integer> changed, Cancellation cancellation) {
        BitSet inside = new BitSet(graph.symbolCount());
        for (int symbol : changed) {
            inside.set(symbol);
            int end = graph.endSymbol(graph.file(symbol));
            for (int member = symbol + 1; member < end; member++) {
                if (graph.parent(member) >= 0 && inside.get(graph.parent(member))) {
                    inside.set(member);
                }
            }
        }
        return new Impact(graph, inside.stream().toArray(), cancellation);
    }

    private int[] sorted(int count) {
        int[] all = new int[count];
        int at = 0;
        for (int symbol = 0; symbol < level.length; symbol++) {
            if (level[symbol] >= 0) {
                all[at++] = symbol;
            }
        }
        return IntStream.of(all)
                .boxed()
                .sorted(Comparator.comparingInt(this::distance).thenComparingInt(symbol -> level[symbol]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public CodeGraph graph() {
        return graph;
    }

    /** The changed declarations with what is declared inside them, in the order of their rows; a fresh array. */
    public int[] sources() {
        return sources.clone();
    }

    /** Everyone else who is reached, by distance, then by certainty, then by row; a fresh array. */
    public int[] reached() {
        return reached.clone();
    }

    public boolean reaches(int symbol) {
        return level[symbol] >= 0;
    }

    /** How many of the reached are tests or stand in files of tests. */
    public int tests() {
        return (int) IntStream.of(reached).filter(graph::isTest).count();
    }

    /** The weakest step of the surest way to a reached symbol. */
    public Certainty certainty(int reachedSymbol) {
        return CERTAINTIES[level[reachedSymbol]];
    }

    /** The number of steps of the shortest way that is as sure as the surest. */
    public int distance(int reachedSymbol) {
        return searches[level[reachedSymbol]].distance[reachedSymbol];
    }

    /**
     * One step of a way.
     *
     * @param symbol who depends
     * @param on on whom, the next step's symbol or a changed declaration
     * @param call the call that reaches, -1 where it is an override, an extension or an enclosure
     */
    public record Step(int symbol, int on, int call) {}

    /** The way from a reached symbol to a changed declaration; never empty. */
    public List<Step> path(int reachedSymbol) {
        Search search = searches[level[reachedSymbol]];
        List<Step> path = new ArrayList<>();
        for (int symbol = reachedSymbol; search.distance[symbol] > 0; symbol = search.from[symbol]) {
            path.add(new Step(symbol, search.from[symbol], search.call[symbol]));
        }
        return path;
    }

    /** A breadth-first search over the steps of a least certainty. */
    private static final class Search {
        final int[] distance;
        final int[] from;
        final int[] call;
        final int[] queue;
        int count;
        private final BitSet declared = new BitSet();

        Search(int symbols, int[] sources) {
            distance = new int[symbols];
            from = new int[symbols];
            call = new int[symbols];
            queue = new int[symbols];
            Arrays.fill(distance, -1);
            for (int source : sources) {
                distance[source] = 0;
                declared.set(source);
                queue[count++] = source;
            }
        }

        void run(Dependents dependents, Certainty least, Cancellation cancellation) {
            for (int next = 0; next < count; next++) {
                if ((next & 1023) == 0) {
                    cancellation.throwIfRequested();
                }
                int symbol = queue[next];
                Dependents.Change change =
                        declared.get(symbol) ? Dependents.Change.DECLARATION : Dependents.Change.BEHAVIOUR;
                dependents.of(symbol, change, (dependent, through, certainty, effect) -> {
                    if (distance[dependent] < 0 && certainty.compareTo(least) <= 0) {
                        distance[dependent] = distance[symbol] + 1;
                        from[dependent] = symbol;
                        call[dependent] = through;
                        queue[count++] = dependent;
                        if (effect == Dependents.Change.DECLARATION) {
                            declared.set(dependent);
                        }
                    }
                });
            }
        }
    }
}
