package dev.orrery.indexer.history;

import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.store.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How symbols came, changed and went over the sampled commits, oldest first. A file that moved is followed where git moved it
 * without another change. Declarations inside of bodies are not followed. Immutable.
 */
public final class SymbolHistory {
    /** Where there are fewer than two commits. */
    public static final SymbolHistory EMPTY = new SymbolHistory(SampleTable.EMPTY, List.of());

    private static final SymbolKind[] KINDS = SymbolKind.values();

    private final SampleTable table;
    private final List<SampledCommit> commits;
    private final Map<String, Integer> paths = new HashMap<>();
    private final Map<Integer, List<int[]>> arrivals = new HashMap<>();
    private final Map<Integer, List<Integer>> departures = new HashMap<>();

    /** @param commits one a sample */
    SymbolHistory(SampleTable table, List<SampledCommit> commits) {
        this.table = table;
        this.commits = List.copyOf(commits);
        for (int path = 0; path < table.paths().length; path++) {
            paths.put(path(path), path);
        }
        for (int move = 0; move < table.moves().length; move += 3) {
            departures
                    .computeIfAbsent(table.moves()[move + 1], from -> new ArrayList<>())
                    .add(table.moves()[move]);
            arrivals.computeIfAbsent(table.moves()[move + 2], to -> new ArrayList<>())
                    .add(new int[] {table.moves()[move], table.moves()[move + 1]});
        }
    }

    /** How many commits were looked at; 0 where there are fewer than two. */
    public int samples() {
        return table.seconds().length;
    }

    /** When a sample was committed, in seconds since 1970. */
    public long time(int sample) {
        return Integer.toUnsignedLong(table.seconds()[sample]);
    }

    /** The commit of a sample. */
    public SampledCommit commit(int sample) {
        return commits.get(sample);
    }

    /**
     * What became of one symbol.
     *
     * @param first the sample in which it was seen first
     * @param changed the samples in which its text differs from the sample before, ascending
     * @param gone the sample in which it was gone, or -1 where it is there
     */
    public record Story(int first, List<Integer> changed, int gone) {
        public Story {
            changed = List.copyOf(changed);
        }

        /** The sample in which it came or last changed. */
        public int last() {
            return changed.isEmpty() ? first : changed.getLast();
        }
    }

