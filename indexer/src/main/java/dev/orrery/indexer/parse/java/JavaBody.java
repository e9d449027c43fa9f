package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Where values go that a body hands back.
 *
 * @param returned the context of what {@code return} returns
 * @param results collects the expressions that are returned
 * @param yielded the context of what {@code yield} yields
 * @param yields collects the expressions that are yielded
 */
record JavaBody(Context returned, List<Integer> results, Context yielded, List<Integer> yields) {
    static final JavaBody NOWHERE = of(Context.NONE);

    static JavaBody of(Context returned) {
        return new JavaBody(returned, new ArrayList<>(), Context.NONE, new ArrayList<>());
    }

    JavaBody yieldingTo(Context context, List<Integer> into) {
        return new JavaBody(returned, results, context, into);
    }
}
