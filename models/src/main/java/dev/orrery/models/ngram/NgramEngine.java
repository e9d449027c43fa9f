package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Completes code by what the open repository's own code looks like. Loads at once, holds nothing of its own. */
public final class NgramEngine implements Engine {
    /** The engine's id. */
    public static final String ID = "ngram";
    /** The id of its model. */
    public static final String MODEL = "orrery-ngram";

    private final Supplier<NgramModel> workspace;
    private final Set<NgramCompletion> loaded = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param workspace gives the model of the open repository, or one that knows nothing; asked anew for each prompt */
    public NgramEngine(Supplier<NgramModel> workspace) {
        this.workspace = workspace;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public EngineStatus status() {
        return new EngineStatus(ID, true, UserMessage.of("models.ngram.runs"));
    }

    @Override
    public LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        cancellation.throwIfRequested();
        if (closed) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("models.ngram.closed"));
        }
        if (!(source instanceof ModelSource.BuiltIn)) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL, UserMessage.of("models.ngram.nofiles", source.id()));
        }
        NgramCompletion model = new NgramCompletion(workspace, options.contextTokens(), loaded::remove);
        loaded.add(model);
        if (closed) {
            model.close();
        }
        return model;
    }

    @Override
    public void close() {
        closed = true;
        loaded.forEach(NgramCompletion::close);
    }
}
