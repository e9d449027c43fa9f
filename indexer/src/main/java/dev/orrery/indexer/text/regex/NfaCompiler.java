package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.text.regex.Hir.Greed;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles a pattern by Thompson's construction, each part in front of the state that follows it. Backwards, the automaton
 * reads a match from its end to its start.
 */
final class NfaCompiler {
    /** Bounds memory to some tens of megabytes and the slowest step to about a millisecond. */
    private static final int MOST_STATES = 400_000;

    /** Which way an automaton reads. */
    enum Direction {
        FORWARDS,
        BACKWARDS
    }

    private final Direction direction;
    private final List<Nfa.State> states = new ArrayList<>();
    private int weight;

    private NfaCompiler(Direction direction) {
        this.direction = direction;
    }

    /** @throws OrreryException where the pattern, its repetitions written out, is too large */
    static Nfa compile(Hir hir, Direction direction) throws OrreryException {
        NfaCompiler compiler = new NfaCompiler(direction);
        int accept = compiler.add(new Nfa.Accept());
        int start = compiler.compile(hir, accept);
        int scan = compiler.add(new Nfa.Union(new int[0]));
        int skip = compiler.add(new Nfa.Step(new int[] {0, 255, scan}));
        compiler.states.set(scan, new Nfa.Union(new int[] {start, skip}));
        return new Nfa(List.copyOf(compiler.states), start, scan);
    }

    private int add(Nfa.State state) throws OrreryException {
        weight += state instanceof Nfa.Step step ? 1 + step.ranges().length / 12 : 1;
        if (weight > MOST_STATES) {
            throw new OrreryException(UserMessage.of("indexer.regex.large", 1, ""));
        }
        states.add(state);
        return states.size() - 1;
    }

    private int compile(Hir hir, int next) throws OrreryException {
        return switch (hir) {
            case Hir.Chars chars -> compile(chars, next);
            case Hir.OneByte oneByte -> compile(oneByte, next);
            case Hir.Look look -> add(new Nfa.Check(look.assertion(), look.words(), next));
            case Hir.Repeat repeat -> compile(repeat, next);
            case Hir.Concat concat -> compile(concat, next);
            case Hir.Alternate alternate -> compile(alternate, next);
        };
    }

    private int compile(Hir.Concat concat, int next) throws OrreryException {
        int state = next;
        for (Hir item : direction == Direction.FORWARDS ? concat.items().reversed() : concat.items()) {
            state = compile(item, state);
        }
        return state;
    }

    private int compile(Hir.Alternate alternate, int next) throws OrreryException {
        int[] branches = new int[alternate.branches().size()];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = compile(alternate.branches().get(i), next);
        }
        return add(new Nfa.Union(branches));
    }

    private int compile(Hir.Repeat repeat, int next) throws OrreryException {
        Hir inner = repeat.inner();
        int state = next;
        if (repeat.most() >= 0) {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                state = choice(repeat.greed(), compile(inner, state), next);
            }
            for (int i = 0; i < repeat.least(); i++) {
                state = compile(inner, state);
            }
            return state;
        }
        int loop = add(new Nfa.Union(new int[0]));
        int first = compile(inner, loop);
        states.set(loop, union(repeat.greed(), first, next));
        if (repeat.least() == 0) {
            return Hir.canBeEmpty(inner) ? choice(repeat.greed(), first, next) : loop;
        }
        state = first;
        for (int i = 1; i < repeat.least(); i++) {
            state = compile(inner, state);
        }
        return state;
    }

    private int choice(Greed greed, int more, int done) throws OrreryException {
        return add(union(greed, more, done));
    }

    private static Nfa.Union union(Greed greed, int more, int done) {
        return new Nfa.Union(greed == Greed.GREEDY ? new int[] {more, done} : new int[] {done, more});
    }

    private int compile(Hir.OneByte oneByte, int next) throws OrreryException {
        CodePoints set = oneByte.set();
        int[] ranges = new int[set.rangeCount() * 3];
        for (int i = 0; i < set.rangeCount(); i++) {
            ranges[3 * i] = set.first(i);
            ranges[3 * i + 1] = set.last(i);
            ranges[3 * i + 2] = next;
        }
        return add(new Nfa.Step(ranges));
    }

    private int compile(Hir.Chars chars, int next) throws OrreryException {
        if (chars.set().isEmpty()) {
            return add(new Nfa.Step(new int[0]));
        }
        int base = states.size();
        for (Nfa.State state : CharsFragment.of(chars.set(), direction).states()) {
            add(CharsFragment.moved(state, base, next));
        }
        return states.size() - 1;
    }
}
