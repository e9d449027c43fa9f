package dev.orrery.models.engine.djl;

import ai.djl.MalformedModelException;
import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.tokens.BytePairTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs TorchScript models with PyTorch through DJL; the package's description has the format of a model. Models are put on a graphics
 * processor where {@link LoadOptions#gpuLayers} is above 0 and DJL finds CUDA, for which its own native libraries must be on the class path.
 */
public final class DjlEngine implements Engine {
    public static final String ID = "djl";

    private final PyTorch torch;
    private final Set<DjlModel> models = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("orrery-torch").daemon(true).factory());

    /** @param nativeFolder below the application's cache, where libtorch is unpacked when the first model is loaded */
    public DjlEngine(Path nativeFolder) {
        torch = new PyTorch(nativeFolder);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public EngineStatus status() {
        return torch.status(ID);
    }

    @Override
    public LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        if (!(source instanceof ModelSource.Files files)) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL, UserMessage.of("models.engine.nofiles", source.id()));
        }
        progress.at("models.djl.checking", 0, 0);
        TorchDescription description = TorchDescription.read(files.folder());
        TorchArchive.check(description.file());
        BytePairTokenizer tokenizer = tokenizer(description);
        cancellation.throwIfRequested();
        progress.at("models.djl.loading", 0, 0);
        int threads = Math.max(1, options.threads());
        TorchDecoder decoder = call(() -> {
            cancellation.throwIfRequested();
            ai.djl.engine.Engine engine = torch.engine();
            PyTorch.useThreads(threads);
            return new TorchDecoder(engine, PyTorch.device(engine, options.gpuLayers()), description);
        });
        int context = options.contextTokens() > 0
                ? Math.min(options.contextTokens(), description.context())
                : description.context();
        DjlModel model =
                new DjlModel(description, decoder, tokenizer, context, size(description), new DjlModel.Worker() {
                    @Override
                    public long sharedBytes() {
                        models.removeIf(DjlModel::isClosed);
                        return torch.libraryBytes() / Math.max(1, models.size());
                    }

                    @Override
                    public <T> T call(Callable<T> work) throws EngineException {
                        return DjlEngine.this.call(() -> {
                            PyTorch.useThreads(threads);
                            return work.call();
                        });
                    }
                });
        models.removeIf(DjlModel::isClosed);
        models.add(model);
        if (cancellation.isRequested()) {
            model.close();
            throw new CancellationException();
        }
        return model;
    }

    private static BytePairTokenizer tokenizer(TorchDescription description) throws EngineException {
        try {
            return BytePairTokenizer.read(description.tokenizer());
        } catch (OrreryException damaged) {
            throw new EngineException(EngineException.Kind.BAD_MODEL, damaged.userMessage(), damaged);
        } catch (IOException unreadable) {
            throw unreadable(description.tokenizer(), unreadable);
        }
    }

    private static long size(TorchDescription description) throws EngineException {
        try {
            return Files.size(description.file());
        } catch (IOException unreadable) {
            throw unreadable(description.file(), unreadable);
        }
    }

    private static EngineException unreadable(Path file, IOException why) {
        return new EngineException(
                EngineException.Kind.BAD_MODEL,
                UserMessage.of("models.engine.unreadable", file.toString(), String.valueOf(why.getMessage())),
                why);
    }

    /** Does the work on the engine's thread. What is under way there is waited for even by an interrupted thread: it is short. */
    private <T> T call(Callable<T> work) throws EngineException {
        try {
            return waitFor(thread.submit(work));
        } catch (RejectedExecutionException ended) {
            throw new EngineException(
                    EngineException.Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"), ended);
        }
    }

    private static <T> T waitFor(java.util.concurrent.Future<T> work) throws EngineException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw translated(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EngineException translated(Throwable cause) {
        return switch (cause) {
            case CancellationException cancelled -> throw cancelled;
            case EngineException known -> known;
            case OutOfMemoryError full ->
                new EngineException(EngineException.Kind.NO_MEMORY, UserMessage.of("models.engine.nomemory"), full);
            case MalformedModelException bad ->
                new EngineException(
                        EngineException.Kind.BAD_MODEL,
                        UserMessage.of("models.djl.refused", String.valueOf(bad.getMessage())),
                        bad);
            default ->
                new EngineException(
                        EngineException.Kind.BAD_MODEL,
                        UserMessage.of("models.djl.refused", firstLine(String.valueOf(cause.getMessage()))),
                        cause);
        };
    }

    /** PyTorch's own words for a file that it does not take go on for pages. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    @Override
    public void close() {
        models.forEach(DjlModel::close);
        models.clear();
        thread.shutdown();
    }
}
