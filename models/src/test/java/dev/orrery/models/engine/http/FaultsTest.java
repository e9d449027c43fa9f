package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.ScriptedServer.Script;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose server misbehaves. The random pauses between attempts are all of length 0 here. */
class FaultsTest extends FaultyServer {
    @Test
    void cancellingWhileNothingCameClosesTheConnection() throws Exception {
        with((request, reply) -> reply.beSilent(), (server, model) -> {
            Cancellation seen = () -> !server.requests().isEmpty();
            assertThrows(CancellationException.class, () -> model.generate(PROMPT, sampling(), heard::add, seen));
            server.awaitGone();
            assertTrue(model.health().able(), "a request that was cancelled is no fault of the server");
        });
    }

    @Test
    void cancellingInTheMiddleClosesTheConnection() throws Exception {
        Script endless = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.chunk(chunk("one"));
            reply.beSilent();
        };
        with(endless, (server, model) -> {
            CancelSource cancel = new CancelSource();
            assertThrows(
                    CancellationException.class,
                    () -> model.generate(
                            PROMPT,
                            sampling(),
                            piece -> {
                                heard.add(piece);
                                cancel.cancel();
                            },
                            cancel));
            server.awaitGone();
            assertEquals(List.of("one"), heard);
        });
    }

    @Test
    void aServerThatNeverAnswersIsLeftWhenPatienceEnds() throws Exception {
        with((request, reply) -> reply.beSilent(), (server, model) -> {
            Sampling hasty = new Sampling(8, 0, List.of(), 1, Duration.ofMillis(300));
            EngineException late = assertThrows(
                    EngineException.class, () -> model.generate(PROMPT, hasty, heard::add, Cancellation.NEVER));
            assertEquals(Kind.TIMED_OUT, late.kind());
        });
    }

    @Test
    void closingTheModelEndsWhatIsUnderWay() throws Exception {
        Script endless = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.chunk(chunk("one"));
            reply.beSilent();
        };
        with(endless, (server, model) -> {
            EngineException ended = assertThrows(
                    EngineException.class,
                    () -> model.generate(PROMPT, sampling(), piece -> model.close(), Cancellation.NEVER));
            assertEquals(Kind.UNAVAILABLE, ended.kind());
            server.awaitGone();
        });
    }

    @Test
    void whatWasToldIsNeverAskedForAgain() throws Exception {
        Script cut = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.chunk(chunk("half"));
            reply.cut();
        };
        with(failing(1, cut), (server, model) -> {
            refused(model, Kind.BROKEN_OFF);
            assertEquals(List.of("half"), heard);
            assertEquals(1, server.requests().size());
        });
    }

    @Test
    void whatBrokeOffBeforeAnythingWasToldIsAskedForAgain() throws Exception {
        Script cut = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.chunk(": nothing yet\n\ndata: {\"choices\":[{\"in");
            reply.cut();
        };
        with(failing(2, cut), (server, model) -> {
            assertEquals("well", ask(model).text());
            assertEquals(List.of("well"), heard);
            assertEquals(3, server.requests().size());
        });
    }

    @Test
    void anAnswerWithoutAnEndIsBrokenOff() throws Exception {
        Script unfinished = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.chunk(chunk("half"));
            reply.end();
        };
        with(unfinished, (server, model) -> refused(model, Kind.BROKEN_OFF));
    }

    @Test
    void aFailingServerIsAskedThreeTimes() throws Exception {
        with(failing(2, status(500, "{}")), (server, model) -> {
            assertEquals("well", ask(model).text());
            assertEquals(3, server.requests().size());
        });
        with(status(502, "<html>Bad Gateway</html>"), (server, model) -> {
            refused(model, Kind.BROKEN_OFF);
            assertEquals(3, server.requests().size());
        });
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() throws Exception {
        for (int busy : new int[] {429, 503, 529}) {
            with(failing(1, status(busy, "{}", "Retry-After: 0")), (server, model) -> {
                assertEquals("well", ask(model).text());
                assertEquals(2, server.requests().size());
            });
        }
    }

    @Test
    void whoMustWaitForLongIsToldAtOnceAndTheServerIsLeftAlone() throws Exception {
        Script busy = failing(
                1, status(429, "{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit\"}}", "Retry-After: 3600"));
        with(busy, (server, model) -> {
            EngineException refusal = refused(model, Kind.OVERLOADED);
            assertEquals(Optional.of(Duration.ofHours(1)), refusal.retryAfter());
            assertTrue(sentence(refusal).contains("slow down"));
            assertFalse(model.health().able());
            assertEquals(
                    Optional.of(Duration.ofHours(1)),
                    refused(model, Kind.OVERLOADED).retryAfter());
            assertEquals(1, server.requests().size());
            now.set(now.get().plus(Duration.ofHours(1)));
            assertTrue(model.health().able());
            assertEquals("well", ask(model).text());
        });
    }

    @Test
    void anEmptyAccountIsNoReasonToAskAgain() throws Exception {
        String body =
                "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}";
        with(status(429, body), (server, model) -> {
            refused(model, Kind.REFUSED);
            assertEquals(1, server.requests().size());
        });
    }

    @Test
    void aServerThatFailsAgainAndAgainIsTriedSeldom() throws Exception {
        AtomicInteger fails = new AtomicInteger(8);
        Script script = (request, reply) -> {
            if (fails.getAndDecrement() > 0) {
                reply.whole(500, JSON, "{}");
            } else {
                well(reply);
            }
        };
        with(script, (server, model) -> {
            refused(model, Kind.BROKEN_OFF);
            refused(model, Kind.BROKEN_OFF);
            assertEquals(6, server.requests().size());
            assertFalse(model.health().able());
            refused(model, Kind.OVERLOADED);
            assertEquals(6, server.requests().size());
            now.set(now.get().plus(CircuitBreaker.FIRST_REST.multipliedBy(2)));
            assertTrue(model.health().able());
            assertEquals("well", ask(model).text());
            assertEquals("well", ask(model).text());
        });
    }

    @Test
    void whereNothingListensNothingIsTriedTwice() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (OpenAiEngine engine = new OpenAiEngine(
                        ServerContract.accounts(Optional.empty(), Dialect.COMPATIBLE),
                        ServerContract.DIRECT,
                        now::get,
                        () -> 0);
                LoadedModel model = engine.load(
                        new ModelSource.Server(
                                "test/tiny",
                                java.net.URI.create("http://127.0.0.1:" + port),
                                "tiny",
                                ServerContract.ALL),
                        new LoadOptions(0, 1, 0),
                        Progress.SILENT,
                        Cancellation.NEVER)) {
            refused(model, Kind.UNAVAILABLE);
        }
    }
}
