package dev.orrery.models.router;

import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.api.UserMessage;
import dev.orrery.models.policy.Budget;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.policy.WorkspacePolicy;
import dev.orrery.models.pool.PooledModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the model for a request. First the models are put into an order: those that are assigned to the task in the workspace come
 * as assigned, then the others of this machine, the most suitable first (see {@link Suitability}). Then the first one against which
 * nothing speaks ({@link Objections}) is taken, and the next three are its fallbacks.
 */
public final class Router {
    private static final int FALLBACKS = 3;

    private Router() {}

    /**
     * Where the request goes. Equal arguments give equal routes.
     *
     * @param models as they are now, in a stable order
     */
    public static Route route(RequestFacts facts, Policy policy, Budget budget, List<PooledModel> models) {
        WorkspacePolicy rules = policy.of(facts.workspace());
        List<PooledModel> ordered = models.stream()
                .sorted(Suitability.order(facts, rules.assigned(facts.task())))
                .toList();
        if (facts.risk() == Risk.HUMAN_ONLY) {
            return new Route.Nowhere(UserMessage.of("models.router.humanonly"), List.of());
        }
        if (!facts.model().isEmpty() && models.stream().noneMatch(model -> isNamed(facts, model))) {
            return new Route.Nowhere(UserMessage.of("models.router.unknown", facts.model()), List.of());
        }
        Objections objections = new Objections(facts, rules, budget);
        List<Choice> chosen = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (PooledModel model : ordered) {
            Optional<PassedOver> against = objections.against(model, chosen.isEmpty());
            if (against.isPresent()) {
                passedOver.add(against.get());
            } else if (chosen.size() > FALLBACKS) {
                passedOver.add(objections.spare(model));
            } else {
                chosen.add(objections.choice(model));
            }
        }
        return chosen.isEmpty()
                ? new Route.Nowhere(nowhere(facts, passedOver), passedOver)
                : new Route.Go(
                        chosen.getFirst(),
                        chosen.subList(1, chosen.size()),
                        reason(facts, rules, chosen.getFirst().model(), passedOver),
                        passedOver);
    }

    private static boolean isNamed(RequestFacts facts, PooledModel model) {
        return model.id().equals(facts.model());
    }

    /** What a task is called in a sentence. */
    public static UserMessage taskName(ModelTask task) {
        return UserMessage.of("models.router.task." + task.name().toLowerCase(Locale.ROOT));
    }

    private static UserMessage reason(
            RequestFacts facts, WorkspacePolicy rules, PooledModel model, List<PassedOver> passedOver) {
        if (isNamed(facts, model)) {
            return UserMessage.of("models.router.named", model.name());
        }
        boolean first = passedOver.stream().noneMatch(PassedOver::preferred);
        if (rules.assigned(facts.task()).contains(model.id())) {
            String key = first ? "models.router.first" : "models.router.next";
            return UserMessage.of(key, model.name(), taskName(facts.task()));
        }
        return UserMessage.of(
                first ? "models.router.best" : "models.router.left", model.name(), taskName(facts.task()));
    }

    private static UserMessage nowhere(RequestFacts facts, List<PassedOver> passedOver) {
        List<PassedOver> wanted = passedOver.stream()
                .filter(model -> facts.model().isEmpty()
                        ? model.why().ordinal() > PassedOver.Why.TASK.ordinal()
                        : isNamed(facts, model.model()))
                .toList();
        if (!wanted.isEmpty()) {
            UserMessage first = wanted.getFirst().message();
            return wanted.size() == 1
                    ? first
                    : UserMessage.of("models.router.nowhere", taskName(facts.task()), wanted.size(), first);
        }
        boolean unassigned = passedOver.stream().anyMatch(model -> model.why() == PassedOver.Why.NOT_ASSIGNED);
        String key = unassigned ? "models.router.notassigned" : "models.router.none";
        return UserMessage.of(key, taskName(facts.task()));
    }
}
