package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.pool.PooledModel.Place;
import dev.orrery.models.pool.PooledModel.State;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Models whose answers a test writes. A token is four characters, a vector a text's length. */
final class FakePool implements ModelPool {
    final Map<String, FakeModel> models = Collections.synchronizedMap(new LinkedHashMap<>());

    /** What a model does when it is asked. */
    interface Answer {
        Generation make(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
                throws EngineException;
    }

    static Answer saying(String text) {
        return (prompt, sampling, pieces, cancellation) -> {
            pieces.accept(text);
            return new Generation(
                    text,
                    Generation.End.STOP,
                    tokens(words(prompt)),
                    0,
                    tokens(text),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2));
        };
    }

    static Answer failing(EngineException.Kind kind) {
        return (prompt, sampling, pieces, cancellation) -> {
            throw new EngineException(kind, UserMessage.of("models.test"));
        };
    }

    static int tokens(String text) {
        return (text.length() + 3) / 4;
    }

    static String words(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Infill infill -> infill.context() + infill.prefix() + infill.suffix();
            case Prompt.Chat chat ->
                String.join("|", chat.turns().stream().map(Prompt.Turn::text).toList());
        };
    }

    FakeModel here(String id, Answer answer) {
        return add(new FakeModel(id, Place.THIS_MACHINE, State.LOADED, Optional.empty(), answer));
    }

    /** A dollar for a million tokens read, two for a million made. */
    FakeModel elsewhere(String id, Answer answer) {
        Price price = new Price(1_000_000, 2_000_000, LocalDate.EPOCH);
        return add(new FakeModel(id, Place.ELSEWHERE, State.REMOTE, Optional.of(price), answer));
    }

    FakeModel add(FakeModel model) {
        models.put(model.id, model);
        return model;
    }

    @Override
    public List<PooledModel> models() {
        synchronized (models) {
            return models.values().stream().map(FakeModel::pooled).toList();
        }
    }

    @Override
    public Lease lease(String id, Cancellation cancellation) throws EngineException {
        cancellation.throwIfRequested();
        FakeModel model = models.get(id);
        model.leases.incrementAndGet();
        model.state = model.place == Place.ELSEWHERE ? State.REMOTE : State.LOADED;
        return new Lease() {
            private boolean closed;

            @Override
            public LoadedModel model() {
                return model;
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    model.leases.decrementAndGet();
                }
            }
        };
    }

    static final class FakeModel implements LoadedModel {
        final String id;
        final Place place;
        final Optional<Price> price;
        final List<Prompt> prompts = Collections.synchronizedList(new ArrayList<>());
        final List<List<String>> embedded = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger leases = new AtomicInteger();
        volatile Answer answer;
        volatile State state;
        volatile boolean leaks;
        volatile int contextTokens = 10_000;
        volatile Runnable whileEmbedding = () -> {};

        FakeModel(String id, Place place, State state, Optional<Price> price, Answer answer) {
            this.id = id;
            this.place = place;
            this.state = state;
            this.price = price;
            this.answer = answer;
        }

        PooledModel pooled() {
            return new PooledModel(
                    id,
                    id,
                    "fake",
                    place,
                    state,
                    capabilities(),
                    health(),
                    leases.get(),
                    price,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(EnumSet.allOf(ModelTask.class), true, contextTokens);
        }

        @Override
        public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
                throws EngineException {
            prompts.add(prompt);
            return answer.make(prompt, sampling, pieces, cancellation);
        }

        @Override
        public List<float[]> embed(List<String> texts, Cancellation cancellation) {
            embedded.add(texts);
            whileEmbedding.run();
            cancellation.throwIfRequested();
            return texts.stream().map(text -> new float[] {text.length()}).toList();
        }

        @Override
        public int countTokens(String text) {
            return tokens(text);
        }

        @Override
        public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
            return place == Place.THIS_MACHINE && !leaks
                    ? Optional.empty()
                    : Optional.of(new WireRequest(
                            URI.create("https://api.example.com/" + id),
                            Map.of("Authorization", "…"),
                            words(prompt).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public long memoryBytes() {
            return 0;
        }

        @Override
        public Health health() {
            return new Health(true, UserMessage.of("models.test"));
        }

        @Override
        public void close() {}
    }
}
