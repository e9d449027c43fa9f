package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Messages;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.ScriptedServer.Script;
import dev.orrery.models.keys.ApiKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose server misbehaves. The random pauses between attempts are all of length 0 here. */
class FaultsTest {
    private static final Prompt PROMPT = new Prompt.Chat(List.of(new Prompt.Turn(Prompt.Speaker.USER, "Hello")));
    private static final ApiKey KEY = new ApiKey("sk-very-secret-0123456789");
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final List<String> heard = new ArrayList<>();

    private interface Trial {
        void run(ScriptedServer server, LoadedModel model) throws Exception;
    }

    private void with(Script script, Trial trial) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script);
                OpenAiEngine engine = new OpenAiEngine(
                        ServerContract.accounts(Optional.of(KEY), Dialect.COMPATIBLE),
                        ServerContract.DIRECT,
                        now::get,
                        () -> 0);
                LoadedModel model = engine.load(
                        new ModelSource.Server("test/tiny", server.address("/v1"), "tiny", ServerContract.ALL),
                        new LoadOptions(0, 1, 0),
                        Progress.SILENT,
                        Cancellation.NEVER)) {
            trial.run(server, model);
        }
    }

    private static Sampling sampling() {
        return new Sampling(50, 0, List.of(), 1, Duration.ofMinutes(1));
    }

    private Generation ask(LoadedModel model) throws EngineException {
        return model.generate(PROMPT, sampling(), heard::add, Cancellation.NEVER);
    }

    private EngineException refused(LoadedModel model, Kind kind) {
        EngineException refusal = assertThrows(EngineException.class, () -> ask(model));
        assertEquals(kind, refusal.kind(), sentence(refusal));
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertFalse((trace + sentence(refusal)).contains(KEY.reveal()), "the key shows");
        return refusal;
    }

    private static String sentence(EngineException refusal) {
        return Messages.of(Locale.ENGLISH).text(refusal.userMessage());
    }

    private static String chunk(String text) {
        return FakeProvider.event(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    private static final String DONE =
            FakeProvider.event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":null}")
                    + FakeProvider.event("[DONE]");

    private static void well(ScriptedServer.Reply reply) throws IOException {
        reply.chunked(EVENTS);
        reply.chunk(chunk("well") + DONE);
        reply.end();
    }

    /** Fails so often, then answers well. */
    private static Script failing(int times, Script failure) {
        AtomicInteger count = new AtomicInteger();
        return (request, reply) -> {
            if (count.incrementAndGet() <= times) {
                failure.answer(request, reply);
            } else {
                well(reply);
            }
        };
    }

    private static Script status(int status, String body, String... headers) {
        return (request, reply) -> reply.whole(status, JSON, body, headers);
    }

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
    void whatIsNoAnswerIsNotTakenForOne() throws Exception {
        List<Script> garbage = List.of(
                (request, reply) -> reply.whole(200, "text/html", "<html>Welcome to the hotel</html>"),
                (request, reply) -> reply.whole(200, JSON, "{}"),
                (request, reply) -> reply.whole(200, EVENTS, "data: {{{\n\n"),
                (request, reply) -> reply.whole(200, EVENTS, "data: 17\n\n"),
                (request, reply) -> reply.whole(200, EVENTS, "data: " + "[".repeat(10_000) + "\n\n"));
        for (Script script : garbage) {
            with(script, (server, model) -> {
                refused(model, Kind.GARBAGE);
                assertEquals(1, server.requests().size());
            });
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws Exception {
        Script endless = (request, reply) -> {
            reply.chunked(EVENTS);
            while (true) {
                reply.chunk("data: " + "x".repeat(100_000));
            }
        };
        with(endless, (server, model) -> {
            refused(model, Kind.GARBAGE);
            server.awaitGone();
        });
    }

    @Test
    void bytesThatAreNoCharactersAreGarbage() throws Exception {
        Script latin = (request, reply) -> {
            reply.chunked(EVENTS);
            reply.bytes(new byte[] {'d', 'a', 't', 'a', ':', '"', (byte) 0xe9, '"', '\n', '\n'});
            reply.end();
        };
        with(latin, (server, model) -> refused(model, Kind.GARBAGE));
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        try (ScriptedServer other = new ScriptedServer((request, reply) -> well(reply))) {
            for (int status : new int[] {301, 302, 307, 308}) {
                String elsewhere = "Location: " + other.address("/v1/chat/completions");
                with(status(status, "", elsewhere), (server, model) -> {
                    EngineException refusal = refused(model, Kind.UNAVAILABLE);
                    assertTrue(sentence(refusal).contains("127.0.0.1"));
                    assertEquals(1, server.requests().size());
                });
            }
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void aKeyThatTheServerRepeatsDoesNotShow() throws Exception {
        String body = "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY.reveal()
                + ".\",\"type\":\"invalid_request_error\"}}";
        with(status(401, body), (server, model) -> {
            String sentence = sentence(refused(model, Kind.REFUSED));
            assertTrue(sentence.contains("Incorrect API key provided: " + ApiKey.DOTS), sentence);
            assertEquals(
                    "Bearer " + KEY.reveal(),
                    server.requests().getFirst().headers().get("authorization"));
            assertEquals(1, server.requests().size());
        });
    }

    @Test
    void tooLongIsSaidInManyWays() throws Exception {
        List<Script> ways = List.of(
                status(413, ""),
                status(
                        400,
                        "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens.\",\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}"),
                status(
                        400,
                        "{\"object\":\"error\",\"message\":\"This model's maximum context length is 4096 tokens\",\"type\":\"BadRequestError\",\"code\":400}"),
                status(
                        400,
                        "{\"error\":{\"code\":400,\"message\":\"request exceeds the available context size\",\"type\":\"exceed_context_size_error\"}}"),
                status(
                        400,
                        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: 210000 tokens > 200000 maximum\"}}"));
        for (Script way : ways) {
            with(way, (server, model) -> refused(model, Kind.TOO_LONG));
        }
    }

    @Test
    void errorsInTheMiddleOfAStreamAreErrors() throws Exception {
        record Case(String data, Kind kind) {}
        List<Case> cases = List.of(
                new Case(
                        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
                        Kind.OVERLOADED),
                new Case(
                        "{\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\"}}",
                        Kind.BROKEN_OFF),
                new Case("{\"error\":\"out of memory\"}", Kind.BROKEN_OFF),
                new Case(
                        "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"content_filter\"}]}",
                        Kind.REFUSED));
        for (Case one : cases) {
            with(
                    (request, reply) -> {
                        reply.chunked(EVENTS);
                        reply.chunk(chunk("a") + FakeProvider.event(one.data()));
                        reply.end();
                    },
                    (server, model) -> {
                        refused(model, one.kind());
                        assertEquals(1, server.requests().size());
                    });
        }
        // llama.cpp's server used to name the field so.
        with(
                (request, reply) -> reply.whole(
                        200, EVENTS, "error: {\"code\":500,\"message\":\"failed\",\"type\":\"server_error\"}\n\n"),
                (server, model) -> refused(model, Kind.BROKEN_OFF));
    }

    @Test
    void aServerThatIgnoresStopsAndLimitsIsCutOff() throws Exception {
        Script deaf = (request, reply) -> {
            reply.chunked(EVENTS);
            while (true) {
                reply.chunk(chunk("ab"));
            }
        };
        with(deaf, (server, model) -> {
            Generation stopped = model.generate(
                    PROMPT,
                    new Sampling(50, 0, List.of("bab"), 1, Duration.ofMinutes(1)),
                    heard::add,
                    Cancellation.NEVER);
            assertEquals("a", stopped.text());
            assertEquals(Generation.End.STOP, stopped.end());
            server.awaitGone();
            Generation limited = ask(model);
            assertEquals("ab".repeat(50), limited.text());
            assertEquals(Generation.End.LENGTH, limited.end());
            server.awaitGone();
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

    @Test
    void vectorsThatDoNotFitAreGarbage() throws Exception {
        List<String> answers = List.of(
                "{}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[\"x\"]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1e99]}]}");
        for (String answer : answers) {
            with(status(200, answer), (server, model) -> {
                EngineException refusal = assertThrows(
                        EngineException.class, () -> model.embed(List.of("a", "b"), Cancellation.NEVER), answer);
                assertEquals(Kind.GARBAGE, refusal.kind());
            });
        }
    }
}
