package dev.orrery.models.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body into a file, at its place, as it comes; a body that is longer than it may be is cut off there. For one request.
 * Its result says what the answer was.
 */
final class RangeSink implements HubHttp.Sink<RangeSink.Outcome> {
    private final FileChannel file;
    private final long from;
    private final long length;
    private final Judge judge;
    private final Written written;
    private boolean abandoned;
    private final AtomicLong pieces = new AtomicLong();

    /**
     * @param judge says from status and headers whether the body is what was asked for
     * @param written hears how many bytes were written, after each piece
     */
    RangeSink(FileChannel file, long from, long length, Judge judge, Written written) {
        this.file = file;
        this.from = from;
        this.length = length;
        this.judge = judge;
        this.written = written;
    }

    /** What an answer is. */
    enum Outcome {
        /** The bytes that were asked for. */
        TAKEN,
        /** More bytes than there should be. */
        TOO_LONG,
        /** Of another content than the bytes that are here. */
        OTHER_CONTENT,
        /** The whole file where a part was asked for. */
        NO_RANGES,
        /** Its headers contradict what the hub listed. */
        LIES,
        /** No success; the status says what. */
        NO_SUCCESS
    }

    /** Looks at an answer before its body comes. */
    @FunctionalInterface
    interface Judge {
        Outcome judge(HttpResponse.ResponseInfo info);
    }

    /** Hears how many bytes were written, after each piece. */
    @FunctionalInterface
    interface Written {
        void more(long bytes) throws IOException;
    }

    /** Pieces that come from now on are not written. */
    @Override
    public synchronized void abandon() {
        abandoned = true;
    }

    @Override
    public LongSupplier pieces() {
        return pieces::get;
    }

    @Override
    public HttpResponse.BodySubscriber<Outcome> open(HttpResponse.ResponseInfo info) {
        Outcome outcome = judge.judge(info);
        return outcome == Outcome.TAKEN ? new Writer() : new Refusal(outcome);
    }

    /** Hangs up without reading. */
    private static final class Refusal implements HttpResponse.BodySubscriber<Outcome> {
        private final CompletableFuture<Outcome> result;

        Refusal(Outcome outcome) {
            this.result = CompletableFuture.completedFuture(outcome);
        }

        @Override
        public CompletionStage<Outcome> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    private final class Writer implements HttpResponse.BodySubscriber<Outcome> {
        private final CompletableFuture<Outcome> result = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private long position;

        @Override
        public CompletionStage<Outcome> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            Flow.Subscription source = subscription;
            if (source == null || result.isDone()) {
                return;
            }
            pieces.incrementAndGet();
            synchronized (RangeSink.this) {
                if (!abandoned) {
                    write(buffers, source);
                }
            }
        }

        private void write(List<ByteBuffer> buffers, Flow.Subscription source) {
            try {
                for (ByteBuffer buffer : buffers) {
                    if (buffer.remaining() > length - position) {
                        source.cancel();
                        result.complete(Outcome.TOO_LONG);
                        return;
                    }
                    long count = buffer.remaining();
                    while (buffer.hasRemaining()) {
                        int some = file.write(buffer, from + position);
                        position += some;
                    }
                    written.more(count);
                }
                source.request(1);
            } catch (IOException disk) {
                source.cancel();
                result.completeExceptionally(new DiskFailure(disk));
            }
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (position == length) {
                result.complete(Outcome.TAKEN);
            } else {
                result.completeExceptionally(new IOException("ended " + (length - position) + " bytes too early"));
            }
        }
    }

    /** The disk failed, not the connection: trying again helps nobody. */
    static final class DiskFailure extends IOException {
        private static final long serialVersionUID = 1;

        DiskFailure(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
