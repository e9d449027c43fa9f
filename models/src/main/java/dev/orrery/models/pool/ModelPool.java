package dev.orrery.models.pool;

import dev.orrery.api.Cancellation;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import java.util.List;

/** The models that could answer, and the way to each. Safe from any thread. */
public interface ModelPool {
    /** All of them as they are now, in a stable order; quick, loads nothing and asks no network. */
    List<PooledModel> models();

    /**
     * The model, loaded if it was not, and kept loaded until the lease is closed. Blocks.
     *
     * @param id of a model of {@link #models}
     */
    Lease lease(String id, Cancellation cancellation) throws EngineException;

    /** A right to use a loaded model. */
    interface Lease extends AutoCloseable {
        LoadedModel model();

        /** Gives it back. Closing twice does nothing. */
        @Override
        void close();
    }
}