    /** The story of a symbol that is or was there; empty for others, and for those that are newer than the newest commit. */
    public Optional<Story> story(SymbolKey key) {
        int first = -1;
        int gone = -1;
        List<Integer> changed = new ArrayList<>();
        for (Stay stay : stays(path(key.path()))) {
            int path = stay.path();
            for (int event = table.firstEvent()[path + 1] - 1; event >= table.firstEvent()[path]; event--) {
                int sample = table.samples()[event];
                if (sample >= stay.from() && sample < stay.until() && isOf(table.declarations()[event], key)) {
                    switch (SymbolChange.of(table.changes()[event])) {
                        case CHANGED -> changed.addFirst(sample);
                        case REMOVED -> gone = first < 0 && changed.isEmpty() && gone < 0 ? sample : gone;
                        case ADDED -> first = sample;
                    }
                }
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new Story(first, changed, gone));
    }

    /**
     * The samples during which a file had a path.
     *
     * @param path its row
     * @param from the first of them
     * @param until the first that shows it elsewhere, or one past the last sample
     */
    record Stay(int path, int from, int until) {}

    /** Where the file that a path has at the end was, the last place first; none for a path that is not known. */
    List<Stay> stays(int path) {
        List<Stay> stays = new ArrayList<>();
        int end = samples();
        for (int at = path; at >= 0; ) {
            int[] arrival = arrival(at, end);
            int arrived = arrival.length == 0 ? 0 : arrival[0];
            // What was there before another file left from this path is that file's.
            int from = Math.max(arrived, departure(at, end));
            stays.add(new Stay(at, from, end));
            end = from;
            at = arrival.length == 0 || from > arrived ? -1 : arrival[1];
        }
        return stays;
    }

    /** The row of a path, or -1. */
    int path(String path) {
        return paths.getOrDefault(path, -1);
    }

    SymbolKind kind(int row) {
        return KINDS[table.kinds()[row]];
    }

    SampleTable table() {
        return table;
    }

    /** When a path was last moved to before a sample, and from which path; empty for never. */
    private int[] arrival(int path, int end) {
        return arrivals.getOrDefault(path, List.of()).stream()
                .filter(move -> move[0] < end)
                .max((a, b) -> Integer.compare(a[0], b[0]))
                .orElse(new int[0]);
    }

    /** When a path was last moved from before a sample; 0 for never. */
    private int departure(int path, int end) {
        int last = 0;
        for (int sample : departures.getOrDefault(path, List.of())) {
            last = sample < end ? Math.max(last, sample) : last;
        }
        return last;
    }

    private boolean isOf(int row, SymbolKey key) {
        return KINDS[table.kinds()[row]] == key.kind()
                && table.ordinals()[row] == key.ordinal()
                && key.qualifiedName().endsWith(name(table.declared()[row]))
                && parameters(row).equals(key.parameters())
                && qualifiedName(row).equals(key.qualifiedName());
    }

    String parameters(int row) {
        return table.parameters()[row] < 0 ? "" : name(table.parameters()[row]);
    }

    String qualifiedName(int row) {
        int parent = table.parents()[row];
        String before = parent < 0 ? name(~parent) : qualifiedName(parent);
        return before.isEmpty() ? name(table.declared()[row]) : before + "." + name(table.declared()[row]);
    }

    private String name(int number) {
        return table.names().get(number);
    }

    private String path(int path) {
        return name(table.paths()[path]);
    }

    /**
     * What one sample shows.
     *
     * @param present every symbol that was there
     * @param changed those of them that came or changed since the sample before
     */
    public record Moment(Set<SymbolKey> present, Set<SymbolKey> changed) {}

    /** The symbols at one sample. */
    public Moment at(int sample) {
        Map<Integer, Set<Integer>> there = new HashMap<>();
        List<int[]> moves = new ArrayList<>();
        for (int move = 0; move < table.moves().length; move += 3) {
            moves.add(Arrays.copyOfRange(table.moves(), move, move + 3));
        }
        Set<SymbolKey> changed = new LinkedHashSet<>();
        int[] next = Arrays.copyOf(table.firstEvent(), table.paths().length);
        for (int now = 0; now <= sample; now++) {
            for (int[] move : moves) {
                if (move[0] == now) {
                    Set<Integer> carried = there.remove(move[1]);
                    there.put(move[2], carried == null ? new TreeSet<>() : carried);
                }
            }
            for (int path = 0; path < next.length; path++) {
                for (; next[path] < table.firstEvent()[path + 1] && table.samples()[next[path]] == now; next[path]++) {
                    int row = table.declarations()[next[path]];
                    Set<Integer> rows = there.computeIfAbsent(path, absent -> new TreeSet<>());
                    if (SymbolChange.of(table.changes()[next[path]]) == SymbolChange.REMOVED) {
                        rows.remove(row);
                    } else {
                        rows.add(row);
                        if (now == sample) {
                            key(path, row, changed);
                        }
                    }
                }
            }
        }
        Set<SymbolKey> present = new LinkedHashSet<>();
        there.forEach((path, rows) -> rows.forEach(row -> key(path, row, present)));
        return new Moment(present, changed);
    }

    private void key(int path, int row, Set<SymbolKey> keys) {
        Languages.standard()
                .forPath(path(path))
                .ifPresent(language -> keys.add(new SymbolKey(
                        language.language(),
                        path(path),
                        qualifiedName(row),
                        KINDS[table.kinds()[row]],
                        parameters(row),
                        table.ordinals()[row])));
    }
}
