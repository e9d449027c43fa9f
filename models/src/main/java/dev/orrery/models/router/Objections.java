package dev.orrery.models.router;

import dev.orrery.api.UserMessage;
import dev.orrery.models.policy.Budget;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.policy.WorkspacePolicy;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.router.Choice.Permission;
import dev.orrery.models.router.PassedOver.Why;
import dev.orrery.models.safety.ExcludedPaths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a model for one request. */
final class Objections {
    /** Who waits less than this does not wait for a model to load. */
    private static final Duration LOADING = Duration.ofSeconds(5);

    private final RequestFacts facts;
    private final WorkspacePolicy rules;
    private final Budget budget;
    private final List<String> paths;
    private final boolean aboutExcluded;

    Objections(RequestFacts facts, WorkspacePolicy rules, Budget budget) {
        this.facts = facts;
        this.rules = rules;
        this.budget = budget;
        this.paths = new ArrayList<>(facts.about());
        paths.addAll(facts.helping());
        ExcludedPaths excluded = ExcludedPaths.of(rules.excluded());
        this.aboutExcluded = facts.about().stream().anyMatch(excluded::excludes);
    }

    /**
     * The first thing that speaks against it.
     *
     * @param preferred whether it would be taken if nothing did
     */
    Optional<PassedOver> against(PooledModel model, boolean preferred) {
        String name = model.name();
        if (!facts.model().isEmpty() && !model.id().equals(facts.model())) {
            return because(model, Why.NOT_NAMED, false, UserMessage.of("models.router.not.named", name));
        }
        if (isElsewhere(model) && facts.model().isEmpty() && !isAssigned(model)) {
            return because(
                    model,
                    Why.NOT_ASSIGNED,
                    false,
                    UserMessage.of("models.router.not.assigned", name, Router.taskName(facts.task())));
        }
        if (!model.capabilities().tasks().contains(facts.task())) {
            return because(
                    model,
                    Why.TASK,
                    preferred && isWanted(model),
                    UserMessage.of("models.router.not.task", name, Router.taskName(facts.task())));
        }
        if (facts.infill() && !model.capabilities().infill()) {
            return because(
                    model, Why.INFILL, preferred && isWanted(model), UserMessage.of("models.router.not.infill", name));
        }
        if (isElsewhere(model) && rules.privacy() == Privacy.LOCAL_ONLY) {
            return because(model, Why.PRIVACY, preferred, UserMessage.of("models.router.not.private", name));
        }
        if (isElsewhere(model) && aboutExcluded) {
            return because(model, Why.EXCLUDED, preferred, UserMessage.of("models.router.not.excluded", name));
        }
        return unable(model, preferred);
    }

    private Optional<PassedOver> unable(PooledModel model, boolean preferred) {
        String name = model.name();
        long least = (long) facts.leastTokens() + facts.maxTokens();
        if (least > model.capabilities().contextTokens()) {
            UserMessage message = UserMessage.of(
                    "models.router.not.context",
                    name,
                    least,
                    model.capabilities().contextTokens());
            return because(model, Why.CONTEXT, preferred, message);
        }
        if (!budget.allows(Suitability.most(facts, model))) {
            return because(model, Why.BUDGET, preferred, UserMessage.of("models.router.not.budget", name));
        }
        if (!model.health().able()) {
            UserMessage message = UserMessage.of(
                    "models.router.not.healthy", name, model.health().reason());
            return because(model, Why.HEALTH, preferred, message);
        }
        if (!Suitability.isReady(model) && facts.patience().compareTo(LOADING) < 0) {
            return because(model, Why.NOT_LOADED, preferred, UserMessage.of("models.router.not.loaded", name));
        }
        double expected = Suitability.firstTokenMillis(facts, model);
        if (Double.isFinite(expected)
                && expected / 1000
                        > facts.patience().toSeconds() + facts.patience().toMillisPart() / 1e3) {
            UserMessage message = UserMessage.of(
                    "models.router.not.fast",
                    name,
                    Math.round(expected),
                    facts.patience().toMillis());
            return because(model, Why.TOO_SLOW, preferred, message);
        }
        return Optional.empty();
    }

    private static Optional<PassedOver> because(PooledModel model, Why why, boolean preferred, UserMessage message) {
        return Optional.of(new PassedOver(model, why, preferred, message));
    }

    PassedOver spare(PooledModel model) {
        return new PassedOver(model, Why.SPARE, false, UserMessage.of("models.router.not.needed", model.name()));
    }

    Choice choice(PooledModel model) {
        boolean granted = rules.scopes().stream().anyMatch(scope -> scope.covers(facts.task(), model.id(), paths));
        Permission permission =
                switch (facts.risk()) {
                    case AUTOMATIC ->
                        !isElsewhere(model) || rules.privacy() == Privacy.ALLOWED || granted
                                ? Permission.GRANTED
                                : Permission.ASK;
                    case WITHIN_SCOPE -> granted ? Permission.GRANTED : Permission.ASK;
                    case ASK_FIRST, HUMAN_ONLY -> Permission.ASK;
                };
        return new Choice(model, permission, Suitability.most(facts, model));
    }

    private static boolean isElsewhere(PooledModel model) {
        return model.place() == PooledModel.Place.ELSEWHERE;
    }

    private boolean isAssigned(PooledModel model) {
        return rules.assigned(facts.task()).contains(model.id());
    }

    /** Whether the user chose it: what cannot do a task at all is otherwise not worth a word. */
    private boolean isWanted(PooledModel model) {
        return isAssigned(model) || model.id().equals(facts.model());
    }
}
