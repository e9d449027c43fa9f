package dev.orrery.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Turns declarations and questions into unit vectors whose nearness is nearness of meaning. Safe from any thread; what may
 * take long runs on threads of the embedder and ends early where it was cancelled.
 */
public interface Embedder {
    /** The space of all vectors that this embedder makes; it never changes. */
    EmbeddingSpace space();

    /** One unit vector for each passage, in their order; all zeros where nothing in it is known. */
    CompletableFuture<List<float[]>> embed(List<Passage> passages, Cancellation cancellation);

    /** A question in a person's words as a unit vector of the same space. */
    CompletableFuture<float[]> embedQuery(String query, Cancellation cancellation);
}
