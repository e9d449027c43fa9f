package dev.orrery.models.engine;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;

/**
 * What runs models of one kind. Safe from any thread; methods that may wait block and belong on a virtual thread. An engine costs
 * nothing until a model is loaded.
 */
public interface Engine extends AutoCloseable {
    /** The stable id that settings, ledger and command line know it by, such as {@code djl}. */
    String id();

    /** Whether it could load a model here and now; quick, loads nothing and asks no network. */
    EngineStatus status();

    /**
     * Makes a model ready to answer. For a server this is a check of the address, not of the network, unless the server itself
     * loads models when it is told to.
     *
     * @throws EngineException where it cannot be loaded, with the reason
     * @throws java.util.concurrent.CancellationException where that was asked for; nothing is left behind
     */
    LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException;

    /** Ends every model of this engine and gives back what it holds. */
    @Override
    void close();
}
