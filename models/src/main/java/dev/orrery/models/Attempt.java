package dev.orrery.models;

import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Setback.Next;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.ledger.Reservation;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.router.RequestFacts;
import dev.orrery.models.safety.Finding;
import dev.orrery.models.safety.Screening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * One model's turn with a request: loaded, the text screened where it would leave the machine, cut to fit, allowed by the user where that
 * is needed, money set apart, its place in the queue, written down as leaving, sent, paid. In this order: nothing leaves before all
 * that stands in front of it is done.
 */
final class Attempt {
    /** A reservation outlives the patience, in case the engine ends late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int MOST_NOTES = 20;

    private final Broker broker;
    private final BrokerParts parts;
    private final ModelRequest request;
    private final Permit permit;
    private final Patience patience;
    private final Heard heard;
    private final Journal journal;
    private final PooledModel pooled;
    private long spent;

    Attempt(
            Broker broker,
            ModelRequest request,
            RequestFacts facts,
            Patience patience,
            Heard heard,
            Journal journal,
            PooledModel pooled) {
        this.broker = broker;
        this.parts = broker.parts();
        this.request = request;
        this.permit = new Permit(broker, request, facts, patience);
        this.patience = patience;
        this.heard = heard;
        this.journal = journal;
        this.pooled = pooled;
    }

    /**
     * Asks the model.
     *
     * @param reason why this one
     * @param passedOver what was wanted or tried before
     * @throws Setback where it does not answer
     * @throws CancellationException where nobody wants the answer any more, or it would come too late
     */
    ModelAnswer answer(UserMessage reason, List<UserMessage> passedOver) throws Setback {
        try (ModelPool.Lease lease = parts.pool().lease(pooled.id(), patience)) {
            List<float[]> vectors = leaves() ? sendAway(lease.model()) : askHere(lease.model());
            return new ModelAnswer(
                    journal.id(),
                    heard.text(),
                    vectors,
                    pooled.id(),
                    pooled.engine(),
                    reason,
                    passedOver,
                    heard.notes(),
                    heard.usage());
        } catch (EngineException failed) {
            UserMessage message = UserMessage.of("models.broker.failed", pooled.name(), failed.userMessage());
            throw new Setback(message, failed.kind().name(), next());
        } catch (OrreryException unwritable) {
            throw new Setback(unwritable.userMessage(), "LEDGER", next());
        }
    }

    private boolean leaves() {
        return pooled.place() == PooledModel.Place.ELSEWHERE;
    }

    /** What a person has begun to read is not begun again by another model. */
    private Next next() {
        return !heard.text().isEmpty() || patience.isOver() ? Next.NOBODY : Next.ANYONE;
    }

    private Setback refused(String key) {
        return new Setback(UserMessage.of(key, pooled.name()), "", Next.ANYONE);
    }

    private List<float[]> askHere(LoadedModel model) throws EngineException, OrreryException, Setback {
        heard.suspicious(suspicious(parts.screening().screen(request.parts(), request.workspace())));
        Letter letter = Letter.of(request, request.parts(), model);
        if (letter.wire(model, sampling()).isPresent()) {
            throw refused("models.broker.misplaced");
        }
        long most = most(letter);
        permit.require(pooled, Optional.empty(), most, new Screening.Screened(request.parts(), List.of()));
        heard.note(letter.notes());
        OptionalLong reservation = reserve(most);
        return ask(letter, model, Optional.empty(), reservation);
    }

