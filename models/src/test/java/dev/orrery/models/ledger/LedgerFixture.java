package dev.orrery.models.ledger;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A ledger whose clock the test turns. */
final class LedgerFixture implements InstantSource {
    static final Instant START = Instant.parse("2026-03-17T12:00:00Z");
    static final Asked CHAT = new Asked(ModelTask.CHAT, "/w", Urgency.INTERACTIVE, Risk.AUTOMATIC);

    final List<UserMessage> troubles = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void turn(Duration on) {
        now = now.plus(on);
    }

    void set(Instant to) {
        now = to;
    }

    Ledger open(Path file) throws OrreryException {
        return Ledger.open(file, this, ZoneOffset.UTC, troubles::add);
    }

    static Ended ended(Outcome outcome, String model, long millis) {
        return new Ended(
                outcome,
                outcome == Outcome.FAILED ? "TIMED_OUT" : "",
                model,
                "gguf",
                UserMessage.of("models.ledger.closed"),
                List.of(),
                List.of(),
                0,
                new Usage(100, 40, 10, Duration.ofMillis(millis / 2), Duration.ofMillis(millis), 0));
    }

    /** Writes down a whole request, paid for. */
    static long add(Ledger ledger, Asked asked, Ended ended, long microDollars) throws OrreryException {
        long id = ledger.begin(asked);
        if (microDollars > 0) {
            ledger.budgets().settle(id, -1, microDollars);
        }
        ledger.end(id, ended);
        return id;
    }
}
