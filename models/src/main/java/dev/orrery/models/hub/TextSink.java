package dev.orrery.models.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps a body in memory, up to a limit. For one request. */
final class TextSink implements HubHttp.Sink<byte[]> {
    private final int limit;
    private final AtomicLong pieces = new AtomicLong();

    TextSink(int limit) {
        this.limit = limit;
    }

    @Override
    public void abandon() {}

    @Override
    public LongSupplier pieces() {
        return pieces::get;
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> open(HttpResponse.ResponseInfo info) {
        HttpResponse.BodySubscriber<byte[]> all = HttpResponse.BodySubscribers.ofByteArray();
        return new HttpResponse.BodySubscriber<>() {
            private final CompletableFuture<byte[]> result = new CompletableFuture<>();
            private long length;

            @Override
            public CompletionStage<byte[]> getBody() {
                all.getBody().whenComplete((body, failure) -> {
                    if (failure == null) {
                        result.complete(body);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
                return result;
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                all.onSubscribe(subscription);
            }

            @Override
            public void onNext(List<ByteBuffer> buffers) {
                pieces.incrementAndGet();
                for (ByteBuffer buffer : buffers) {
                    length += buffer.remaining();
                }
                if (length > limit) {
                    result.completeExceptionally(new IOException("more than " + limit + " bytes"));
                } else {
                    all.onNext(buffers);
                }
            }

            @Override
            public void onError(Throwable failure) {
                all.onError(failure);
            }

            @Override
            public void onComplete() {
                all.onComplete();
            }
        };
    }
}
