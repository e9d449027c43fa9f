package dev.orrery.models.gguf;

import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of a GGUF file says, every count and size of it checked against the file's length.
 *
 * @param version of the format, 2 or 3
 * @param bytes the file's length
 * @param metadata its keys: {@code Long}, {@code Double}, {@code Boolean}, {@code String} or a {@code List} of these
 * @param tensors in the order of the file
 */
public record GgufFile(int version, long bytes, Map<String, Object> metadata, List<Tensor> tensors) {
    public GgufFile {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    /**
     * One tensor.
     *
     * @param name such as {@code blk.0.attn_q.weight}
     * @param shape the length of a row first; empty for a single number
     * @param numbers that it has
     * @param type how they are stored
     * @param offset from the beginning of the data
     * @param bytes that it takes
     */
    public record Tensor(String name, List<Long> shape, long numbers, TensorType type, long offset, long bytes) {}

    /**
     * Reads the header; the tensors' data is not touched.
     *
     * @throws OrreryException where the file is none, is cut off, or says of itself what cannot be
     */
    public static GgufFile read(Path file) throws IOException, OrreryException {
        try (GgufInput in = new GgufInput(file)) {
            return new GgufReader(in).read();
        }
    }

    /** What kind of network it is, such as {@code qwen2}; empty where the file does not say. */
    public String architecture() {
        return text("general.architecture").orElse("");
    }

    /** A text among the metadata. */
    public Optional<String> text(String key) {
        return metadata.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A whole number among the metadata; {@code otherwise} where there is none. */
    public long number(String key, long otherwise) {
        return metadata.get(key) instanceof Long number ? number : otherwise;
    }

    /** Tokens that it was trained to read, prompt and answer together; 0 where the file does not say. */
    public int contextLength() {
        return bounded("context_length", 0, 1 << 27);
    }

    public int layers() {
        return bounded("block_count", 0, 1 << 16);
    }

    /** Numbers of a token's vector. */
    public int embeddingLength() {
        return bounded("embedding_length", 0, 1 << 20);
    }

    /** How many numbers the network has. */
    public long parameters() {
        return tensors.stream().mapToLong(Tensor::numbers).sum();
    }

    /** The type in which most of its bytes are stored. */
    public TensorType quantisation() {
        Map<TensorType, Long> bytes = new EnumMap<>(TensorType.class);
        tensors.forEach(tensor -> bytes.merge(tensor.type(), tensor.bytes(), Long::sum));
        return bytes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(TensorType.F32);
    }

    /** Bytes of the cache of keys and values, 16 bits a number, for so many tokens; a network with windows or states takes less. */
    public long cacheBytes(int contextTokens) {
        long heads = Math.max(1, bounded("attention.head_count", 1, 1 << 16));
        long head = embeddingLength() / heads;
        long both = (long) bounded("attention.key_length", (int) head, 1 << 16)
                + bounded("attention.value_length", (int) head, 1 << 16);
        return 2L * contextTokens * both * cachedHeads(heads);
    }

    /** Heads with keys and values of their own, of all layers together. */
    private long cachedHeads(long heads) {
        if (metadata.get(architecture() + ".attention.head_count_kv") instanceof List<?> perLayer) {
            return perLayer.stream()
                    .mapToLong(each -> each instanceof Long number ? Math.clamp(number, 0, 1 << 16) : 0)
                    .sum();
        }
        return (long) layers() * bounded("attention.head_count_kv", (int) heads, 1 << 16);
    }

    /** A number that the architecture's name is put before. */
    private int bounded(String key, int otherwise, int most) {
        return (int) Math.clamp(number(architecture() + "." + key, otherwise), 0, most);
    }
}
