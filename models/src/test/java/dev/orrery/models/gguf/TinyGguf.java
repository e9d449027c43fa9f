package dev.orrery.models.gguf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A whole GGUF model of some hundred kilobytes that llama.cpp loads and runs: Llama's architecture with random weights, and a vocabulary of
 * all bytes, some merges and the marks of a gap. It writes lower-case letters and blanks, nothing else.
 */
public final class TinyGguf {
    public static final String END = "<|end|>";
    public static final String PREFIX = "<|fim_prefix|>";

    private static final int WIDTH = 64;
    private static final int HIDDEN = 128;
    private static final int LAYERS = 2;
    private static final int HEADS = 4;
    private static final int CONTEXT = 2048;
    private static final int NORMAL = 1;
    private static final int CONTROL = 3;

    private final long seed;
    private boolean embedding;
    private String template = "";

    private TinyGguf(long seed) {
        this.seed = seed;
    }

    public static TinyGguf seeded(long seed) {
        return new TinyGguf(seed);
    }

    /** A model that makes vectors, by the last of its states. */
    public TinyGguf embedding() {
        embedding = true;
        return this;
    }

    /** A model that can chat, in this form. */
    public TinyGguf template(String jinja) {
        template = jinja;
        return this;
    }

    /** Writes it into a folder that it makes; gives the file. */
    public Path writeTo(Path folder) {
        try {
            return Files.write(Files.createDirectories(folder).resolve("tiny.gguf"), bytes());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public byte[] bytes() {
        List<String> tokens = tokens();
        int[] types = new int[tokens.size()];
        Arrays.fill(types, NORMAL);
        int end = tokens.size() - 4;
        Arrays.fill(types, end, tokens.size(), CONTROL);
        List<Tensor> tensors = tensors(tokens.size());
        int keys = 20 + (embedding ? 1 : 0) + (template.isEmpty() ? 0 : 1);
        GgufBytes out = new GgufBytes().head(3, tensors.size(), keys);
        out.key("general.architecture", "llama")
                .key("general.name", "tiny")
                .key("llama.context_length", CONTEXT)
                .key("llama.embedding_length", WIDTH)
                .key("llama.block_count", LAYERS)
                .key("llama.feed_forward_length", HIDDEN)
                .key("llama.attention.head_count", HEADS)
                .key("llama.attention.head_count_kv", HEADS)
                .key("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .key("llama.rope.dimension_count", WIDTH / HEADS)
                .key("tokenizer.ggml.model", "gpt2")
                .key("tokenizer.ggml.pre", "gpt-2")
                .strings("tokenizer.ggml.tokens", tokens)
                .numbers("tokenizer.ggml.token_type", types)
                .strings("tokenizer.ggml.merges", List.of("t h", "i n"))
                .key("tokenizer.ggml.eos_token_id", end)
                .key("tokenizer.ggml.fim_pre_token_id", end + 1)
                .key("tokenizer.ggml.fim_suf_token_id", end + 2)
                .key("tokenizer.ggml.fim_mid_token_id", end + 3)
                .key("tokenizer.ggml.add_bos_token", false);
        if (embedding) {
            out.key("llama.pooling_type", 3);
        }
        if (!template.isEmpty()) {
            out.key("tokenizer.chat_template", template);
        }
        long offset = 0;
        for (Tensor tensor : tensors) {
            out.tensor(tensor.name, tensor.shape, 0, offset);
            offset += (4L * tensor.numbers.length + 31) / 32 * 32;
        }
        for (Tensor tensor : tensors) {
            out.pad(32);
            for (float number : tensor.numbers) {
                out.f32(number);
            }
        }
        return out.array();
    }

    private record Tensor(String name, long[] shape, float[] numbers) {}

    private List<Tensor> tensors(int tokens) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(random("token_embd.weight", random, 1, WIDTH, tokens));
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            double scale = 1 / Math.sqrt(WIDTH);
            tensors.add(ones(block + "attn_norm.weight"));
            tensors.add(random(block + "attn_q.weight", random, scale, WIDTH, WIDTH));
            tensors.add(random(block + "attn_k.weight", random, scale, WIDTH, WIDTH));
            tensors.add(random(block + "attn_v.weight", random, scale, WIDTH, WIDTH));
            tensors.add(random(block + "attn_output.weight", random, scale, WIDTH, WIDTH));
            tensors.add(ones(block + "ffn_norm.weight"));
            tensors.add(random(block + "ffn_gate.weight", random, scale, WIDTH, HIDDEN));
            tensors.add(random(block + "ffn_up.weight", random, scale, WIDTH, HIDDEN));
            tensors.add(random(block + "ffn_down.weight", random, 1 / Math.sqrt(HIDDEN), HIDDEN, WIDTH));
        }
        tensors.add(ones("output_norm.weight"));
        Tensor output = random("output.weight", random, 1, WIDTH, tokens);
        // The logits of all others are 0, and among so many letters one is above that.
        for (int token = 0; token < tokens; token++) {
            if (!writes(token)) {
                Arrays.fill(output.numbers, token * WIDTH, (token + 1) * WIDTH, 0);
            }
        }
        tensors.add(output);
        return tensors;
    }

    private static boolean writes(int token) {
        return token >= 'a' && token <= 'z' || token == ' ';
    }

    private static Tensor random(String name, SplittableRandom random, double scale, int row, int rows) {
        float[] numbers = new float[row * rows];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, new long[] {row, rows}, numbers);
    }

    private static Tensor ones(String name) {
        float[] numbers = new float[WIDTH];
        Arrays.fill(numbers, 1);
        return new Tensor(name, new long[] {WIDTH}, numbers);
    }

    /** The bytes in GPT-2's printable spelling, token by token in the order of the bytes; two merges; the marks. */
    private static List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        int strange = 256;
        for (int i = 0; i < 256; i++) {
            boolean printable = i >= '!' && i <= '~' || i >= 0xa1 && i <= 0xac || i >= 0xae;
            tokens.add(String.valueOf((char) (printable ? i : strange++)));
        }
        tokens.addAll(List.of("th", "in", END, PREFIX, "<|fim_suffix|>", "<|fim_middle|>"));
        return tokens;
    }
}
