package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Assertion.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A deterministic automaton that is built while it runs. A state is an ordered list of the NFA's states, not yet followed
 * through unions and assertions, and what kind of byte was read last: when the next byte is known, assertions can be
 * decided on both sides, so a match is seen one byte late. Transitions are remembered; when they fill their memory all are
 * forgotten and building goes on. Confined to one thread.
 */
final class LazyDfa {
    /** The outcome of a step that is no plain state: the search is over. */
    static final int DEAD = -1;

    /** A byte that this automaton cannot judge: part of a character beyond ASCII, next to a word boundary. */
    static final int QUIT = -2;

    /** In a state's number: a match ended before the byte that led here. */
    static final int MATCHED = 1 << 30;

    private static final int UNKNOWN = 0;
    private static final int MOST_CELLS = 1 << 21;
    private static final int MOST_MEMBERS = 1 << 22;
    private static final Side[] SIDES = Side.values();

    /** Whether a transition leads on without a match: no outcome of its own, known, and below {@link #MATCHED}. */
    static boolean isPlain(int next) {
        return next - 1 >>> 30 == 0;
    }

    /** Which match counts. */
    enum Preference {
        /** The one that the pattern's order prefers. */
        FIRST,
        /** The longest. */
        LONGEST
    }

    private record Key(int[] states, int side, int matched) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.side == side
                    && key.matched == matched
                    && Arrays.equals(key.states, states);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(states) * 31 + side * 2 + (matched == 0 ? 0 : 1);
        }
    }

    private final Nfa.State[] nfa;
    private final int startState;
    private final NfaCompiler.Direction direction;
    private final Preference preference;
    private final ByteClasses classes;
    private final boolean checks;
    private final boolean quitsBeyondAscii;
    private final WorkLimit limit;
    private final int stride;
    private final StateSet closure;
    private final StateSet reached;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final int[] starts = new int[SIDES.length];
    private int[] transitions;
    private int[] stack = new int[64];
    private int members;

    LazyDfa(
            Nfa automaton,
            int startState,
            NfaCompiler.Direction direction,
            Preference preference,
            ByteClasses classes,
            WorkLimit limit) {
        this.nfa = automaton.states().toArray(Nfa.State[]::new);
        this.startState = startState;
        this.direction = direction;
        this.preference = preference;
        this.classes = classes;
        this.checks = automaton.hasChecks();
        this.quitsBeyondAscii = automaton.hasUnicodeWordChecks();
        this.limit = limit;
        this.stride = Integer.highestOneBit(classes.count()) * 2;
        this.closure = new StateSet(nfa.length);
        this.reached = new StateSet(nfa.length);
        this.transitions = new int[stride * 16];
        forget();
    }

    private void forget() {
        numbers.clear();
        keys.clear();
        members = 0;
        keys.add(new Key(new int[0], 0, 0));
        Arrays.fill(transitions, UNKNOWN);
        Arrays.fill(starts, UNKNOWN);
    }

    byte[] classOf() {
        return classes.of();
    }

    /** The table of next states, by state number plus byte class; 0 is not yet known. It changes with {@link #step}. */
    int[] transitions() {
        return transitions;
    }

    /** The state before the first byte. */
    int start(Side side) {
        int state = starts[side.ordinal()];
        if (state == UNKNOWN) {
            state = number(new Key(new int[] {startState}, checks ? side.ordinal() : 0, 0));
            starts[side.ordinal()] = state;
        }
        return state;
    }

    /** What lies beyond the last byte of the line: the class that stands for no byte. */
    int edgeClass() {
        return classes.count();
    }

    /** Works out and remembers the state after {@code state} over a byte of class {@code byteClass}. */
    int step(int state, int byteClass) {
        int value = byteClass == edgeClass() ? -1 : classes.representative()[byteClass];
        if (quitsBeyondAscii && value >= 0x80) {
            return QUIT;
        }
        Key from = keys.get((state & ~MATCHED) / stride);
        Side after = side(value);
        boolean matched = advance(from, after, value);
        int next = DEAD;
        if (matched || reached.size() > 0) {
            Key key = new Key(reached.toArray(), checks ? after.ordinal() : 0, matched ? MATCHED : 0);
            if ((keys.size() * stride >= MOST_CELLS || members >= MOST_MEMBERS) && !numbers.containsKey(key)) {
                forget();
                return number(key);
            }
            next = number(key);
        }
        transitions[(state & ~MATCHED) + byteClass] = next;
        return next;
    }

    private int number(Key key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int row = keys.size();
        keys.add(key);
        members += key.states.length + 16;
        if ((row + 1) * stride > transitions.length) {
            transitions = Arrays.copyOf(transitions, transitions.length * 2);
        }
        int number = row * stride | key.matched;
        numbers.put(key, number);
        return number;
    }

    private static Side side(int value) {
        return value < 0 || value == '\n'
                ? Side.EDGE
                : UnicodeSets.isWord(value) && value < 0x80 ? Side.WORD : Side.OTHER;
    }

    /** Follows {@code from} to the next byte and over it; whether a match ends before that byte. */
    private boolean advance(Key from, Side after, int value) {
        Side before = SIDES[from.side];
        closure.clear();
        reached.clear();
        boolean matched = false;
        for (int i = 0; i < from.states.length && !(matched && preference == Preference.FIRST); i++) {
            matched |= follow(from.states[i], before, after, value);
        }
        limit.spend(closure.size() + 1);
        return matched;
    }

    private boolean follow(int root, Side before, Side after, int value) {
        int depth = 0;
        stack[depth++] = root;
        boolean matched = false;
        while (depth > 0) {
            int number = stack[--depth];
            if (!closure.add(number)) {
                continue;
            }
            switch (nfa[number]) {
                case Nfa.Step step -> {
                    int next = value < 0 ? -1 : step.next(value);
                    if (next >= 0) {
                        reached.add(next);
                    }
                }
                case Nfa.Union union -> {
                    int[] branches = union.branches();
                    if (depth + branches.length > stack.length) {
                        stack = Arrays.copyOf(stack, Math.max(stack.length * 2, depth + branches.length));
                    }
                    for (int i = branches.length - 1; i >= 0; i--) {
                        stack[depth++] = branches[i];
                    }
                }
                case Nfa.Check check -> {
                    boolean holds = direction == NfaCompiler.Direction.FORWARDS
                            ? check.assertion().holds(before, after)
                            : check.assertion().holds(after, before);
                    if (holds) {
                        if (depth == stack.length) {
                            stack = Arrays.copyOf(stack, stack.length * 2);
                        }
                        stack[depth++] = check.next();
                    }
                }
                case Nfa.Accept accept -> {
                    matched = true;
                    if (preference == Preference.FIRST) {
                        return true;
                    }
                }
            }
        }
        return matched;
    }
}
