package dev.orrery.models.engine.gguf;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The binding's calls for a completion that is told its prompt as token numbers and can be left between two tokens. The binding keeps them to
 * its package, because its public ones take a prompt as text only, in which everything that spells a mark becomes one.
 */
final class LlamaCalls {
    private static final MethodHandle REQUEST;
    private static final MethodHandle RECEIVE;
    private static final MethodHandle CANCEL;
    private static final MethodHandle STOP;

    static {
        try {
            MethodHandles.Lookup model = MethodHandles.privateLookupIn(LlamaModel.class, MethodHandles.lookup());
            MethodHandles.Lookup output = MethodHandles.privateLookupIn(LlamaOutput.class, MethodHandles.lookup());
            REQUEST = model.findVirtual(
                    LlamaModel.class, "requestCompletion", MethodType.methodType(int.class, String.class));
            RECEIVE = model.findVirtual(
                    LlamaModel.class, "receiveCompletion", MethodType.methodType(LlamaOutput.class, int.class));
            CANCEL = model.findVirtual(
                    LlamaModel.class, "cancelCompletion", MethodType.methodType(void.class, int.class));
            STOP = output.findGetter(LlamaOutput.class, "stop", boolean.class);
        } catch (ReflectiveOperationException otherVersion) {
            throw new ExceptionInInitializerError(otherVersion);
        }
    }

    private LlamaCalls() {}

    /** Begins a completion; gives its number. */
    static int request(LlamaModel model, String json) {
        try {
            return (int) REQUEST.invokeExact(model, json);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** Waits for the next part of a completion. */
    static LlamaOutput receive(LlamaModel model, int completion) {
        try {
            return (LlamaOutput) RECEIVE.invokeExact(model, completion);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    static void cancel(LlamaModel model, int completion) {
        try {
            CANCEL.invokeExact(model, completion);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** Whether a part is the last one. */
    static boolean isLast(LlamaOutput output) {
        try {
            return (boolean) STOP.invokeExact(output);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
