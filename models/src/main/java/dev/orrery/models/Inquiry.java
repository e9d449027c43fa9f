package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Risk;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Setback.Next;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Outcome;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.router.Choice;
import dev.orrery.models.router.Choice.Permission;
import dev.orrery.models.router.PassedOver;
import dev.orrery.models.router.PassedOver.Why;
import dev.orrery.models.router.RequestFacts;
import dev.orrery.models.router.Route;
import dev.orrery.models.router.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: routed once, then each model of the route has its turn ({@link Attempt}) until one answers. Whatever
 * happens, its end is written down.
 */
final class Inquiry {
    private final Broker broker;
    private final ModelRequest request;
    private final Patience patience;
    private final Heard heard;
    private final Journal journal;
    private final RequestFacts facts;
    private final List<UserMessage> passedOver = new ArrayList<>();
    private @Nullable PooledModel last;

    Inquiry(Broker broker, ModelRequest request, Consumer<String> pieces, Cancellation cancellation) {
        this.broker = broker;
        this.request = request;
        this.patience = new Patience(broker.parts().clock(), request.limits().patience(), cancellation);
        this.heard = new Heard(pieces, patience);
        this.journal = new Journal(broker.parts(), request);
        this.facts = RequestShape.facts(request);
    }

    ModelAnswer answer() throws OrreryException {
        boolean written = false;
        try {
            ModelAnswer answer = ask();
            end(Outcome.ANSWERED, "", answer.reason());
            written = true;
            return answer;
        } catch (Setback failed) {
            Outcome outcome = failed.failure().isEmpty() ? Outcome.REFUSED : Outcome.FAILED;
            end(outcome, failed.failure(), failed.userMessage());
            written = true;
            throw new OrreryException(failed.userMessage(), failed);
        } catch (CancellationException cancelled) {
            written = true;
            if (patience.isCancelled()) {
                end(Outcome.CANCELLED, "", UserMessage.of("models.broker.cancelled"));
                throw cancelled;
            }
            UserMessage late = UserMessage.of(
                    "models.broker.late", request.limits().patience().toMillis());
            end(Outcome.FAILED, "TIMED_OUT", late);
            throw new OrreryException(late, cancelled);
        } finally {
            if (!written) {
                end(Outcome.FAILED, "UNEXPECTED", UserMessage.of("models.broker.unexpected"));
            }
        }
    }

    private void end(Outcome outcome, String failure, UserMessage reason) {
        journal.end(new Ended(
                outcome,
                failure,
                last == null ? "" : last.id(),
                last == null ? "" : last.engine(),
                reason,
                passedOver,
                heard.notes(),
                heard.suspicious(),
                heard.usage()));
    }

    private ModelAnswer ask() throws Setback {
        Policy policy = broker.parts().policies().current();
        List<PooledModel> models = broker.parts().pool().models();
        Route route = Router.route(facts, policy, broker.budget(policy), models);
        heard.note(journal.trouble().stream().toList());
        warm(route.passedOver());
        return switch (route) {
            case Route.Nowhere(UserMessage reason, List<PassedOver> over) ->
                throw new Setback(reason, isTrouble(over) ? "NO_MODEL" : "", Next.NOBODY);
            case Route.Go go -> follow(go);
        };
    }

    /** Whether it was not the user's rules that left no model. */
    private boolean isTrouble(List<PassedOver> over) {
        return facts.risk() != Risk.HUMAN_ONLY
                && over.stream()
                        .noneMatch(model ->
                                model.why() == Why.PRIVACY || model.why() == Why.EXCLUDED || model.why() == Why.BUDGET);
    }

    private void warm(List<PassedOver> over) {
        over.stream()
                .filter(model -> model.preferred() && model.why() == Why.NOT_LOADED)
                .findFirst()
                .ifPresent(model -> broker.warm(model.model().id()));
    }

    private ModelAnswer follow(Route.Go route) throws Setback {
        route.passedOver().stream()
                .filter(PassedOver::preferred)
                .map(PassedOver::message)
                .forEach(passedOver::add);
        List<Choice> choices = new ArrayList<>();
        choices.add(route.primary());
        choices.addAll(route.fallbacks());
        Optional<Setback> setback = Optional.empty();
        for (Choice choice : choices) {
            if (setback.isPresent()
                    && setback.get().next() == Next.WITHOUT_ASKING
                    && choice.permission() == Permission.ASK) {
                continue;
            }
            patience.throwIfRequested();
            last = choice.model();
            UserMessage reason = setback.isEmpty()
                    ? route.reason()
                    : UserMessage.of(
                            "models.broker.fallback",
                            last.name(),
                            route.primary().model().name());
            try {
                return new Attempt(broker, request, facts, patience, heard, journal, last).answer(reason, passedOver);
            } catch (Setback failed) {
                if (failed.next() == Next.NOBODY) {
                    throw failed;
                }
                passedOver.add(failed.userMessage());
                setback = Optional.of(failed);
            }
        }
        throw setback.orElseThrow();
    }
}
