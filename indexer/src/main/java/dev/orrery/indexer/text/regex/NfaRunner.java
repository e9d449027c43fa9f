package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Assertion.Side;
import dev.orrery.indexer.text.regex.Hir.Words;

/**
 * Finds matches by following all states of an NFA at once, in their order of preference (Pike's machine). Slower than a
 * {@link LazyDfa}, and able to look at whole characters on both sides of a place. Confined to one thread.
 */
final class NfaRunner {
    private final Nfa.State[] nfa;
    private final int start;
    private final WorkLimit limit;
    private StateSet current;
    private StateSet next;
    private int[] currentStarts;
    private int[] nextStarts;
    private int[] stack = new int[64];

    NfaRunner(Nfa automaton, WorkLimit limit) {
        this.nfa = automaton.states().toArray(Nfa.State[]::new);
        this.start = automaton.start();
        this.limit = limit;
        this.current = new StateSet(nfa.length);
        this.next = new StateSet(nfa.length);
        this.currentStarts = new int[nfa.length];
        this.nextStarts = new int[nfa.length];
    }

    /** A match in a line as {@code start << 32 | end}, or -1; it begins at {@code from} or later. */
    long find(byte[] bytes, int lineStart, int lineEnd, int from) {
        long found = -1;
        current.clear();
        for (int at = from; at <= lineEnd; at++) {
            if (found < 0) {
                follow(start, at, bytes, lineStart, lineEnd, at, current, currentStarts);
            }
            if (current.size() == 0) {
                if (found >= 0) {
                    break;
                }
                continue;
            }
            limit.spend(current.size());
            next.clear();
            for (int i = 0; i < current.size(); i++) {
                int state = current.get(i);
                if (nfa[state] instanceof Nfa.Accept) {
                    found = (long) currentStarts[state] << 32 | at;
                    break;
                }
                if (at < lineEnd && nfa[state] instanceof Nfa.Step step) {
                    int target = step.next(bytes[at] & 0xff);
                    if (target >= 0) {
                        follow(target, currentStarts[state], bytes, lineStart, lineEnd, at + 1, next, nextStarts);
                    }
                }
            }
            swap();
        }
        return found;
    }

    private void swap() {
        StateSet set = current;
        current = next;
        next = set;
        int[] starts = currentStarts;
        currentStarts = nextStarts;
        nextStarts = starts;
    }

    private void follow(
            int root, int matchStart, byte[] bytes, int lineStart, int lineEnd, int at, StateSet set, int[] starts) {
        int depth = 0;
        stack[depth++] = root;
        while (depth > 0) {
            int number = stack[--depth];
            if (!set.add(number)) {
                continue;
            }
            starts[number] = matchStart;
            if (nfa[number] instanceof Nfa.Union union) {
                int[] branches = union.branches();
                if (depth + branches.length > stack.length) {
                    stack = java.util.Arrays.copyOf(stack, Math.max(stack.length * 2, depth + branches.length));
                }
                for (int i = branches.length - 1; i >= 0; i--) {
                    stack[depth++] = branches[i];
                }
            } else if (nfa[number] instanceof Nfa.Check check
                    && check.assertion()
                            .holds(
                                    before(check.words(), bytes, lineStart, at),
                                    after(check.words(), bytes, lineEnd, at))) {
                stack[depth++] = check.next();
            }
        }
    }

    private static Side before(Words words, byte[] bytes, int lineStart, int at) {
        if (at == lineStart) {
            return Side.EDGE;
        }
        int character = words == Words.ASCII ? bytes[at - 1] : Utf8.before(bytes, lineStart, at);
        return character >= 0 && UnicodeSets.isWord(character) ? Side.WORD : Side.OTHER;
    }

    private static Side after(Words words, byte[] bytes, int lineEnd, int at) {
        if (at == lineEnd) {
            return Side.EDGE;
        }
        int character = words == Words.ASCII ? bytes[at] : Utf8.at(bytes, at, lineEnd);
        return character >= 0 && UnicodeSets.isWord(character) ? Side.WORD : Side.OTHER;
    }
}
