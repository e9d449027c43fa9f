package dev.orrery.models.pool;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Loads nothing, and keeps an eye on who asks it for what. */
final class FakeEngine implements Engine {
    static final Capabilities CODE = new Capabilities(Set.of(ModelTask.COMPLETION), true, 1000);
    static final LoadOptions OPTIONS = new LoadOptions(1000, 1, 0);

    final Map<String, Long> sizes = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> alive = new ConcurrentHashMap<>();
    final AtomicLong held = new AtomicLong();
    final AtomicLong mostHeld = new AtomicLong();
    final AtomicInteger loads = new AtomicInteger();
    final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    volatile Loading loading = (id, cancellation) -> {};

    /** What happens while a model is loaded. */
    interface Loading {
        void happens(String id, Cancellation cancellation) throws EngineException;
    }

    PoolEntry entry(String id, long bytes) {
        sizes.put(id, bytes);
        return new PoolEntry(
                new ModelSource.Files(id, Path.of(id)),
                "Model " + id,
                this,
                PooledModel.Place.THIS_MACHINE,
                CODE,
                OPTIONS,
                bytes,
                Optional.empty());
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public EngineStatus status() {
        return new EngineStatus("fake", true, UserMessage.of("fake"));
    }

    @Override
    public LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        String id = source.id();
        AtomicInteger copies = alive.computeIfAbsent(id, any -> new AtomicInteger());
        if (copies.incrementAndGet() > 1) {
            wrongs.add("loaded twice: " + id);
        }
        long bytes = sizes.getOrDefault(id, 0L);
        mostHeld.accumulateAndGet(held.addAndGet(bytes), Math::max);
        loads.incrementAndGet();
        boolean done = false;
        try {
            loading.happens(id, cancellation);
            cancellation.throwIfRequested();
            done = true;
        } finally {
            if (!done) {
                release(id, bytes);
            }
        }
        return new Loaded(id, bytes);
    }

    private void release(String id, long bytes) {
        held.addAndGet(-bytes);
        alive.get(id).decrementAndGet();
    }

    @Override
    public void close() {}

    final class Loaded implements LoadedModel {
        private final String id;
        private final long bytes;
        volatile boolean closed;
        volatile boolean dead;

        Loaded(String id, long bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        @Override
        public Capabilities capabilities() {
            return CODE;
        }

        @Override
        public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
                throws EngineException {
            if (closed) {
                throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("closed"));
            }
            Duration first = Duration.ofMillis(20);
            return new Generation("x", Generation.End.STOP, 100, 0, 11, first, first.plusMillis(100));
        }

        @Override
        public List<float[]> embed(List<String> texts, Cancellation cancellation) {
            return List.of();
        }

        @Override
        public int countTokens(String text) {
            return text.length();
        }

        @Override
        public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
            return Optional.empty();
        }

        @Override
        public long memoryBytes() {
            return bytes;
        }

        @Override
        public Health health() {
            return new Health(!closed && !dead, UserMessage.of("fake"));
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                release(id, bytes);
            }
        }
    }
}
