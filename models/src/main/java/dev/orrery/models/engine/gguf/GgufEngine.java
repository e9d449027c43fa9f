package dev.orrery.models.engine.gguf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.gguf.GgufVocabulary;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs GGUF models with llama.cpp, each in a process of its own. */
public final class GgufEngine implements Engine {
    public static final String ID = "gguf";

    private static final int USUAL_CONTEXT = 4096;
    /** The Java of the child maps about a gigabyte and uses a tenth of it; llama.cpp's computation takes some hundred megabytes. */
    private static final long ROOM = 3L << 30;

    private final LlamaLibrary library;
    private final long room;
    private volatile boolean closed;
    private final Set<GgufModel> models = ConcurrentHashMap.newKeySet();

    /** @param nativeFolder below the application's cache, where llama.cpp is unpacked when the first model is loaded */
    public GgufEngine(Path nativeFolder) {
        this(nativeFolder, ROOM);
    }

    /** @param room bytes that a child may map beside the model and its cache */
    GgufEngine(Path nativeFolder, long room) {
        library = new LlamaLibrary(nativeFolder);
        this.room = room;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public EngineStatus status() {
        return library.status(ID);
    }

    @Override
    public LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        if (!(source instanceof ModelSource.Files files)) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL, UserMessage.of("models.engine.nofiles", source.id()));
        }
        EngineStatus status = status();
        if (closed) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"));
        }
        if (!status.runs()) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, status.reason());
        }
        progress.at("models.gguf.checking", 0, 0);
        GgufFiles checked = GgufFiles.of(files.folder());
        cancellation.throwIfRequested();
        progress.at("models.gguf.loading", 0, 0);
        GgufLaunch launch = new GgufLaunch(
                library.unpacked(),
                checked,
                GgufVocabulary.of(checked.header()),
                context(options.contextTokens(), checked.header().contextLength()),
                options,
                room);
        GgufModel model = new GgufModel(launch, launch.start(cancellation));
        models.removeIf(GgufModel::isClosed);
        models.add(model);
        if (closed) {
            model.close();
        }
        return model;
    }

    private static int context(int wanted, int trained) {
        int most = trained > 0 ? trained : USUAL_CONTEXT;
        return wanted > 0 ? Math.min(wanted, most) : Math.min(USUAL_CONTEXT, most);
    }

    @Override
    public void close() {
        closed = true;
        models.forEach(GgufModel::close);
        models.clear();
    }
}
