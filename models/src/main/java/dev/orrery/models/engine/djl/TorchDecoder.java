package dev.orrery.models.engine.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.orrery.models.engine.EngineException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A TorchScript network and, for a decoder, the cache of the tokens that it has read last. A prompt that begins as the last one did is read
 * from where they part. Used on the engine's thread only.
 */
final class TorchDecoder implements AutoCloseable {
    private final TorchDescription description;
    private final Model model;
    private final Block block;
    private final NDManager manager;
    private final ParameterStore parameters;
    private NDArray cache;
    private int[] read = new int[256];
    private int reads;

    TorchDecoder(ai.djl.engine.Engine engine, ai.djl.Device device, TorchDescription description)
            throws IOException, MalformedModelException {
        this.description = description;
        model = engine.newModel(String.valueOf(description.file().getFileName()), device);
        try {
            model.load(
                    description.file().getParent(),
                    String.valueOf(description.file().getFileName()));
            block = model.getBlock();
            manager = model.getNDManager().newSubManager();
            parameters = new ParameterStore(manager, false);
            cache = emptyCache();
        } catch (IOException | MalformedModelException | RuntimeException failed) {
            model.close();
            throw failed;
        }
    }

    private NDArray emptyCache() {
        return manager.zeros(
                new Shape(description.layers(), 2, description.heads(), 0, description.headSize()), DataType.FLOAT32);
    }

    /** How many tokens' work is kept. */
    int kept() {
        return reads;
    }

    /**
     * Forgets all but what the prompt begins with too; its last token is always read again, because its logits are needed.
     *
     * @return how many of the prompt's tokens need not be read
     */
    int rewind(int[] prompt) {
        int same = Arrays.mismatch(read, 0, reads, prompt, 0, prompt.length);
        int keep = Math.min(same < 0 ? reads : same, prompt.length - 1);
        if (keep < reads) {
            NDArray all = cache;
            cache = keep == 0 ? emptyCache() : all.get(new NDIndex(":, :, :, 0:{}", keep));
            all.close();
            reads = keep;
        }
        return keep;
    }

    /** Reads on; gives the logits behind the last of the tokens. Where this throws, all is forgotten. */
    float[] read(int[] tokens) throws EngineException {
        try (NDManager step = manager.newSubManager()) {
            NDList out = block.forward(parameters, new NDList(numbers(step, tokens), cache), false);
            if (out.size() != 2 || out.get(1).getShape().get(3) != reads + tokens.length) {
                throw TorchDescription.bad("forward", null);
            }
            float[] logits = out.get(0).toFloatArray();
            NDArray longer = out.get(1);
            longer.attach(manager);
            cache.close();
            cache = longer;
            remember(tokens);
            return logits;
        } catch (RuntimeException failed) {
            forget();
            throw TorchDescription.bad("forward", failed);
        }
    }

    /** The vector of a text, for an embedding. */
    float[] embed(int[] tokens) throws EngineException {
        try (NDManager step = manager.newSubManager()) {
            float[] vector = block.forward(parameters, new NDList(numbers(step, tokens)), false)
                    .singletonOrThrow()
                    .toFloatArray();
            if (vector.length != description.dimensions()) {
                throw TorchDescription.bad("dimensions", null);
            }
            return vector;
        } catch (RuntimeException failed) {
            throw TorchDescription.bad("forward", failed);
        }
    }

    private static NDArray numbers(NDManager step, int[] tokens) {
        long[] numbers = new long[tokens.length];
        Arrays.setAll(numbers, i -> tokens[i]);
        return step.create(numbers, new Shape(1, numbers.length));
    }

    private void remember(int[] tokens) {
        if (reads + tokens.length > read.length) {
            read = Arrays.copyOf(read, Math.max(reads + tokens.length, 2 * read.length));
        }
        System.arraycopy(tokens, 0, read, reads, tokens.length);
        reads += tokens.length;
    }

    private void forget() {
        cache.close();
        cache = emptyCache();
        reads = 0;
    }

    @Override
    public void close() {
        manager.close();
        model.close();
    }
}
