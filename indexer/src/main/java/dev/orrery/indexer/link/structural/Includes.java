package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which files of one family include which, and what each reaches that way. In a large C repository nearly every file reaches
 * thousands of others, so that what is reached is one table a file, made when it is first asked for. Written by one thread, then
 * read by many. Files are known by their slots, which they keep when they change.
 */
final class Includes {
    /** Tables that are kept: those of headers are asked for again and again. */
    private static final int MOST_KEPT = 2_000;

    private final StructuralIndex index;
    /** By slot. */
    private @Nullable Direct[] direct = new Direct[64];

    private final Map<Integer, Reached> reached = new ConcurrentHashMap<>();

    Includes(StructuralIndex index) {
        this.index = index;
    }

    /**
     * What one file includes itself.
     *
     * @param targets slots, in the order of the file
     * @param asked the names of files that were looked for
     * @param naming whether it takes names from elsewhere one by one
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Direct(int[] targets, int[] asked, boolean naming) {}

    /**
     * What a file reaches: itself and what it includes in the order in which it is met first, depth first.
     *
     * @param order slots
     * @param slots the same
     * @param naming those that take names from elsewhere one by one, in the same order
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reached(int[] order, BitSet slots, List<Integer> naming) {
        boolean has(SourceUnit unit) {
            return slots.get(unit.slot());
        }

        /** The symbol in the file that is met first; all of them are in files that are reached. */
        @Nullable
        Symbol first(List<Symbol> symbols) {
            if (symbols.size() < 2) {
                return symbols.isEmpty() ? null : symbols.getFirst();
            }
            BitSet wanted = new BitSet();
            symbols.forEach(symbol -> wanted.set(symbol.unit().slot()));
            for (int slot : order) {
                if (wanted.get(slot)) {
                    return symbols.stream()
                            .filter(symbol -> symbol.unit().slot() == slot)
                            .findFirst()
                            .orElse(null);
                }
            }
            return null;
        }

        /** Whether the one slot is met before the other. */
        boolean isBefore(int one, int other) {
            for (int slot : order) {
                if (slot == one || slot == other) {
                    return slot == one;
                }
            }
            return false;
        }
    }

    /**
     * Follows changes that the index has taken over.
     *
     * @param gone slots of the files that are no longer there
     * @param come new and changed files
     * @param changed names that mean something else now, those of files that came or went among them
     * @return the files that reach others now than before
     */
    Set<SourceUnit> update(BitSet gone, List<SourceUnit> come, BitSet changed) {
        BitSet differing = (BitSet) gone.clone();
        gone.stream().filter(slot -> slot < direct.length).forEach(slot -> direct[slot] = null);
        Map<String, Direct> found = new HashMap<>();
        for (int slot = 0; slot < direct.length; slot++) {
            Direct known = direct[slot];
            SourceUnit unit = index.unit(slot);
            if (known != null && unit != null && Arrays.stream(known.asked()).anyMatch(changed::get)) {
                put(slot, find(unit, found), differing);
            }
        }
        for (SourceUnit unit : come) {
            put(unit.slot(), find(unit, found), differing);
        }
        reached.clear();
        return including(differing);
    }

    private void put(int slot, Direct now, BitSet differing) {
        if (slot >= direct.length) {
            direct = Arrays.copyOf(direct, Math.max(slot + 1, direct.length * 2));
        }
        Direct before = direct[slot];
        if (before == null || before.naming() || now.naming() || !Arrays.equals(before.targets(), now.targets())) {
            differing.set(slot);
        }
        direct[slot] = now;
    }

    private Set<SourceUnit> including(BitSet targets) {
        Set<SourceUnit> all = new LinkedHashSet<>();
        if (targets.isEmpty()) {
            return all;
        }
        Map<Integer, List<Integer>> reverse = new HashMap<>();
        for (int slot = 0; slot < direct.length; slot++) {
            Direct includes = direct[slot];
            for (int target : includes == null ? new int[0] : includes.targets()) {
                reverse.computeIfAbsent(target, key -> new ArrayList<>()).add(slot);
            }
        }
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        targets.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int slot = open.remove();
            if (!seen.get(slot)) {
                seen.set(slot);
                open.addAll(reverse.getOrDefault(slot, List.of()));
                SourceUnit unit = index.unit(slot);
                if (unit != null) {
                    all.add(unit);
                }
            }
        }
        return all;
    }

    /** @param found what was found for other files of this round, by folder and path */
    private Direct find(SourceUnit unit, Map<String, Direct> found) {
        String folder = Modules.folder(unit.path());
        List<Direct> parts = new ArrayList<>();
        for (int number : unit.included()) {
            String path = index.names().get(number);
            parts.add(found.computeIfAbsent(folder + '\n' + path, key -> find(path, folder)));
        }
        return new Direct(
                parts.stream()
                        .flatMapToInt(part -> Arrays.stream(part.targets()))
                        .toArray(),
                parts.stream()
                        .flatMapToInt(part -> Arrays.stream(part.asked()))
                        .distinct()
                        .toArray(),
                unit.isNaming());
    }

    private Direct find(String path, String folder) {
        IntStream.Builder asked = IntStream.builder();
        int[] targets = new FileSearch(index, asked::add)
                .bySegments(path, folder).stream().mapToInt(SourceUnit::slot).toArray();
        return new Direct(targets, asked.build().toArray(), false);
    }

    Reached reached(SourceUnit from) {
        Reached known = reached.get(from.slot());
        if (known == null) {
            if (reached.size() >= MOST_KEPT) {
                reached.clear();
            }
            known = walk(from.slot());
            reached.put(from.slot(), known);
        }
        return known;
    }

    private Reached walk(int from) {
        BitSet seen = new BitSet();
        int[] order = new int[64];
        int count = 0;
        List<Integer> naming = new ArrayList<>();
        int[] open = new int[256];
        int depth = 0;
        open[depth++] = from;
        while (depth > 0) {
            int slot = open[--depth];
            Direct includes = slot < direct.length ? direct[slot] : null;
            if (includes == null || seen.get(slot)) {
                continue;
            }
            seen.set(slot);
            order = count < order.length ? order : Arrays.copyOf(order, count * 2);
            order[count++] = slot;
            if (includes.naming()) {
                naming.add(slot);
            }
            int[] targets = includes.targets();
            if (depth + targets.length > open.length) {
                open = Arrays.copyOf(open, 2 * (depth + targets.length));
            }
            for (int i = targets.length - 1; i >= 0; i--) {
                if (!seen.get(targets[i])) {
                    open[depth++] = targets[i];
                }
            }
        }
        return new Reached(Arrays.copyOf(order, count), seen, List.copyOf(naming));
    }
}
