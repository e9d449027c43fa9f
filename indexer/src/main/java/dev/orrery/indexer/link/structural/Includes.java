package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files of one family include which, and what each reaches that way. In a large C repository nearly every file reaches
 * thousands of others, so that what is reached is one table a file, made when it is first asked for. Written by one thread, then
 * read by many. Files are known by their slots, which they keep when they change.
 */
final class Includes {
    /** Tables that are kept: those of headers are asked for again and again. */
    private static final int MOST_KEPT = 1_000;

    private final StructuralIndex index;
    private final Map<Integer, Direct> direct = new HashMap<>();
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
    private record Direct(List<Integer> targets, Set<Integer> asked, boolean naming) {}

    /**
     * What a file reaches: itself and what it includes in the order in which it is met first, depth first.
     *
     * @param sorted slots in the upper halves, places in the lower ones, rising
     * @param naming places and slots, likewise, of the files that take names from elsewhere one by one, in the order of places
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reached(long[] sorted, long[] naming) {
        /** The place of a file, -1 where it is not reached. */
        int place(SourceUnit unit) {
            int at = -Arrays.binarySearch(sorted, (long) unit.slot() << 32) - 1;
            int exact = at < 0 ? -at - 1 : at;
            return exact < sorted.length && (int) (sorted[exact] >> 32) == unit.slot() ? (int) sorted[exact] : -1;
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
        gone.stream().forEach(direct::remove);
        Map<String, Direct> found = new HashMap<>();
        direct.replaceAll((slot, known) -> {
            SourceUnit unit = index.unit(slot);
            return unit == null || known.asked().stream().noneMatch(changed::get)
                    ? known
                    : note(slot, known, find(unit, found), differing);
        });
        for (SourceUnit unit : come) {
            direct.put(unit.slot(), note(unit.slot(), direct.get(unit.slot()), find(unit, found), differing));
        }
        reached.clear();
        return including(differing);
    }

    private static Direct note(int slot, @Nullable Direct before, Direct now, BitSet differing) {
        if (before == null
                || before.naming()
                || now.naming()
                || !before.targets().equals(now.targets())) {
            differing.set(slot);
        }
        return now;
    }

    private Set<SourceUnit> including(BitSet targets) {
        Set<SourceUnit> all = new LinkedHashSet<>();
        if (targets.isEmpty()) {
            return all;
        }
        Map<Integer, List<Integer>> reverse = new HashMap<>();
        direct.forEach((slot, includes) -> includes.targets()
                .forEach(target ->
                        reverse.computeIfAbsent(target, key -> new ArrayList<>()).add(slot)));
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
        Set<Integer> asked = new TreeSet<>();
        List<Integer> targets = new ArrayList<>();
        for (int number : unit.included()) {
            String path = index.names().get(number);
            Direct one = found.computeIfAbsent(folder + '\n' + path, key -> find(path, folder));
            asked.addAll(one.asked());
            targets.addAll(one.targets());
        }
        return new Direct(List.copyOf(targets), Set.copyOf(asked), unit.isNaming());
    }

    private Direct find(String path, String folder) {
        Set<Integer> asked = new TreeSet<>();
        List<Integer> targets = new FileSearch(index, asked::add)
                .bySegments(path, folder).stream().map(SourceUnit::slot).toList();
        return new Direct(targets, asked, false);
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
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        List<Long> order = new ArrayList<>();
        List<Long> naming = new ArrayList<>();
        while (!open.isEmpty()) {
            int slot = open.pop();
            Direct includes = direct.get(slot);
            if (seen.get(slot) || includes == null) {
                continue;
            }
            seen.set(slot);
            if (includes.naming()) {
                naming.add((long) order.size() << 32 | slot);
            }
            order.add((long) slot << 32 | order.size());
            for (int i = includes.targets().size() - 1; i >= 0; i--) {
                int target = includes.targets().get(i);
                if (!seen.get(target)) {
                    open.push(target);
                }
            }
        }
        return new Reached(
                order.stream().mapToLong(Long::longValue).sorted().toArray(),
                naming.stream().mapToLong(Long::longValue).toArray());
    }
}
