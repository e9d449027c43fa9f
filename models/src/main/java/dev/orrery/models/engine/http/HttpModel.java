package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A model behind an address, whatever its provider. */
final class HttpModel implements LoadedModel {
    private static final Duration EMBEDDING_PATIENCE = Duration.ofMinutes(2);

    private final ModelSource.Server source;
    private final ServerAddress address;
    private final Protocol protocol;
    private final Sender sender;
    private final long memory;
    private final Consumer<HttpModel> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param memory bytes that it takes on this machine
     * @param onClose is called once
     */
    HttpModel(
            ModelSource.Server source,
            ServerAddress address,
            Protocol protocol,
            Sender sender,
            long memory,
            Consumer<HttpModel> onClose) {
        this.source = source;
        this.address = address;
        this.protocol = protocol;
        this.sender = sender;
        this.memory = memory;
        this.onClose = onClose;
    }

    @Override
    public Capabilities capabilities() {
        return source.capabilities();
    }

    @Override
    public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
            throws EngineException {
        require(task(prompt));
        Watch watch = watch(cancellation, sampling.patience());
        return sender.send(address, request(prompt, sampling), watch, new Streaming(prompt, sampling, pieces, watch));
    }

    private Watch watch(Cancellation cancellation, Duration patience) {
        return new Watch(address.host(), cancellation, closed::get, patience);
    }

    private static ModelTask task(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Infill infill -> ModelTask.COMPLETION;
            case Prompt.Chat chat -> ModelTask.CHAT;
        };
    }

    private void require(ModelTask task) throws EngineException {
        if (!capabilities().tasks().contains(task)) {
            throw new EngineException(Kind.REFUSED, UserMessage.of("models.http.unable", source.name(), task.name()));
        }
    }

    /** What {@link #generate} sends. */
    Outgoing request(Prompt prompt, Sampling sampling) {
        return protocol.generation(prompt, sampling);
    }

    /** Reads one streamed answer. */
    private final class Streaming implements Sender.Reading<Generation> {
        private final Prompt prompt;
        private final Sampling sampling;
        private final Consumer<String> pieces;
        private final Watch watch;
        private @Nullable Answer answer;

        Streaming(Prompt prompt, Sampling sampling, Consumer<String> pieces, Watch watch) {
            this.prompt = prompt;
            this.sampling = sampling;
            this.pieces = pieces;
            this.watch = watch;
        }

        @Override
        public Generation read(Incoming incoming) throws EngineException {
            boolean byChat = prompt instanceof Prompt.Infill && protocol.fillsByChat();
            Answer coming = new Answer(incoming, watch, prompt, sampling, byChat ? new Insertion() : null, pieces);
            answer = coming;
            Protocol.Reader reader = protocol.reader(prompt);
            MessageStream messages =
                    MessageStream.of(incoming, incoming.request().framing());
            boolean more = true;
            while (more && !coming.isSettled()) {
                String message = messages.next();
                more = message != null && reader.read(message, coming);
                watch.check();
            }
            return coming.finish();
        }

        @Override
        public boolean isRepeatable() {
            return answer == null || !answer.isTold();
        }
    }

    /** All texts go in one request, so that what is shown beforehand is what is sent. */
    @Override
    public List<float[]> embed(List<String> texts, Cancellation cancellation) throws EngineException {
        require(ModelTask.EMBEDDING);
        Watch watch = watch(cancellation, EMBEDDING_PATIENCE);
        watch.check();
        if (texts.isEmpty()) {
            return List.of();
        }
        List<float[]> vectors = sender.send(address, protocol.embedding(texts), watch, new Document<>(incoming -> {
            List<float[]> read = Vectors.read(protocol.vectors(Json.read(incoming.text())));
            if (read.size() != texts.size()) {
                throw incoming.garbage("models.http.garbage");
            }
            return read;
        }));
        if (vectors.stream().mapToInt(vector -> vector.length).distinct().count() > 1) {
            throw new EngineException(Kind.GARBAGE, UserMessage.of("models.http.garbage", address.host()));
        }
        return vectors;
    }

    /** Reads an answer that is one document and may be asked for again. */
    record Document<T>(Read<T> how) implements Sender.Reading<T> {
        interface Read<T> {
            T read(Incoming incoming) throws EngineException;
        }

        static Document<JsonNode> json() {
            return new Document<>(incoming -> Json.read(incoming.text()));
        }

        @Override
        public T read(Incoming incoming) throws EngineException {
            return how.read(incoming);
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }

    @Override
    public int countTokens(String text) {
        return TokenEstimate.of(text);
    }

    @Override
    public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
        return address.isLoopback() || !capabilities().tasks().contains(task(prompt))
                ? Optional.empty()
                : Optional.of(request(prompt, sampling).shown());
    }

    @Override
    public Optional<WireRequest> wire(List<String> texts) {
        return address.isLoopback()
                        || texts.isEmpty()
                        || !capabilities().tasks().contains(ModelTask.EMBEDDING)
                ? Optional.empty()
                : Optional.of(protocol.embedding(texts).shown());
    }

    @Override
    public long memoryBytes() {
        return closed.get() ? 0 : memory;
    }

    @Override
    public Health health() {
        return closed.get() ? new Health(false, UserMessage.of("models.http.closed")) : sender.health(address);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
        }
    }
}
