package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Embedder;
import dev.orrery.api.EmbeddingSpace;
import dev.orrery.api.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Embeds into the {@link LatentSpace} that was learned from the open repository. Answers at once, on the caller's thread. */
final class LatentEmbedder implements Embedder {
    private final LatentSpace latent;
    private final Terms terms;
    private final Translation translation;

    LatentEmbedder(LatentSpace latent, Terms terms, Translation translation) {
        this.latent = latent;
        this.terms = terms;
        this.translation = translation;
    }

    Translation translation() {
        return translation;
    }

    LatentSpace latent() {
        return latent;
    }

    @Override
    public EmbeddingSpace space() {
        return latent.space();
    }

    @Override
    public CompletableFuture<List<float[]>> embed(List<Passage> passages, Cancellation cancellation) {
        List<float[]> vectors = new ArrayList<>();
        for (Passage passage : passages) {
            cancellation.throwIfRequested();
            vectors.add(latent.embed(Reading.of(passage, terms).mixed()));
        }
        return CompletableFuture.completedFuture(vectors);
    }

    @Override
    public CompletableFuture<float[]> embedQuery(String query, Cancellation cancellation) {
        return CompletableFuture.completedFuture(latent.embedWords(QueryWords.of(query, terms), translation));
    }
}
