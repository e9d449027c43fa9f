package dev.orrery.models.engine;

import dev.orrery.api.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model that is ready to answer. Safe from any thread; requests to a model on this machine wait for one another. Blocking methods end with
 * {@link java.util.concurrent.CancellationException} within 100 ms of the cancellation, and the work has really stopped then. Once
 * closed, or where its process died, every request ends with an {@link EngineException}.
 */
public interface LoadedModel extends AutoCloseable {
    /** What it can do. */
    Capabilities capabilities();

    /**
     * Makes text. What {@code pieces} heard, joined, is the text of the answer; it never hears a part of a stop text and never half a
     * character.
     *
     * @param pieces hears the text as it comes, in order, on the calling thread
     */
    Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
            throws EngineException;

    /** One vector for each text, in order. */
    List<float[]> embed(List<String> texts, Cancellation cancellation) throws EngineException;

    /** How many tokens a text has; for a server that does not tell, an estimate that is rather too high. */
    int countTokens(String text);

    /** What would leave the machine for this prompt, to the byte; empty where nothing would. Sends nothing. */
    Optional<WireRequest> wire(Prompt prompt, Sampling sampling);

    /** The same for texts to turn into vectors. A model elsewhere for which this is empty is never given any. */
    default Optional<WireRequest> wire(List<String> texts) {
        return Optional.empty();
    }

    /** Bytes that it holds on this machine, measured where the system tells, cache included; 0 for a server elsewhere. */
    long memoryBytes();

    /** Whether it can take a request now; quick. */
    Health health();

    /** Unloads it. Closing twice does nothing. */
    @Override
    void close();
}
