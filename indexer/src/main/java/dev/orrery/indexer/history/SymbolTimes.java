package dev.orrery.indexer.history;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.store.SampleTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the symbols of a graph were there at each sample of a history, and which of them came or changed in it. A symbol
 * is followed over the moves of its file. What is declared inside of bodies is not followed: it is there when what
 * encloses it is. Immutable; made in time linear in the graph and in what happened.
 */
public final class SymbolTimes {
    /** How a symbol was at a sample. */
    public enum Presence {
        /** Not there: not yet, or for a while not. */
        ABSENT,
        PRESENT,
        /** There, and not at the sample before. */
        CAME,
        CHANGED
    }

    private static final Presence[] AFTER = {Presence.CAME, Presence.CHANGED, Presence.ABSENT};
    private static final int CHANGES = AFTER.length;

    private final CodeGraph graph;
    /** By symbol: the one whose events count for it. */
    private final int[] followed;
    /** By symbol the start of its events. */
    private final int[] first;
    /** Sample times {@link #CHANGES} plus the change's ordinal, ascending for each symbol. */
    private final int[] events;

    private final int[] declared;
    private final int[] changed;
    private final int[] kept;

    private SymbolTimes(
            CodeGraph graph, int[] followed, int[] first, int[] events, int[] declared, int[] changed, int[] kept) {
        this.graph = graph;
        this.followed = followed;
        this.first = first;
        this.events = events;
        this.declared = declared;
        this.changed = changed;
        this.kept = kept;
    }

    public static SymbolTimes of(SymbolHistory history, CodeGraph graph) {
        return new Reading(history, graph).read();
    }

    /** Whose rows the answers have. */
    public CodeGraph graph() {
        return graph;
    }

    public int samples() {
        return declared.length;
    }

    /** How many symbols the repository declared at a sample, those that are gone by now included. */
    public int declared(int sample) {
        return declared[sample];
    }

    /** How many symbols came or changed in a sample, those that are gone by now included. */
    public int changed(int sample) {
        return changed[sample];
    }

    /** Each symbol of the graph at a sample. */
    public Presence[] at(int sample) {
        Presence[] own = new Presence[first.length - 1];
        for (int symbol = 0; symbol < own.length; symbol++) {
            int last = last(symbol, sample);
            own[symbol] = last < 0
                    ? Presence.ABSENT
                    : last / CHANGES == sample || last % CHANGES == SymbolChange.REMOVED.ordinal()
                            ? AFTER[last % CHANGES]
                            : Presence.PRESENT;
        }
        // What is followed comes before what is not.
        for (int symbol = 0; symbol < own.length; symbol++) {
            if (followed[symbol] != symbol) {
                own[symbol] = own[followed[symbol]] == Presence.ABSENT ? Presence.ABSENT : Presence.PRESENT;
            }
        }
        return own;
    }

    /** How many of the symbols that were declared at a sample are in the graph. */
    public int kept(int sample) {
        return kept[sample];
    }

    /** The last event of a symbol not after a sample, or -1. */
    private int last(int symbol, int sample) {
        int at = Arrays.binarySearch(events, first[symbol], first[symbol + 1], (sample + 1) * CHANGES);
        int before = (at < 0 ? -at - 1 : at) - 1;
        return before < first[symbol] ? -1 : events[before];
    }

    private record Declared(String qualifiedName, SymbolKind kind, String parameters, int ordinal) {}

    /** Brings rows of the history and rows of the graph together. */
    private static final class Reading {
        private final SymbolHistory history;
        private final SampleTable table;
        private final CodeGraph graph;
        private final @Nullable Declared[] rows;
        private final int[][] ofSymbol;

        Reading(SymbolHistory history, CodeGraph graph) {
            this.history = history;
            this.table = history.table();
            this.graph = graph;
            this.rows = new Declared[table.parents().length];
            this.ofSymbol = new int[graph.symbolCount()][];
        }

