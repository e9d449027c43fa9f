package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.CancelSource;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.scope.ScopeFinder;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The types of a repository, whichever role this process has. Where they are not ready the first who asks has them made ready
 * in the background, and until then there are those of the JDK. Safe from any thread.
 */
final class RepositoryTypes implements ScopeFinder.Types, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RepositoryTypes.class.getName());

    /** What is known without a repository. */
    private static final class Jdk {
        static final LiveTypes TYPES = LiveTypes.ofJdk();
    }

    private final Supplier<@Nullable LiveTypes> ready;
    private final Warming warming;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CancelSource ending = new CancelSource();

    RepositoryTypes(Supplier<@Nullable LiveTypes> ready, Warming warming) {
        this.ready = ready;
        this.warming = warming;
    }

    /** How they are made ready. */
    @FunctionalInterface
    interface Warming {
        void run(Cancellation cancellation) throws OrreryException;
    }

    @Override
    public LiveTypes now() {
        LiveTypes types = ready.get();
        if (types != null) {
            return types;
        }
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().name("scope-warm").daemon().start(this::warmInBackground);
        }
        return Jdk.TYPES;
    }

    private void warmInBackground() {
        try {
            warm(ending);
        } catch (CancellationException closing) {
            LOG.log(System.Logger.Level.DEBUG, "closing", closing);
        }
    }

    @Override
    public boolean areReady() {
        return ready.get() != null;
    }

    @Override
    public void warm(Cancellation cancellation) {
        try {
            if (ready.get() == null) {
                warming.run(cancellation);
            }
        } catch (OrreryException failed) {
            begun.set(false);
            LOG.log(System.Logger.Level.WARNING, "types of the repository are not known", failed);
        }
    }

    @Override
    public void close() {
        ending.cancel();
    }
}