    private static int suspicious(Screening.Screened screened) {
        return (int) screened.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.INJECTION)
                .count();
    }

    private List<float[]> sendAway(LoadedModel model) throws EngineException, OrreryException, Setback {
        if (journal.id() == 0) {
            throw refused("models.broker.unrecorded");
        }
        Screening.Screened screened = parts.screening().screen(request.parts(), request.workspace());
        heard.suspicious(suspicious(screened));
        if (!screened.mayLeave()) {
            throw refused("models.router.not.excluded");
        }
        Letter letter = Letter.of(request, screened.parts(), model);
        WireRequest shown = letter.wire(model, sampling()).orElseThrow(() -> refused("models.broker.untold"));
        long most = most(letter);
        permit.require(pooled, Optional.of(shown), most, screened);
        OptionalLong reservation = reserve(most);
        heard.note(letter.notes());
        heard.note(screened.findings().stream()
                .map(Finding::what)
                .distinct()
                .limit(MOST_NOTES)
                .toList());
        return ask(letter, model, Optional.of(shown), reservation);
    }

    private Sampling sampling() {
        return new Sampling(request.limits().tokens(), 0, request.limits().stops(), 0, patience.left());
    }

    private long most(Letter letter) {
        return cost(letter.promptTokens(), request.limits().tokens());
    }

    private long cost(int promptTokens, int tokens) {
        return pooled.price().map(price -> price.of(promptTokens, tokens)).orElse(0L);
    }

    private OptionalLong reserve(long most) throws OrreryException, Setback {
        if (most == 0) {
            return OptionalLong.empty();
        }
        Policy policy = parts.policies().current();
        return switch (parts.ledger()
                .budgets()
                .reserve(most, policy.allowance(), patience.left().plus(MARGIN))) {
            case Reservation.Refused refused -> throw new Setback(refused.reason(), "", Next.ANYONE);
            case Reservation.Held held -> {
                heard.note(held.warning().stream().toList());
                yield OptionalLong.of(held.id());
            }
        };
    }

    /** @param shown what will leave the machine; empty where nothing will */
    private List<float[]> ask(Letter letter, LoadedModel model, Optional<WireRequest> shown, OptionalLong reservation)
            throws EngineException, OrreryException, Setback {
        try (Turnstile.Pass inside = broker.turnstile(pooled).enter(request.urgency(), patience)) {
            patience.throwIfRequested();
            if (shown.isPresent()) {
                depart(letter, model, shown.get());
            }
            return send(letter, model);
        } finally {
            reservation.ifPresent(this::settle);
        }
    }

    private void depart(Letter letter, LoadedModel model, WireRequest shown) throws OrreryException, Setback {
        WireRequest now = letter.wire(model, sampling()).orElseThrow(() -> refused("models.broker.untold"));
        if (!now.equals(shown)) {
            throw refused("models.broker.changed");
        }
        parts.ledger()
                .departures()
                .add(
                        journal.id(),
                        pooled.id(),
                        now.address(),
                        now.headers(),
                        now.body(),
                        parts.policies().current().departures());
    }

    private List<float[]> send(Letter letter, LoadedModel model) throws EngineException {
        try {
            if (letter.prompt().isEmpty()) {
                List<float[]> vectors = model.embed(letter.texts(), patience);
                took(letter.promptTokens(), 0, 0);
                return vectors;
            }
            Generation made = model.generate(letter.prompt().get(), sampling(), heard, patience);
            took(made.promptTokens(), made.reusedTokens(), made.tokens());
            return List.of();
        } catch (EngineException failed) {
            if (isPaid(failed.kind())) {
                took(letter.promptTokens(), 0, model.countTokens(heard.text()));
            }
            throw failed;
        } catch (CancellationException cancelled) {
            took(letter.promptTokens(), 0, model.countTokens(heard.text()));
            throw cancelled;
        }
    }

    private void took(int promptTokens, int reusedTokens, int tokens) {
        spent = cost(promptTokens, tokens);
        heard.took(promptTokens, reusedTokens, tokens, spent);
    }

    /** Whether a server had begun to work when it failed: then the prompt and what came of the answer count as paid. */
    private static boolean isPaid(EngineException.Kind kind) {
        return switch (kind) {
            case TIMED_OUT, BROKEN_OFF, GARBAGE -> true;
            case UNAVAILABLE, OVERLOADED, REFUSED, TOO_LONG, BAD_MODEL, NO_MEMORY -> false;
        };
    }

    /** Where that cannot be written, the money stays set apart until it expires; the answer is none the worse. */
    private void settle(long reservation) {
        try {
            parts.ledger().budgets().settle(journal.id(), reservation, spent);
        } catch (OrreryException unwritable) {
            heard.note(List.of(unwritable.userMessage()));
        }
    }
}
