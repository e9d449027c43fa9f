package dev.orrery.models.router;

import dev.orrery.api.ModelTask;
import dev.orrery.models.pool.PooledModel;
import java.util.Comparator;
import java.util.List;

/** Which model is wanted more for a request. */
final class Suitability {
    /** The engine whose model is always there and knows least. */
    private static final String LAST_RESORT = "ngram";

    private Suitability() {}

    /** Wanted most first; models that are alike stay in their order. */
    static Comparator<PooledModel> order(RequestFacts facts, List<String> assigned) {
        return Comparator.comparing((PooledModel model) -> !model.id().equals(facts.model()))
                .thenComparingInt(model -> rank(model, assigned))
                .thenComparing(model -> model.place() == PooledModel.Place.ELSEWHERE)
                .thenComparing(model -> model.engine().equals(LAST_RESORT))
                .thenComparing(model -> !isReady(model))
                .thenComparing(model -> !holdsAll(facts, model))
                .thenComparing(model -> !model.capabilities().infill())
                .thenComparingLong(model -> most(facts, model))
                .thenComparingDouble(model -> firstTokenMillis(facts, model));
    }

    private static int rank(PooledModel model, List<String> assigned) {
        int at = assigned.indexOf(model.id());
        return at < 0 ? assigned.size() : at;
    }

    static boolean isReady(PooledModel model) {
        return model.state() == PooledModel.State.LOADED || model.state() == PooledModel.State.REMOTE;
    }

    private static boolean holdsAll(RequestFacts facts, PooledModel model) {
        return facts.task() == ModelTask.EMBEDDING
                || (long) facts.promptTokens() + facts.maxTokens()
                        <= model.capabilities().contextTokens();
    }

    /** What the request can cost at most: all of the prompt that the model takes, and the longest answer. Texts to embed are many prompts. */
    static long most(RequestFacts facts, PooledModel model) {
        long room = facts.task() == ModelTask.EMBEDDING
                ? Long.MAX_VALUE
                : Math.max(0, model.capabilities().contextTokens() - (long) facts.maxTokens());
        return model.price()
                .map(price -> price.of(Math.min(facts.promptTokens(), room), facts.maxTokens()))
                .orElse(0L);
    }

    /**
     * When the first token can be expected: on this machine requests wait for one another, each for its longest answer; elsewhere they do
     * not. Infinite where nothing was measured.
     */
    static double firstTokenMillis(RequestFacts facts, PooledModel model) {
        double first = model.firstTokenMillis().orElse(Double.POSITIVE_INFINITY);
        if (model.place() == PooledModel.Place.ELSEWHERE || model.waiting() == 0 || Double.isInfinite(first)) {
            return first;
        }
        double answer = model.tokensPerSecond().isPresent()
                ? 1000 * facts.maxTokens() / Math.max(model.tokensPerSecond().getAsDouble(), 0.001)
                : 0;
        return first + model.waiting() * (first + answer);
    }
}
