package dev.orrery.indexer.link.java;

import dev.orrery.api.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call was found to reach.
 *
 * @param candidates best first; empty where nothing but a name is known
 * @param how how sure that is, were all candidates of the repository
 * @param arity how the best candidate's parameters take the arguments
 * @param receiver the type of the object that is called, {@code UNKNOWN} where there is none
 * @param name the called name as qualified as it is known
 */
record Selection(List<Candidate> candidates, Resolution how, Candidate.Arity arity, Type receiver, String name) {
    static Selection unknown(String name) {
        return new Selection(List.of(), Resolution.EXTERNAL, Candidate.Arity.FIXED, Type.UNKNOWN, name);
    }

    @Nullable
    Candidate best() {
        return candidates.isEmpty() ? null : candidates.getFirst();
    }

    Selection calledOn(Type type) {
        return new Selection(candidates, how, arity, type, name);
    }

    Selection atMost(Resolution certainty) {
        return how.ordinal() >= certainty.ordinal()
                ? this
                : new Selection(candidates, certainty, arity, receiver, name);
    }
}
