package dev.orrery.indexer.compare;

import dev.orrery.api.Language;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.compare.Declared.Id;
import dev.orrery.indexer.compare.FilePair.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds declarations that were moved among those that only one of two states has, in three steps, each of which leaves less
 * to the next.
 *
 * <ol>
 *   <li>A file that is gone and a new one of the same name (its last part) and language are one if at least half of what
 *       the larger declares at its top the other declares too, by kind, name and parameters.
 *   <li>So are two types of one kind and name, by their members; without members, by their text.
 *   <li>What is left is the same where kind, name, parameters and text agree, where the text is no commonplace (40 bytes,
 *       white space apart), and where there is one such declaration on either side.
 * </ol>
 *
 * <p>Of several partners the one with the most in common wins, then the one whose path comes first. What encloses others
 * takes with it what it has of the same kind, name and parameters, however changed. A symbol that got another name is
 * removed and added, but what is in it may have moved.
 */
final class Matching {
    /** Bytes below which two declarations of one text may be so by chance. */
    static final int COMMONPLACE = 40;
    /** Where more than so many pairs of one name would have to be compared, they are left to the last step. */
    private static final int MOST_PAIRS = 10_000;

    private final Set<Declared> gone = new LinkedHashSet<>();
    private final Set<Declared> come = new LinkedHashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    Matching(List<FilePair> files) {
        for (FilePair file : files) {
            gone.addAll(file.gone());
            come.addAll(file.come());
        }
        pairAlike(
                files.stream()
                        .filter(file -> file.presence() == FilePair.Presence.ONLY_BEFORE)
                        .map(file -> whole(file.path(), file.gone()))
                        .toList(),
                files.stream()
                        .filter(file -> file.presence() == FilePair.Presence.ONLY_AFTER)
                        .map(file -> whole(file.path(), file.come()))
                        .toList());
        pairTypes();
        pairEqualTexts();
    }

    /** What was moved. */
    List<Pair> pairs() {
        return pairs;
    }

    /** What was removed, after everything that was moved. */
    Set<Declared> gone() {
        return gone;
    }

    /** What was added. */
    Set<Declared> come() {
        return come;
    }

    /** Something that holds others: a file, where {@code self} is null, or a type. */
    private record Holder(
            Object group, String path, @Nullable Declared self, List<Declared> held) {
        double likeness(Holder other) {
            if (held.isEmpty() && other.held.isEmpty()) {
                return self != null && other.self != null && self.hasTextOf(other.self) ? 1 : 0;
            }
            Map<Id, Integer> left = new HashMap<>();
            held.forEach(child -> left.merge(child.id(), 1, Integer::sum));
            long common = other.held.stream()
                    .filter(child -> left.merge(child.id(), -1, Integer::sum) >= 0)
                    .count();
            return common / (double) Math.max(held.size(), other.held.size());
        }
    }

    private static Holder whole(String path, List<Declared> all) {
        List<Declared> top =
                all.stream().filter(declared -> declared.parent() == null).toList();
        Object language = all.isEmpty() ? "" : all.getFirst().key().language();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Holder(List.of(language, name), path, null, top);
    }

    private record Group(Language language, SymbolKind kind, String name) {}

    private void pairTypes() {
        pairAlike(types(gone), types(come));
    }

    private List<Holder> types(Set<Declared> side) {
        return side.stream()
                .filter(declared -> declared.key().kind().isType())
                .map(type -> new Holder(
                        new Group(type.key().language(), type.key().kind(), type.name()),
                        type.key().path(),
                        type,
                        type.children()))
                .toList();
    }

    private record Candidate(Holder before, Holder after, double likeness) {}

    private void pairAlike(List<Holder> before, List<Holder> after) {
        Map<Object, List<Holder>> byGroup = new HashMap<>();
        after.forEach(holder -> byGroup.computeIfAbsent(holder.group(), group -> new ArrayList<>())
                .add(holder));
        Map<Object, Integer> sizes = new HashMap<>();
        before.forEach(holder -> sizes.merge(holder.group(), 1, Integer::sum));
        List<Candidate> candidates = new ArrayList<>();
        for (Holder holder : before) {
            List<Holder> partners = byGroup.getOrDefault(holder.group(), List.of());
            if ((long) partners.size() * sizes.getOrDefault(holder.group(), 0) <= MOST_PAIRS) {
                for (Holder partner : partners) {
                    double likeness = holder.likeness(partner);
                    if (likeness >= 0.5) {
                        candidates.add(new Candidate(holder, partner, likeness));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness())
                .thenComparing(candidate -> candidate.before().path())
                .thenComparing(candidate -> candidate.after().path()));
        Set<Holder> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (isFree(candidate.before(), gone, taken) && isFree(candidate.after(), come, taken)) {
                taken.add(candidate.before());
                taken.add(candidate.after());
                pair(candidate.before(), candidate.after());
            }
        }
    }

    private static boolean isFree(Holder holder, Set<Declared> side, Set<Holder> taken) {
        return !taken.contains(holder) && (holder.self() == null || side.contains(holder.self()));
    }

    private void pair(Holder before, Holder after) {
        if (before.self() != null && after.self() != null) {
            take(before.self(), after.self());
        } else {
            pairHeld(before.held(), after.held());
        }
    }

    /** Pairs two declarations and all that they hold alike. */
    private void take(Declared before, Declared after) {
        gone.remove(before);
        come.remove(after);
        pairs.add(new Pair(before, after));
        pairHeld(before.children(), after.children());
    }

    private void pairHeld(List<Declared> before, List<Declared> after) {
        Map<Id, List<Declared>> byId = new HashMap<>();
        for (Declared child : after) {
            if (come.contains(child)) {
                byId.computeIfAbsent(child.id(), id -> new ArrayList<>()).add(child);
            }
        }
        for (Declared child : before) {
            List<Declared> same = byId.getOrDefault(child.id(), List.of());
            if (gone.contains(child) && !same.isEmpty()) {
                take(child, same.removeFirst());
            }
        }
    }

    private record Wording(Language language, Id id, long text, int size) {}

    private void pairEqualTexts() {
        Function<Set<Declared>, Map<Wording, List<Declared>>> worded = side -> {
            Map<Wording, List<Declared>> byWording = new LinkedHashMap<>();
            for (Declared declared : side) {
                if (declared.size() >= COMMONPLACE) {
                    byWording
                            .computeIfAbsent(
                                    new Wording(
                                            declared.key().language(), declared.id(), declared.text(), declared.size()),
                                    wording -> new ArrayList<>())
                            .add(declared);
                }
            }
            return byWording;
        };
        Map<Wording, List<Declared>> before = worded.apply(gone);
        Map<Wording, List<Declared>> after = worded.apply(come);
        before.forEach((wording, was) -> {
            List<Declared> is = after.getOrDefault(wording, List.of());
            if (was.size() == 1 && is.size() == 1 && gone.contains(was.getFirst()) && come.contains(is.getFirst())) {
                take(was.getFirst(), is.getFirst());
            }
        });
    }
}
