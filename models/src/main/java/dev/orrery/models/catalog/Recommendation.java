package dev.orrery.models.catalog;

import dev.orrery.api.ModelTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * A model that suits a machine for a task.
 *
 * @param fit into what the machine has available, the ones recommended before it counted in
 */
public record Recommendation(ModelTask task, ModelCard card, ModelVariant variant, Fit fit) {
    private static final long BILLION = 1_000_000_000;

    /**
     * The set for a machine, at most one model a task: of those that may be fetched without accepting terms, that fit well beside each
     * other, and that the processor moves fast enough (a line while typing, a page while waiting), the one with the most
     * parameters; at the same size the one that the catalogue prefers. A pure function.
     *
     * @param contextTokens for which each would be loaded
     * @param correction of predictions, by engine and quantisation, as {@link FitHistory#correction}
     */
    public static List<Recommendation> forMachine(
            Catalog catalog, Machine machine, int contextTokens, ToDoubleBiFunction<String, String> correction) {
        List<Recommendation> set = new ArrayList<>();
        long left = machine.availableBytes();
        for (ModelTask task : List.of(ModelTask.EMBEDDING, ModelTask.COMPLETION, ModelTask.CHAT)) {
            Optional<Recommendation> best = best(catalog, task, machine.cores(), left, contextTokens, correction);
            if (best.isPresent()) {
                boolean already = set.stream()
                        .anyMatch(other ->
                                other.variant().id().equals(best.get().variant().id()));
                left -= already ? 0 : best.get().fit().predictedBytes();
                set.add(best.get());
            }
        }
        return List.copyOf(set);
    }

    private static Optional<Recommendation> best(
            Catalog catalog,
            ModelTask task,
            int cores,
            long left,
            int contextTokens,
            ToDoubleBiFunction<String, String> correction) {
        return catalog.cards().stream()
                .filter(card -> card.tasks().contains(task))
                .filter(card -> card.licence().consent() == Licence.Consent.NOT_NEEDED)
                .filter(card -> task != ModelTask.COMPLETION || card.infill().isPresent())
                .filter(card -> card.activeParameters() <= fastEnough(task, cores))
                .map(card -> recommendation(task, card, left, contextTokens, correction))
                .filter(candidate -> candidate.fit().verdict().compareTo(Fit.Verdict.YES) <= 0)
                .reduce((one, later) -> later.card().parameters() > one.card().parameters() ? later : one);
    }

    private static Recommendation recommendation(
            ModelTask task,
            ModelCard card,
            long left,
            int contextTokens,
            ToDoubleBiFunction<String, String> correction) {
        ModelVariant usual = card.variants().getFirst();
        Footprint footprint = Footprint.of(usual.engine(), card.weightBytes(usual), card.shape(), contextTokens);
        double factor = correction.applyAsDouble(usual.engine(), usual.quantisation());
        return new Recommendation(task, card, usual, Fit.of(footprint, factor, left));
    }

    /** Parameters that so many cores move in time; the rate of tokens falls with them. */
    private static long fastEnough(ModelTask task, int cores) {
        long line = cores <= 2
                ? BILLION * 65 / 100
                : cores <= 4 ? BILLION * 16 / 10 : cores <= 8 ? BILLION * 32 / 10 : 8 * BILLION;
        return switch (task) {
            case COMPLETION -> line;
            case CHAT -> line * 5 / 2;
            case EMBEDDING -> line / 4;
        };
    }
}
