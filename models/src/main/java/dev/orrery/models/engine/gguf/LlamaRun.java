package dev.orrery.models.engine.gguf;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Completions with a loaded model, in the child, one after the other. A long prompt is read in steps, each a completion of one token over a
 * longer beginning: llama.cpp keeps the work of the beginning, and between two steps the request can be left, which it does not let one do
 * while it reads.
 */
final class LlamaRun {
    private static final double STEP_NANOS = 30e6;
    private static final int FIRST_STEP = 16;

    private final LlamaModel model;
    private final int longestStep;
    private int[] kept = {};

    /** @param longestStep tokens that are read in one go, at most */
    LlamaRun(LlamaModel model, int longestStep) {
        this.model = model;
        this.longestStep = longestStep;
    }

    /**
     * How a completion went.
     *
     * @param made tokens that were made; those of one character that came in pieces count as one
     * @param limited whether the limit ended it
     */
    record Result(int made, boolean limited) {}

    /** How many tokens of a prompt's beginning are still known; never the last one, because it is read for what follows it. */
    int reusable(int[] prompt) {
        int same = Arrays.mismatch(kept, prompt);
        return Math.min(same < 0 ? prompt.length : same, prompt.length - 1);
    }

    Result generate(
            int[] prompt, int most, double temperature, long seed, Consumer<String> pieces, BooleanSupplier left) {
        int done = reusable(prompt);
        int step = FIRST_STEP;
        while (prompt.length - done > step && !left.getAsBoolean()) {
            long before = System.nanoTime();
            int[] beginning = Arrays.copyOf(prompt, done + step);
            complete(beginning, 1, 0, 0, piece -> {}, () -> false);
            done += step;
            step = (int) Math.clamp(STEP_NANOS * step / (System.nanoTime() - before), 1, longestStep);
        }
        if (left.getAsBoolean()) {
            return new Result(0, false);
        }
        StringBuilder text = new StringBuilder();
        int made = complete(
                prompt,
                most,
                temperature,
                seed,
                piece -> {
                    text.append(piece);
                    pieces.accept(piece);
                },
                left);
        // The binding does not tell why it ended; a character in several tokens is told once.
        boolean limited = made >= most || made > 0 && model.encode(text.toString()).length >= most;
        return new Result(made, limited);
    }

    private int complete(
            int[] prompt, int most, double temperature, long seed, Consumer<String> pieces, BooleanSupplier left) {
        kept = prompt;
        int completion = LlamaCalls.request(model, json(prompt, most, temperature, seed));
        int made = 0;
        while (true) {
            if (left.getAsBoolean()) {
                LlamaCalls.cancel(model, completion);
                return made;
            }
            LlamaOutput output = LlamaCalls.receive(model, completion);
            if (LlamaCalls.isLast(output)) {
                return made;
            }
            made++;
            pieces.accept(output.text);
        }
    }

    private static String json(int[] prompt, int most, double temperature, long seed) {
        StringBuilder ids = new StringBuilder();
        IntStream.of(prompt)
                .forEach(token -> ids.append(ids.isEmpty() ? "" : ",").append(token));
        return String.format(
                Locale.ROOT,
                "{\"prompt\":[%s],\"n_predict\":%d,\"temperature\":%.4f,\"seed\":%d,\"cache_prompt\":true,\"stream\":true}",
                ids,
                most,
                temperature,
                seed & Integer.MAX_VALUE);
    }
}
