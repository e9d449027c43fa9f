package dev.orrery.models.engine.gguf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.gguf.GgufVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Everything that starting a model's process needs, the first time and again.
 *
 * @param library the folder of llama.cpp's library
 * @param context tokens, prompt and answer together
 * @param room bytes that the process may map beside the model and its cache
 */
record GgufLaunch(
        Path library, GgufFiles files, GgufVocabulary vocabulary, int context, LoadOptions options, long room) {
    /** Tokens that are read in one go: few, so that a request can be left soon and the room for the computation stays small. */
    private static final int BATCH = 128;

    private static final String TEMPLATE = "tokenizer.chat_template";

    /** Whether it makes vectors and no text. */
    boolean embeds() {
        return pooling() != 0;
    }

    /** How the vectors of the tokens become one: llama.cpp's number, 0 for not at all. */
    private int pooling() {
        String architecture = files.header().architecture();
        return (int) Math.clamp(files.header().number(architecture + ".pooling_type", 0), 0, 3);
    }

    Set<ModelTask> tasks() {
        if (embeds()) {
            return EnumSet.of(ModelTask.EMBEDDING);
        }
        return files.header().text(TEMPLATE).isPresent()
                ? EnumSet.of(ModelTask.COMPLETION, ModelTask.CHAT)
                : EnumSet.of(ModelTask.COMPLETION);
    }

    /** Weights and cache. */
    long predictedBytes() {
        return files.bytes() + files.header().cacheBytes(context);
    }

    /**
     * Starts a process and has it load the model. Blocks until it can answer.
     *
     * @throws EngineException where it cannot
     * @throws CancellationException where it is no longer wanted; the process is gone then
     */
    GgufChild start(Cancellation cancellation) throws EngineException {
        try {
            GgufChild child = new GgufChild(library, predictedBytes() + room);
            boolean ready = false;
            try {
                child.load(content -> {
                    Frame.writeString(content, files.first().toAbsolutePath().toString());
                    content.writeInt(context);
                    content.writeInt(embeds() ? context : BATCH);
                    content.writeInt(Math.max(1, options.threads()));
                    content.writeInt(options.gpuLayers());
                    content.writeInt(pooling());
                });
                while (!ready) {
                    cancellation.throwIfRequested();
                    ready = child.next(0, 20) != null;
                }
                child.done(0);
                child.isReady();
                return child;
            } catch (IOException ended) {
                int status = child.status();
                String complaint = child.complaint();
                // 9: killed, or the limit could not be set; 134: the native code gave up, as it does without memory.
                throw new EngineException(
                        status == 9 || status == 137 ? Kind.NO_MEMORY : Kind.BAD_MODEL,
                        UserMessage.of(
                                "models.gguf.notloaded",
                                String.valueOf(files.first().getFileName()),
                                complaint,
                                Integer.toString(status)),
                        ended);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } finally {
                if (!ready) {
                    child.close();
                }
            }
        } catch (IOException noProcess) {
            throw new EngineException(
                    Kind.UNAVAILABLE,
                    UserMessage.of("models.gguf.noprocess", String.valueOf(noProcess.getMessage())),
                    noProcess);
        }
    }
}
