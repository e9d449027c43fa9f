package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.store.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/**
 * Fetches one file in chunks, several at once, each from where it broke off; keeps how far it came; and believes the result only
 * when its checksum is the listed one. A server without ranges is read from end to end in one piece.
 */
final class FileDownload {
    private static final int MOST_RESTARTS = 3;
    private static final long WORTH_COUNTING = 64 << 10;
    private static final long SAVED_EVERY = 16 << 20;

    private final HubHttp http;
    private final Pause pause;
    private final RandomGenerator random;
    private final int connections;

    FileDownload(HubHttp http, Pause pause, RandomGenerator random, int connections) {
        this.http = http;
        this.pause = pause;
        this.random = random;
        this.connections = connections;
    }

    /**
     * Fetches what is still missing of a file and verifies all of it. Where it is cancelled or fails, what came is kept beside
     * {@code part}, except where the content is not what was promised.
     *
     * @param part where it is written; complete and verified afterwards
     * @param meter hears how many bytes of it are here
     */
    void run(URI address, HubFile file, Path part, LongConsumer meter, Progress verifying, Cancellation cancellation)
            throws OrreryException, IOException {
        String content = file.sha256().orElse("git:" + file.gitId());
        PartState state = PartState.open(part, content, file.size());
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new Transfer(address, file, state, channel, meter, cancellation).run();
        }
        String sum = file.sha256().isPresent()
                ? Hashing.sha256(part, "models.hub.stage.verify", verifying, cancellation)
                : gitId(part);
        if (!sum.equals(file.sha256().orElse(file.gitId()))) {
            Files.delete(part);
            state.delete();
            throw new OrreryException(UserMessage.of(
                    "models.hub.badsum", file.path(), file.sha256().orElse(file.gitId()), sum));
        }
        state.delete();
    }

    /** The id of a git blob: SHA-1 over its kind, its length and its content. */
    static String gitId(Path file) throws IOException {
        MessageDigest digest = Hashing.digest("SHA-1");
        digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class Transfer {
        private final URI address;
        private final HubFile file;
        private final PartState state;
        private final FileChannel channel;
        private final LongConsumer meter;
        private final Cancellation cancellation;
        private final AtomicLong here = new AtomicLong();
        private final AtomicLong unsaved = new AtomicLong();

        Transfer(
                URI address,
                HubFile file,
                PartState state,
                FileChannel channel,
                LongConsumer meter,
                Cancellation cancellation) {
            this.address = address;
            this.file = file;
            this.state = state;
            this.channel = channel;
            this.meter = meter;
            this.cancellation = cancellation;
        }

        void run() throws OrreryException, IOException {
            boolean whole = false;
            for (int restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
                here.set(state.doneBytes());
                meter.accept(here.get());
                RangeSink.Outcome outcome = whole ? whole() : chunks();
                switch (outcome) {
                    case TAKEN -> {
                        channel.truncate(file.size());
                        state.save(channel);
                        return;
                    }
                    case OTHER_CONTENT, NO_RANGES -> {
                        whole = outcome == RangeSink.Outcome.NO_RANGES;
                        state.forget();
                        state.save(channel);
                    }
                    case LIES, TOO_LONG, NO_SUCCESS -> {
                        state.forget();
                        state.save(channel);
                        throw new OrreryException(
                                UserMessage.of("models.hub.lies", address.getHost(), file.path(), file.size()));
                    }
                }
            }
            throw new OrreryException(UserMessage.of("models.hub.changing", address.getHost(), file.path()));
        }

        /** The first chunk alone, to learn what the server can and which content it has; then the others at once. */
        private RangeSink.Outcome chunks() throws OrreryException, IOException {
            try {
                RangeSink.Outcome first =
                        state.chunks() == 0 ? RangeSink.Outcome.TAKEN : chunk(firstMissing(), cancellation);
                return first == RangeSink.Outcome.TAKEN
                        ? new ParallelChunks(state.chunks(), connections, this::chunk).run(cancellation)
                        : first;
            } finally {
                state.save(channel);
            }
        }

        private int firstMissing() {
            for (int i = 0; i < state.chunks(); i++) {
                if (!state.isDone(i)) {
                    return i;
                }
            }
            return 0;
        }

        private RangeSink.Outcome chunk(int index, Cancellation stop) throws OrreryException, IOException {
            Retry retry = new Retry(pause, random, address.getHost());
            while (!state.isDone(index)) {
                long before = state.done(index);
                long from = state.start(index) + before;
                long length = state.length(index) - before;
                RangeSink sink = new RangeSink(channel, from, length, info -> judged(info, from, length), more -> {
                    state.add(index, more);
                    came(more);
                });
                try {
                    HttpResponse<RangeSink.Outcome> response = http.get(address, range(from, length), sink, stop);
                    RangeSink.Outcome outcome = response.body();
                    if (outcome == RangeSink.Outcome.NO_SUCCESS) {
                        retry.status(response.statusCode(), response.headers(), stop);
                    } else if (outcome != RangeSink.Outcome.TAKEN) {
                        return outcome;
                    }
                } catch (RangeSink.DiskFailure disk) {
                    throw disk;
                } catch (IOException broken) {
                    if (state.done(index) - before >= WORTH_COUNTING) {
                        retry.progressed();
                    }
                    retry.failed(broken, stop);
                }
            }
            return RangeSink.Outcome.TAKEN;
        }

        private Map<String, String> range(long from, long length) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Range", "bytes=" + from + "-" + (from + length - 1));
            if (!state.etag().isEmpty()) {
                headers.put("If-Range", state.etag());
            }
            return headers;
        }

        /** One piece from end to end; a break begins anew. */
        private RangeSink.Outcome whole() throws OrreryException, IOException {
            Retry retry = new Retry(pause, random, address.getHost());
            while (true) {
                here.set(0);
                RangeSink sink =
                        new RangeSink(channel, 0, file.size(), info -> judged(info, 0, file.size()), this::came);
                try {
                    HttpResponse<RangeSink.Outcome> response = http.get(address, Map.of(), sink, cancellation);
                    RangeSink.Outcome outcome = response.body();
                    if (outcome == RangeSink.Outcome.TAKEN) {
                        for (int i = 0; i < state.chunks(); i++) {
                            state.add(i, state.length(i) - state.done(i));
                        }
                    }
                    if (outcome != RangeSink.Outcome.NO_SUCCESS) {
                        return outcome;
                    }
                    retry.status(response.statusCode(), response.headers(), cancellation);
                } catch (RangeSink.DiskFailure disk) {
                    throw disk;
                } catch (IOException broken) {
                    retry.failed(broken, cancellation);
                }
            }
        }

        private RangeSink.Outcome judged(HttpResponse.ResponseInfo info, long from, long length) {
            String etag = info.headers()
                    .firstValue("ETag")
                    .filter(text -> text.startsWith("\"") && text.length() <= 1000)
                    .orElse("");
            long declared = info.headers().firstValueAsLong("Content-Length").orElse(-1);
            boolean other = !etag.isEmpty() && !state.etag().isEmpty() && !etag.equals(state.etag());
            int status = info.statusCode();
            if (status == 416 || (status == 206 || status == 200) && other) {
                return RangeSink.Outcome.OTHER_CONTENT;
            }
            boolean partial = length < file.size();
            RangeSink.Outcome outcome =
                    switch (status) {
                        case 206 ->
                            rightRange(info, from, length) && (declared == -1 || declared == length)
                                    ? RangeSink.Outcome.TAKEN
                                    : RangeSink.Outcome.LIES;
                        case 200 ->
                            declared != -1 && declared != file.size()
                                    ? RangeSink.Outcome.LIES
                                    : partial ? RangeSink.Outcome.NO_RANGES : RangeSink.Outcome.TAKEN;
                        default -> RangeSink.Outcome.NO_SUCCESS;
                    };
            if (outcome == RangeSink.Outcome.TAKEN && state.etag().isEmpty()) {
                state.etag(etag);
            }
            return outcome;
        }

        private boolean rightRange(HttpResponse.ResponseInfo info, long from, long length) {
            String range = info.headers().firstValue("Content-Range").orElse("");
            String right = "bytes " + from + "-" + (from + length - 1) + "/";
            return range.equals(right + file.size()) || range.equals(right + "*");
        }

        private void came(long bytes) throws IOException {
            meter.accept(here.addAndGet(bytes));
            if (unsaved.addAndGet(bytes) >= SAVED_EVERY) {
                unsaved.set(0);
                state.save(channel);
            }
        }
    }
}
