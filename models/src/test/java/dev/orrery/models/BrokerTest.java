package dev.orrery.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Outcome;
import dev.orrery.models.ledger.Period;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.pool.PooledModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrokerTest extends BrokerFixture {
    @Test
    void anAnswerIsToldAndWrittenDown() throws Exception {
        pool.here("local", FakePool.saying("hello"));
        ModelAnswer answer = answer(chat("hi"));
        assertEquals("hello", answer.text());
        assertEquals(List.of("hello"), heard);
        assertEquals("models.router.best", answer.reason().key());
        assertEquals(List.of(), answer.passedOver());
        LedgerEntry entry = newest();
        assertEquals(answer.request(), entry.id());
        assertEquals(Outcome.ANSWERED, entry.ended().outcome());
        assertEquals("local", entry.ended().model());
        assertEquals(answer.reason(), entry.ended().reason());
        broker.settle(answer.request(), Verdict.ACCEPTED);
        broker.close();
        assertEquals(Optional.of(Verdict.ACCEPTED), newest().verdict());
    }

    @Test
    void aModelThatFailsIsReplacedVisibly() throws Exception {
        pool.here("a", FakePool.failing(EngineException.Kind.BROKEN_OFF));
        pool.here("b", FakePool.saying("from b"));
        allow(Privacy.LOCAL_ONLY, "a", "b");
        ModelAnswer answer = answer(chat("hi"));
        assertEquals("b", answer.model());
        assertEquals("models.broker.fallback", answer.reason().key());
        assertEquals(
                List.of("models.broker.failed"),
                answer.passedOver().stream().map(UserMessage::key).toList());
        assertEquals(answer.passedOver(), newest().ended().passedOver());
    }

    @Test
    void whatWasBegunIsNotBegunAgain() throws Exception {
        pool.here("a", (prompt, sampling, pieces, cancellation) -> {
            pieces.accept("half an ans");
            throw new EngineException(EngineException.Kind.BROKEN_OFF, UserMessage.of("models.test"));
        });
        pool.here("b", FakePool.saying("from b"));
        allow(Privacy.LOCAL_ONLY, "a", "b");
        assertEquals("models.broker.failed", refusal(chat("hi")));
        assertEquals(List.of("half an ans"), heard);
        assertEquals("BROKEN_OFF", newest().ended().failure());
    }

    @Test
    void failuresAndRefusalsAreWrittenDown() throws Exception {
        assertEquals("models.router.none", refusal(chat("hi")));
        assertEquals(Outcome.FAILED, newest().ended().outcome());
        pool.here("a", FakePool.failing(EngineException.Kind.NO_MEMORY));
        assertEquals("models.broker.failed", refusal(chat("hi")));
        assertEquals("NO_MEMORY", newest().ended().failure());
        assertEquals("models.router.humanonly", refusal(chat("hi", Risk.HUMAN_ONLY, LONG)));
        assertEquals(Outcome.REFUSED, newest().ended().outcome());
        pool.here("a", (prompt, sampling, pieces, cancellation) -> {
            throw new IllegalStateException("a bug");
        });
        ExecutionException failed = assertThrows(ExecutionException.class, () -> answer(chat("hi")));
        assertInstanceOf(IllegalStateException.class, failed.getCause());
        assertEquals("UNEXPECTED", newest().ended().failure());
    }

    @Test
    void whatWasCancelledIsWrittenDownAndPaidForWhatCame() throws Exception {
        CancelSource cancel = new CancelSource();
        CountDownLatch begun = new CountDownLatch(1);
        pool.elsewhere("cloud", (prompt, sampling, pieces, cancellation) -> {
            pieces.accept("12345678");
            begun.countDown();
            return untilCancelled(cancellation);
        });
        allow(Privacy.ALLOWED, "cloud");
        CompletableFuture<ModelAnswer> asked = broker.ask(chat("abcd"), heard::add, cancel);
        assertTrue(begun.await(5, TimeUnit.MINUTES));
        cancel.cancel();
        assertThrows(CancellationException.class, () -> asked.get(5, TimeUnit.MINUTES));
        assertEquals(Outcome.CANCELLED, newest().ended().outcome());
        // A token with eight for the marks around it was read, two were made.
        assertEquals(9 + 2 * 2, newest().ended().usage().microDollars());
        assertEquals(0, pool.models.get("cloud").leases.get());
    }

    @Test
    void anAnswerThatComesTooLateIsAFailure() throws Exception {
        pool.here("local", (prompt, sampling, pieces, cancellation) -> untilCancelled(cancellation));
        assertEquals("models.broker.late", refusal(chat("hi", Risk.AUTOMATIC, Duration.ofMillis(200))));
        assertEquals("TIMED_OUT", newest().ended().failure());
    }

    @Test
    void urgentRequestsGoFirst() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        FakePool.FakeModel local = pool.here("local", (prompt, sampling, pieces, cancellation) -> {
            first.countDown();
            try {
                go.await();
            } catch (InterruptedException ended) {
                throw new CancellationException();
            }
            return FakePool.saying("").make(prompt, sampling, pieces, cancellation);
        });
        List<CompletableFuture<ModelAnswer>> asked = new ArrayList<>();
        asked.add(ask(urgency("0 running", Urgency.BACKGROUND)));
        assertTrue(first.await(5, TimeUnit.MINUTES));
        for (int number = 1; number <= 4; number++) {
            asked.add(ask(urgency(number + " waiting", number < 3 ? Urgency.BACKGROUND : Urgency.INTERACTIVE)));
            PooledModel pooled = local.pooled();
            int inLine = number;
            while (broker.turnstile(pooled).waiting() < inLine) {
                Thread.onSpinWait();
            }
        }
        go.countDown();
        for (CompletableFuture<ModelAnswer> one : asked) {
            one.get(5, TimeUnit.MINUTES);
        }
        assertEquals(
                List.of("0 running", "3 waiting", "4 waiting", "1 waiting", "2 waiting"),
                local.prompts.stream().map(FakePool::words).toList());
    }

    @Test
    void equalRequestsForVectorsAreOne() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        FakePool.FakeModel local = pool.here("local", FakePool.saying(""));
        local.whileEmbedding = () -> {
            try {
                go.await();
            } catch (InterruptedException ended) {
                throw new CancellationException();
            }
        };
        CancelSource cancel = new CancelSource();
        CompletableFuture<ModelAnswer> first = broker.ask(embedding("one", "three"), heard::add, cancel);
        CompletableFuture<ModelAnswer> second = ask(embedding("one", "three"));
        CompletableFuture<ModelAnswer> other = ask(embedding("two"));
        cancel.cancel();
        assertThrows(CancellationException.class, () -> first.get(5, TimeUnit.MINUTES));
        go.countDown();
        assertEquals(5, second.get(5, TimeUnit.MINUTES).vectors().get(1)[0]);
        assertEquals(3, other.get(5, TimeUnit.MINUTES).vectors().getFirst()[0]);
        assertEquals(2, local.embedded.size());
        assertEquals(3, ledger.entries(Period.HOUR, Long.MAX_VALUE, 10).size());
    }

    @Test
    void aModelThatIsNotLoadedIsLoadedForTheNextTime() throws Exception {
        FakePool.FakeModel big = pool.add(new FakePool.FakeModel(
                "big",
                PooledModel.Place.THIS_MACHINE,
                PooledModel.State.ON_DISK,
                Optional.empty(),
                FakePool.saying("big")));
        pool.here("small", FakePool.saying("small"));
        allow(Privacy.LOCAL_ONLY, "big", "small");
        Duration typing = Duration.ofSeconds(4);
        ModelAnswer answer = answer(chat("hi", Risk.AUTOMATIC, typing));
        assertEquals("small", answer.text());
        assertEquals("models.router.not.loaded", answer.passedOver().getFirst().key());
        while (big.state != PooledModel.State.LOADED) {
            Thread.onSpinWait();
        }
        assertEquals("big", answer(chat("hi", Risk.AUTOMATIC, LONG)).text());
    }

    @Test
    void aPromptIsCutToTheModel() throws Exception {
        FakePool.FakeModel local = pool.here("local", FakePool.saying("x"));
        local.contextTokens = 332;
        // Room for 200 tokens of 4 characters: all of the suffix, the end of the prefix, no context.
        ModelRequest request = new ModelRequest(
                ModelTask.COMPLETION,
                List.of(
                        new PromptPart(Role.CONTEXT, "class Far {}", "Far.java"),
                        new PromptPart(Role.PREFIX, "int line = 1;\n".repeat(200), "A.java"),
                        new PromptPart(Role.SUFFIX, "}\n".repeat(20), "A.java")),
                W,
                Risk.AUTOMATIC,
                Urgency.INTERACTIVE,
                new ModelRequest.Limits(100, List.of(), LONG),
                "");
        ModelAnswer answer = answer(request);
        Prompt.Infill infill = assertInstanceOf(Prompt.Infill.class, local.prompts.getFirst());
        assertEquals("", infill.context());
        assertEquals("}\n".repeat(20), infill.suffix());
        assertTrue(infill.prefix().startsWith("int line") && infill.prefix().endsWith("1;\n"), infill.prefix());
        int tokens = FakePool.tokens(infill.prefix()) + FakePool.tokens(infill.suffix());
        assertTrue(tokens <= 200 && tokens > 190, "tokens " + tokens);
        assertEquals(
                List.of("models.broker.prefixcut", "models.broker.contextcut"),
                answer.notes().stream().map(UserMessage::key).toList());
    }
}
