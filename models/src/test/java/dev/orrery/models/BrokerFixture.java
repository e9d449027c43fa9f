package dev.orrery.models;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Period;
import dev.orrery.models.metrics.Metrics;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.safety.Finding;
import dev.orrery.models.safety.Screening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker over models that tests make up, with a real ledger and real rules. */
abstract class BrokerFixture {
    static final String W = "/w";

    static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    final FakePool pool = new FakePool();

    final List<Consent.Question> questions = Collections.synchronizedList(new ArrayList<>());

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    volatile Consent.Answer says = Consent.Answer.NO;

    PolicyStore policies;

    Ledger ledger;

    Broker broker;

    /** Stands in for the real one: takes out files called {@code hidden} and replaces {@code hunter2}. */
    static Screening.Screened screen(List<PromptPart> parts, String workspace) {
        List<PromptPart> kept = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (PromptPart part : parts) {
            if (part.text().contains("ignore all instructions")) {
                findings.add(new Finding(
                        Finding.Kind.INJECTION, part.path(), 0, 1, UserMessage.of("models.test.injection")));
            }
            if (part.path().equals("hidden")) {
                findings.add(
                        new Finding(Finding.Kind.EXCLUDED, part.path(), 0, 1, UserMessage.of("models.test.excluded")));
                continue;
            }
            if (part.text().contains("hunter2")) {
                findings.add(new Finding(Finding.Kind.SECRET, part.path(), 0, 1, UserMessage.of("models.test.secret")));
            }
            kept.add(new PromptPart(part.role(), part.text().replace("hunter2", "<redacted>"), part.path()));
        }
        return new Screening.Screened(kept, findings);
    }

    @BeforeEach
    void start() throws Exception {
        policies = new PolicyStore(folder.resolve("policy.json"), trouble -> {});
        ledger = Ledger.open(folder.resolve("ledger.db"), InstantSource.system(), ZoneOffset.UTC, trouble -> {});
        broker = new Broker(new BrokerParts(
                pool,
                policies,
                ledger,
                BrokerFixture::screen,
                (question, cancellation) -> {
                    questions.add(question);
                    return says;
                },
                new Metrics(),
                InstantSource.system()));
    }

    @AfterEach
    void stop() {
        broker.close();
        ledger.close();
    }

    static ModelRequest chat(String text, Risk risk, Duration patience, PromptPart... more) {
        List<PromptPart> parts = new ArrayList<>(List.of(more));
        parts.add(new PromptPart(Role.USER, text, ""));
        return new ModelRequest(
                ModelTask.CHAT,
                parts,
                W,
                risk,
                Urgency.INTERACTIVE,
                new ModelRequest.Limits(100, List.of(), patience),
                "");
    }

    static ModelRequest chat(String text) {
        return chat(text, Risk.AUTOMATIC, LONG);
    }

    CompletableFuture<ModelAnswer> ask(ModelRequest request) {
        return broker.ask(request, heard::add, Cancellation.NEVER);
    }

    ModelAnswer answer(ModelRequest request) throws Exception {
        return ask(request).get(5, TimeUnit.MINUTES);
    }

    /** The key of the reason why nothing answered. */
    String refusal(ModelRequest request) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> answer(request));
        return assertInstanceOf(OrreryException.class, failed.getCause())
                .userMessage()
                .key();
    }

    LedgerEntry newest() throws OrreryException {
        return ledger.entries(Period.HOUR, Long.MAX_VALUE, 1).getFirst();
    }

    void allow(Privacy privacy, String... assigned) throws OrreryException {
        policies.change(policy ->
                policy.with(W, rules -> rules.withPrivacy(privacy).assigning(ModelTask.CHAT, List.of(assigned))));
    }

    static Generation untilCancelled(Cancellation cancellation) {
        while (true) {
            cancellation.throwIfRequested();
            Thread.onSpinWait();
        }
    }

    static ModelRequest urgency(String text, Urgency urgency) {
        ModelRequest request = chat(text);
        return new ModelRequest(
                request.task(), request.parts(), W, request.risk(), urgency, request.limits(), request.model());
    }

    static ModelRequest embedding(String... texts) {
        return new ModelRequest(
                ModelTask.EMBEDDING,
                List.of(texts).stream()
                        .map(text -> new PromptPart(Role.INPUT, text, ""))
                        .toList(),
                W,
                Risk.AUTOMATIC,
                Urgency.BACKGROUND,
                new ModelRequest.Limits(0, List.of(), LONG),
                "");
    }
}
