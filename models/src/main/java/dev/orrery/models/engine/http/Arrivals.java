package dev.orrery.models.engine.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it arrives: the HTTP client's thread puts its pieces in, one other thread takes them out. No more is
 * fetched than was taken. Closing before the end closes the connection.
 */
final class Arrivals implements HttpResponse.BodySubscriber<Arrivals>, AutoCloseable {
    private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /** What came. */
    sealed interface Arrival {}

    /** Bytes of the body; not shared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Arrival {}

    /** The body is complete. */
    record Complete() implements Arrival {}

    /** It broke off. */
    record Broken(Throwable reason) implements Arrival {}

    @Override
    public CompletionStage<Arrivals> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription itsSubscription) {
        if (subscription.complete(itsSubscription)) {
            itsSubscription.request(1);
        } else {
            itsSubscription.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        ByteBuffer joined = ByteBuffer.allocate(
                buffers.stream().mapToInt(ByteBuffer::remaining).sum());
        buffers.forEach(joined::put);
        queue.add(new Bytes(joined.array()));
    }

    @Override
    public void onError(Throwable reason) {
        queue.add(new Broken(reason));
    }

    @Override
    public void onComplete() {
        queue.add(new Complete());
    }

    /** Waits a few milliseconds for what comes next; null where nothing came. */
    @Nullable
    Arrival take(long millis) throws InterruptedException {
        Arrival arrival = queue.poll(millis, TimeUnit.MILLISECONDS);
        if (arrival instanceof Bytes) {
            subscription
                    .thenAccept(itsSubscription -> itsSubscription.request(1))
                    .exceptionally(closed -> null)
                    .join();
        }
        return arrival;
    }

    @Override
    public void close() {
        // Whoever subscribes later finds it closed.
        subscription.completeExceptionally(new IOException("closed"));
        if (!subscription.isCompletedExceptionally()) {
            subscription.join().cancel();
        }
    }
}