        SymbolTimes read() {
            for (int file = 0; file < graph.fileCount(); file++) {
                int path = history.path(graph.path(file));
                if (path >= 0) {
                    file(file, path);
                }
            }
            int[] first = new int[ofSymbol.length + 1];
            for (int symbol = 0; symbol < ofSymbol.length; symbol++) {
                first[symbol + 1] = first[symbol] + (ofSymbol[symbol] == null ? 0 : ofSymbol[symbol].length);
            }
            int[] events = new int[first[ofSymbol.length]];
            for (int symbol = 0; symbol < ofSymbol.length; symbol++) {
                if (ofSymbol[symbol] != null) {
                    System.arraycopy(ofSymbol[symbol], 0, events, first[symbol], ofSymbol[symbol].length);
                }
            }
            int[] declared = new int[history.samples()];
            int[] changed = new int[history.samples()];
            count(declared, changed);
            return new SymbolTimes(graph, followed(), first, events, declared, changed, kept(history.samples()));
        }

        /** How many of the graph's own are there, by what comes and goes. */
        private int[] kept(int samples) {
            int[] kept = new int[samples];
            for (int[] events : ofSymbol) {
                for (int event : events == null ? new int[0] : events) {
                    SymbolChange change = SymbolChange.of(event % CHANGES);
                    kept[event / CHANGES] += change == SymbolChange.ADDED ? 1 : change == SymbolChange.REMOVED ? -1 : 0;
                }
            }
            for (int sample = 1; sample < samples; sample++) {
                kept[sample] += kept[sample - 1];
            }
            return kept;
        }

        private void file(int file, int path) {
            Map<Declared, Integer> symbols = new HashMap<>();
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                SymbolKey key = graph.key(symbol);
                symbols.put(new Declared(key.qualifiedName(), key.kind(), key.parameters(), key.ordinal()), symbol);
            }
            for (SymbolHistory.Stay stay : history.stays(path).reversed()) {
                for (int event = table.firstEvent()[stay.path()];
                        event < table.firstEvent()[stay.path() + 1];
                        event++) {
                    int sample = table.samples()[event];
                    Integer symbol = sample < stay.from() || sample >= stay.until()
                            ? null
                            : symbols.get(declared(table.declarations()[event]));
                    if (symbol != null) {
                        add(symbol, sample * CHANGES + table.changes()[event]);
                    }
                }
            }
        }

        private void add(int symbol, int event) {
            int[] before = ofSymbol[symbol];
            int[] after = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
            after[after.length - 1] = event;
            ofSymbol[symbol] = after;
        }

        private Declared declared(int row) {
            Declared known = rows[row];
            if (known == null) {
                known = new Declared(
                        history.qualifiedName(row), history.kind(row), history.parameters(row), table.ordinals()[row]);
                rows[row] = known;
            }
            return known;
        }

        private int[] followed() {
            int[] followed = new int[ofSymbol.length];
            boolean[] hidden = new boolean[followed.length];
            for (int symbol = 0; symbol < followed.length; symbol++) {
                int parent = graph.parent(symbol);
                hidden[symbol] = parent >= 0
                        && (hidden[parent]
                                || graph.kind(symbol) == SymbolKind.INITIALIZER
                                || Modifiers.has(graph.modifiers(symbol), Modifiers.LOCAL));
                followed[symbol] = hidden[symbol] && ofSymbol[symbol] == null ? followed[parent] : symbol;
            }
            return followed;
        }

        /** Walks once through all that happened. */
        private void count(int[] declared, int[] changed) {
            Map<Integer, Set<Integer>> there = new HashMap<>();
            int[] next = Arrays.copyOf(table.firstEvent(), table.paths().length);
            int total = 0;
            for (int sample = 0; sample < declared.length; sample++) {
                for (int move = 0; move < table.moves().length; move += 3) {
                    if (table.moves()[move] == sample) {
                        Set<Integer> carried = there.remove(table.moves()[move + 1]);
                        Set<Integer> lost =
                                there.put(table.moves()[move + 2], carried == null ? new HashSet<>() : carried);
                        total -= lost == null ? 0 : lost.size();
                    }
                }
                for (int path = 0; path < next.length; path++) {
                    int end = table.firstEvent()[path + 1];
                    for (; next[path] < end && table.samples()[next[path]] == sample; next[path]++) {
                        Set<Integer> rowsThere = there.computeIfAbsent(path, absent -> new HashSet<>());
                        int row = table.declarations()[next[path]];
                        boolean removed = table.changes()[next[path]] == SymbolChange.REMOVED.ordinal();
                        total += removed ? (rowsThere.remove(row) ? -1 : 0) : rowsThere.add(row) ? 1 : 0;
                        changed[sample] += removed ? 0 : 1;
                    }
                }
                declared[sample] = total;
            }
        }
    }
}
