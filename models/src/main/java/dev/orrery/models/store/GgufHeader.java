package dev.orrery.models.store;

import dev.orrery.models.catalog.ModelShape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a GGUF file says of itself in its head (the format's specification: github.com/ggml-org/ggml, docs/gguf.md). Nothing of it
 * is believed beyond bounds; a file that is shorter than its tensors need is half a model.
 *
 * @param architecture such as {@code qwen2}
 * @param name that its maker gave it; may be empty
 * @param licence as its maker says; may be empty
 * @param quantisation such as {@code Q4_K_M}
 * @param shape where all of it is told
 * @param infill whether it has marks for filling in the middle
 * @param chat whether it has a template for conversations
 * @param embedding whether it turns texts into vectors
 * @param requiredSize bytes that the file must have at least
 */
public record GgufHeader(
        String architecture,
        String name,
        String licence,
        String quantisation,
        Optional<ModelShape> shape,
        boolean infill,
        boolean chat,
        boolean embedding,
        long requiredSize) {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_TENSORS = 1_000_000;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_TEXT = 64 << 20;
    private static final int LONGEST_KEPT = 2000;
    private static final int ARRAY = 9;
    private static final int STRING = 8;
    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    private static final Set<String> PREFIX_MARKS = Set.of(
            "<|fim_prefix|>", "<fim_prefix>", "<fim-prefix>", "<PRE>", "▁<PRE>", "<｜fim▁begin｜>", "<|code_prefix|>");
    private static final Map<Integer, String> FILE_TYPES = Map.ofEntries(
            Map.entry(0, "F32"),
            Map.entry(1, "F16"),
            Map.entry(2, "Q4_0"),
            Map.entry(3, "Q4_1"),
            Map.entry(7, "Q8_0"),
            Map.entry(8, "Q5_0"),
            Map.entry(9, "Q5_1"),
            Map.entry(10, "Q2_K"),
            Map.entry(11, "Q3_K_S"),
            Map.entry(12, "Q3_K_M"),
            Map.entry(13, "Q3_K_L"),
            Map.entry(14, "Q4_K_S"),
            Map.entry(15, "Q4_K_M"),
            Map.entry(16, "Q5_K_S"),
            Map.entry(17, "Q5_K_M"),
            Map.entry(18, "Q6_K"),
            Map.entry(25, "IQ4_NL"),
            Map.entry(30, "IQ4_XS"),
            Map.entry(32, "BF16"));

    /**
     * Reads a file's head.
     *
     * @throws IOException where it is no GGUF file, or one that lies about itself; the message says how
     */
    public static GgufHeader read(Path file) throws IOException {
        try (GgufReader in = new GgufReader(Files.newInputStream(file))) {
            return new Parser(in).parse();
        } catch (EOFException cut) {
            throw new IOException("the file ends within its head", cut);
        }
    }

    private static final class Parser {
        private final GgufReader in;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private long vocabulary;
        private boolean prefixMark;

        Parser(GgufReader in) {
            this.in = in;
        }

        GgufHeader parse() throws IOException {
            if (in.number(4) != 0x46554747) {
                throw new IOException("not a GGUF file");
            }
            long version = in.number(4);
            if (version < 2 || version > 3) {
                throw new IOException("GGUF version " + version);
            }
            long tensors = in.count(8, MOST_TENSORS);
            long entries = in.count(8, MOST_ENTRIES);
            for (long i = 0; i < entries; i++) {
                String key = in.string(LONGEST_KEY);
                value(key, (int) in.count(4, 12));
            }
            long alignment = Math.clamp(numbers.getOrDefault("general.alignment", 32L), 1, 1 << 20);
            long size = GgufTensors.requiredSize(in, tensors, alignment);
            String architecture = texts.getOrDefault("general.architecture", "");
            int fileType = numbers.getOrDefault("general.file_type", -1L).intValue();
            return new GgufHeader(
                    architecture,
                    texts.getOrDefault("general.name", ""),
                    texts.getOrDefault("general.license", ""),
                    FILE_TYPES.getOrDefault(fileType, "unknown"),
                    shape(architecture),
                    prefixMark
                            || numbers.containsKey("tokenizer.ggml.prefix_token_id")
                            || numbers.containsKey("tokenizer.ggml.fim_pre_token_id"),
                    texts.containsKey("tokenizer.chat_template"),
                    architecture.toLowerCase(Locale.ROOT).contains("bert")
                            || numbers.getOrDefault(architecture + ".pooling_type", 0L) > 0,
                    size);
        }

        private Optional<ModelShape> shape(String architecture) {
            long heads = of(architecture, "attention.head_count", 0);
            long kvHeads = of(architecture, "attention.head_count_kv", heads);
            long width = of(architecture, "embedding_length", 0);
            long headSize = of(architecture, "attention.key_length", heads == 0 ? 0 : width / heads);
            long layers = of(architecture, "block_count", 0);
            long context = of(architecture, "context_length", 0);
            boolean told = between(layers, 1000)
                    && between(kvHeads, 1000)
                    && between(headSize, 10_000)
                    && between(context, 100_000_000)
                    && between(vocabulary, 10_000_000);
            return told
                    ? Optional.of(new ModelShape(
                            (int) layers, (int) kvHeads, (int) headSize, (int) vocabulary, (int) context))
                    : Optional.empty();
        }

        private long of(String architecture, String key, long otherwise) {
            return numbers.getOrDefault(architecture + "." + key, otherwise);
        }

        private static boolean between(long value, long most) {
            return value >= 1 && value <= most;
        }

        private void value(String key, int type) throws IOException {
            if (type == ARRAY) {
                array(key);
            } else if (type == STRING) {
                String text = in.string(LONGEST_TEXT);
                texts.put(key, text.substring(0, Math.min(LONGEST_KEPT, text.length())));
            } else {
                numbers.put(key, in.number(WIDTHS[type]));
            }
        }

        private void array(String key) throws IOException {
            int type = (int) in.count(4, 12);
            long length = in.count(8, 1L << 32);
            if (type == ARRAY) {
                throw new IOException("lists in a list");
            }
            boolean tokens = key.equals("tokenizer.ggml.tokens");
            vocabulary = tokens ? length : vocabulary;
            if (type != STRING) {
                long most = 0;
                boolean perLayer = key.endsWith(".attention.head_count_kv") && length <= 1000;
                for (long i = 0; perLayer && i < length; i++) {
                    most = Math.max(most, in.number(WIDTHS[type]));
                }
                if (perLayer) {
                    numbers.put(key, most);
                } else {
                    in.skip(Math.multiplyExact(length, (long) WIDTHS[type]));
                }
                return;
            }
            for (long i = 0; i < length; i++) {
                String text = in.string(LONGEST_TEXT);
                prefixMark |= tokens && PREFIX_MARKS.contains(text);
            }
        }
    }
}
