package dev.orrery.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Turns texts into vectors whose nearness is nearness of meaning. Safe from any thread. */
public interface Embedder {
    /** Names the space; vectors of different spaces are never compared. */
    String space();

    int dimensions();

    /** One unit vector of {@link #dimensions} floats for each text. */
    CompletableFuture<List<float[]>> embed(List<String> texts, Cancellation cancellation);
}
