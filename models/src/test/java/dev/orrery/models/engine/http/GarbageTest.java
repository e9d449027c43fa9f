package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.ScriptedServer.Script;
import dev.orrery.models.keys.ApiKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers answer that is no answer, and what they say in ways of their own. */
class GarbageTest extends FaultyServer {
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
