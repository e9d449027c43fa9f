package dev.orrery.app.feature.models;

import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.PromptPart;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks one model one thing, by way of the broker. UI thread. */
final class ModelTrial {
    private static final int TOKENS = 96;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Models models;
    private final Threads threads;
    private final Supplier<String> workspace;
    private final Consent consent;
    private final Latest asking;

    ModelTrial(Models models, Threads threads, Supplier<String> workspace, Consent consent) {
        this.models = models;
        this.threads = threads;
        this.workspace = workspace;
        this.consent = consent;
        this.asking = new Latest(threads);
    }

    /** @param pieces hears the answer as it comes; like the others on the UI thread */
    void ask(
            String model,
            ModelTask task,
            String text,
            Consumer<String> pieces,
            Consumer<ModelAnswer> answer,
            Consumer<UserMessage> failed) {
        PromptPart.Role role = task == ModelTask.CHAT ? PromptPart.Role.USER : PromptPart.Role.PREFIX;
        ModelRequest request = new ModelRequest(
                task,
                List.of(new PromptPart(role, text, "")),
                workspace.get(),
                Risk.AUTOMATIC,
                Urgency.INTERACTIVE,
                new ModelRequest.Limits(TOKENS, List.of(), PATIENCE),
                model);
        asking.ask(
                cancellation -> {
                    CompletableFuture<ModelAnswer> asked = models.broker(consent)
                            .ask(
                                    request,
                                    piece -> threads.ui().execute(() -> {
                                        if (!cancellation.isRequested()) {
                                            pieces.accept(piece);
                                        }
                                    }),
                                    cancellation);
                    try {
                        return asked.join();
                    } catch (CompletionException wrapped) {
                        if (wrapped.getCause() instanceof OrreryException expected) {
                            throw expected;
                        }
                        if (wrapped.getCause() instanceof CancellationException cancelled) {
                            throw cancelled;
                        }
                        throw wrapped;
                    }
                },
                answer,
                failed);
    }

    void stop() {
        asking.cancel();
    }
}
