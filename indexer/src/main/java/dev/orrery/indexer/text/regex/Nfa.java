package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Hir.Words;
import java.util.List;

/**
 * A nondeterministic automaton over bytes.
 *
 * @param states the states; a union's earlier branches are preferred
 * @param start where a match begins
 * @param scanStart as {@code start}, after any number of bytes that are not part of the match
 */
record Nfa(List<State> states, int start, int scanStart) {
    /** One state. */
    sealed interface State {}

    /** Goes on over one byte: triples of first byte, last byte and next state. */
    @SuppressWarnings("ArrayRecordComponent")
    record Step(int[] ranges) implements State {
        /** The next state over {@code value}, or -1. */
        int next(int value) {
            for (int i = 0; i < ranges.length; i += 3) {
                if (value >= ranges[i] && value <= ranges[i + 1]) {
                    return ranges[i + 2];
                }
            }
            return -1;
        }
    }

    /** Goes on in several ways without a byte. */
    @SuppressWarnings("ArrayRecordComponent")
    record Union(int[] branches) implements State {}

    /** Goes on where an assertion holds. */
    record Check(Assertion assertion, Words words, int next) implements State {}

    /** The match is complete. */
    record Accept() implements State {}

    boolean hasChecks() {
        return states.stream().anyMatch(Check.class::isInstance);
    }

    boolean hasWordChecks() {
        return states.stream()
                .anyMatch(state ->
                        state instanceof Check check && check.assertion().isAboutWords());
    }

    /** Whether an assertion depends on characters beyond ASCII, which a byte at a time cannot tell. */
    boolean hasUnicodeWordChecks() {
        return states.stream()
                .anyMatch(state -> state instanceof Check check
                        && check.assertion().isAboutWords()
                        && check.words() == Words.UNICODE);
    }
}
