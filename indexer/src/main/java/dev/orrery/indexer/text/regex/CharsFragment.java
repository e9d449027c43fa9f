package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.NfaCompiler.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states that read one character of a set as UTF-8, numbered from 0, the last one being where they begin. Those of large
 * sets, such as Unicode's words, are made once. Immutable.
 *
 * @param states where they go on after the character, {@link #NEXT} stands
 */
record CharsFragment(List<Nfa.State> states) {
    private static final int NEXT = -1;
    private static final int LARGE = 32;
    private static final int MOST_KEPT = 64;
    private static final Map<Key, CharsFragment> KEPT = new ConcurrentHashMap<>();

    /** What makes one fragment. */
    private record Key(CodePoints set, Direction direction) {}

    static CharsFragment of(CodePoints set, Direction direction) {
        if (set.rangeCount() < LARGE) {
            return make(set, direction);
        }
        Key key = new Key(set, direction);
        CharsFragment known = KEPT.get(key);
        if (known == null) {
            known = make(set, direction);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(key, known);
            }
        }
        return known;
    }

    private static CharsFragment make(CodePoints set, Direction direction) {
        Maker maker = new Maker(direction);
        Utf8Trie trie = direction == Direction.FORWARDS ? Utf8Trie.forwards(set) : Utf8Trie.backwards(set);
        maker.make(trie, new HashMap<>());
        return new CharsFragment(List.copyOf(maker.states));
    }

    /** A fragment's state among the states of a pattern, the fragment beginning at {@code base}. */
    static Nfa.State moved(Nfa.State state, int base, int next) {
        return switch (state) {
            case Nfa.Step step -> {
                int[] ranges = step.ranges().clone();
                for (int i = 2; i < ranges.length; i += 3) {
                    ranges[i] = ranges[i] == NEXT ? next : ranges[i] + base;
                }
                yield new Nfa.Step(ranges);
            }
            case Nfa.Union union -> {
                int[] branches = union.branches().clone();
                for (int i = 0; i < branches.length; i++) {
                    branches[i] += base;
                }
                yield new Nfa.Union(branches);
            }
            case Nfa.Check check -> check;
            case Nfa.Accept accept -> accept;
        };
    }

    /** Turns a tree of byte ranges into states. */
    private record Maker(Direction direction, List<Nfa.State> states) {
        Maker(Direction direction) {
            this(direction, new ArrayList<>());
        }

        /** @param known states of equal subtrees, which are shared */
        int make(Utf8Trie trie, Map<List<Integer>, Integer> known) {
            if (trie.isLeaf()) {
                return NEXT;
            }
            List<Integer> ranges = new ArrayList<>();
            for (Map.Entry<Integer, Utf8Trie> child : trie.children().entrySet()) {
                ranges.add(child.getKey() >> 8);
                ranges.add(child.getKey() & 0xff);
                ranges.add(make(child.getValue(), known));
            }
            Integer same = known.get(ranges);
            if (same == null) {
                same = direction == Direction.FORWARDS ? step(ranges) : ambiguousStep(ranges);
                known.put(ranges, same);
            }
            return same;
        }

        private int add(Nfa.State state) {
            states.add(state);
            return states.size() - 1;
        }

        private int step(List<Integer> ranges) {
            return add(new Nfa.Step(ranges.stream().mapToInt(Integer::intValue).toArray()));
        }

        /** Sibling ranges may overlap backwards; those that do become states of their own. */
        private int ambiguousStep(List<Integer> ranges) {
            List<List<Integer>> layers = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i += 3) {
                int first = ranges.get(i);
                int last = ranges.get(i + 1);
                List<Integer> free = layers.stream()
                        .filter(layer -> isFree(layer, first, last))
                        .findFirst()
                        .orElse(null);
                if (free == null) {
                    free = new ArrayList<>();
                    layers.add(free);
                }
                free.addAll(ranges.subList(i, i + 3));
            }
            if (layers.size() == 1) {
                return step(layers.getFirst());
            }
            int[] branches = new int[layers.size()];
            for (int i = 0; i < branches.length; i++) {
                branches[i] = step(layers.get(i));
            }
            return add(new Nfa.Union(branches));
        }

        private static boolean isFree(List<Integer> layer, int first, int last) {
            for (int i = 0; i < layer.size(); i += 3) {
                if (first <= layer.get(i + 1) && last >= layer.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
