package dev.orrery.models;

import dev.orrery.api.ModelRequest;
import dev.orrery.api.OrreryException;
import dev.orrery.api.PromptPart;
import dev.orrery.api.Risk;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Setback.Next;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.policy.Scope;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.router.Choice.Permission;
import dev.orrery.models.router.RequestFacts;
import dev.orrery.models.router.Route;
import dev.orrery.models.router.Router;
import dev.orrery.models.safety.Finding;
import dev.orrery.models.safety.Screening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Whether a model may have a request: by the rules as they are at that moment, and where they say so by the user's word. */
final class Permit {
    private static final long LOOK_MILLIS = 10;

    private final Broker broker;
    private final ModelRequest request;
    private final RequestFacts facts;
    private final Patience patience;

    Permit(Broker broker, ModelRequest request, RequestFacts facts, Patience patience) {
        this.broker = broker;
        this.request = request;
        this.facts = facts;
        this.patience = patience;
    }

    /**
     * Returns where it may.
     *
     * @param wire what would leave the machine; empty where nothing would
     * @param screened what was found in what would leave; what speaks to the model and goes along is asked about whatever the rules say
     * @throws Setback where it may not
     */
    void require(PooledModel model, Optional<WireRequest> wire, long most, Screening.Screened screened) throws Setback {
        boolean suspicious = isSuspicious(screened);
        if (byRules(model) == Permission.GRANTED && !suspicious) {
            return;
        }
        Instant start = broker.parts().clock().instant();
        lockQuestions();
        try {
            if (byRules(model) == Permission.GRANTED && !suspicious) {
                return;
            }
            obey(
                    model,
                    broker.parts()
                            .consent()
                            .ask(
                                    new Consent.Question(
                                            request.task(),
                                            request.workspace(),
                                            request.risk(),
                                            model,
                                            wire,
                                            most,
                                            screened.findings()),
                                    patience::isCancelled));
            byRules(model);
        } finally {
            broker.asking().unlock();
            patience.lengthen(Duration.between(start, broker.parts().clock().instant()));
        }
    }

    private static boolean isSuspicious(Screening.Screened screened) {
        Set<String> going = screened.parts().stream().map(PromptPart::path).collect(Collectors.toSet());
        return screened.findings().stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.INJECTION && going.contains(finding.path()));
    }

    /** One question at a time; who waits for another one's answer can still be cancelled. */
    private void lockQuestions() {
        try {
            while (!broker.asking().tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (patience.isCancelled()) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private Permission byRules(PooledModel model) throws Setback {
        Policy policy = broker.parts().policies().current();
        Route route = Router.route(facts.forModel(model.id()), policy, broker.budget(policy), List.of(model));
        return switch (route) {
            case Route.Go go -> go.primary().permission();
            case Route.Nowhere nowhere -> throw new Setback(nowhere.reason(), "", Next.ANYONE);
        };
    }

    private void obey(PooledModel model, Consent.Answer answer) throws Setback {
        if (patience.isCancelled()) {
            throw new CancellationException();
        }
        switch (answer) {
            case YES_ONCE -> {}
            case YES_FOR_WORKSPACE -> grant(model);
            case NO ->
                throw new Setback(
                        UserMessage.of("models.broker.declined", model.name()),
                        "",
                        request.risk() == Risk.AUTOMATIC ? Next.WITHOUT_ASKING : Next.NOBODY);
        }
    }

    private void grant(PooledModel model) throws Setback {
        Scope scope = new Scope(request.task(), model.id(), "");
        try {
            broker.parts()
                    .policies()
                    .change(policy -> policy.with(request.workspace(), rules -> rules.granting(scope)));
        } catch (OrreryException unwritable) {
            throw new Setback(unwritable.userMessage(), "POLICY", Next.ANYONE);
        }
    }
}
