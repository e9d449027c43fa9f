package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A server that follows a script, and an engine that asks it. */
abstract class FaultyServer {
    static final Prompt PROMPT = new Prompt.Chat(List.of(new Prompt.Turn(Prompt.Speaker.USER, "Hello")));

    static final ApiKey KEY = new ApiKey("sk-very-secret-0123456789");

    static final String EVENTS = "text/event-stream";

    static final String JSON = "application/json";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

    final List<String> heard = new ArrayList<>();

    interface Trial {
        void run(ScriptedServer server, LoadedModel model) throws Exception;
    }

    void with(Script script, Trial trial) throws Exception {
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

    static Sampling sampling() {
        return new Sampling(50, 0, List.of(), 1, Duration.ofMinutes(1));
    }

    Generation ask(LoadedModel model) throws EngineException {
        return model.generate(PROMPT, sampling(), heard::add, Cancellation.NEVER);
    }

    EngineException refused(LoadedModel model, Kind kind) {
        EngineException refusal = assertThrows(EngineException.class, () -> ask(model));
        assertEquals(kind, refusal.kind(), sentence(refusal));
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertFalse((trace + sentence(refusal)).contains(KEY.reveal()), "the key shows");
        return refusal;
    }

    static String sentence(EngineException refusal) {
        return Messages.of(Locale.ENGLISH).text(refusal.userMessage());
    }

    static String chunk(String text) {
        return FakeProvider.event(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    static final String DONE =
            FakeProvider.event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":null}")
                    + FakeProvider.event("[DONE]");

    static void well(ScriptedServer.Reply reply) throws IOException {
        reply.chunked(EVENTS);
        reply.chunk(chunk("well") + DONE);
        reply.end();
    }

    /** Fails so often, then answers well. */
    static Script failing(int times, Script failure) {
        AtomicInteger count = new AtomicInteger();
        return (request, reply) -> {
            if (count.incrementAndGet() <= times) {
                failure.answer(request, reply);
            } else {
                well(reply);
            }
        };
    }

    static Script status(int status, String body, String... headers) {
        return (request, reply) -> reply.whole(status, JSON, body, headers);
    }
}
