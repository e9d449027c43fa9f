package dev.orrery.models.pool;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures how fast a model is, for some seconds: answers to prompts that it has not seen, so that no cache helps, and then lines at a
 * caret that moves down one file, as in editing, where caches do. The figures are the engine's own times. One run at a time.
 */
public final class ModelBench {
    private static final int ANSWER_TOKENS = 48;
    private static final int LINE_TOKENS = 24;
    private static final int PROMPT_LINES = 40;
    private static final int FILE_LINES = 120;
    private static final double SHARE_OF_PROMPTS = 0.6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final LongSupplier nanos;

    /**
     * @param clock for the date of the result
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
     */
    public ModelBench(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Measures; each kind of answer once at least, so a slow model takes longer than it was given.
     *
     * @throws java.util.concurrent.CancellationException where that was asked for
     */
    public BenchResult run(String id, LoadedModel model, Duration time, Cancellation cancellation)
            throws EngineException {
        long began = nanos.getAsLong();
        long promptsEnd = began + (long) (time.toNanos() * SHARE_OF_PROMPTS);
        int most = fittingLines(model);
        int few = Math.clamp(most / 3, 1, PROMPT_LINES);
        boolean completes = model.capabilities().tasks().contains(ModelTask.COMPLETION);
        List<Generation> answers = new ArrayList<>();
        do {
            Prompt prompt = completes ? file(answers.size(), few) : question(answers.size(), few);
            answers.add(model.generate(prompt, sampling(ANSWER_TOKENS), piece -> {}, cancellation));
        } while (nanos.getAsLong() < promptsEnd);
        List<Generation> lines = new ArrayList<>();
        while (completes && (lines.isEmpty() || nanos.getAsLong() < began + time.toNanos())) {
            Prompt prompt = file(-1, few + lines.size() % Math.max(1, most - few));
            lines.add(model.generate(prompt, sampling(LINE_TOKENS, "\n"), piece -> {}, cancellation));
        }
        return new BenchResult(
                id,
                clock.instant(),
                median(answers, answer -> millis(answer.firstToken())),
                median(answers, answer -> rate(answer.promptTokens() - answer.reusedTokens(), answer.firstToken())),
                median(
                        answers,
                        answer -> rate(answer.tokens() - 1, answer.total().minus(answer.firstToken()))),
                quantile(lines, line -> millis(line.total()), 0.95),
                answers.size() + lines.size());
    }

    private static Sampling sampling(int tokens, String... stops) {
        return new Sampling(tokens, 0, List.of(stops), 1, PATIENCE);
    }

    /** Lines of a prompt that leaves half of the model's context free. */
    private static int fittingLines(LoadedModel model) {
        int lines = FILE_LINES;
        while (lines > 1
                && model.countTokens(code(0, lines)) > model.capabilities().contextTokens() / 2) {
            lines = lines * 2 / 3;
        }
        return lines;
    }

    private static Prompt question(int number, int lines) {
        return new Prompt.Chat(List.of(new Prompt.Turn(
                Prompt.Speaker.USER, "Request " + number + ". What does this code do?\n" + code(number, lines))));
    }

    /** A file that was never seen under this number, with the caret behind so many lines. */
    private static Prompt file(int number, int lines) {
        return new Prompt.Infill("", code(number, lines) + "    int sum" + lines + " = ", "\n}\n", "Totals.java");
    }

    private static String code(int number, int lines) {
        StringBuilder code = new StringBuilder("class Totals" + number + " {\n");
        for (int line = 0; line < lines; line++) {
            code.append("    int field")
                    .append(line)
                    .append(" = compute")
                    .append(line % 7)
                    .append("(field")
                    .append(line / 2)
                    .append(", ")
                    .append(line * 31 + number)
                    .append(");\n");
        }
        return code.toString();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static double rate(int tokens, Duration time) {
        return tokens <= 0 || time.isZero() ? 0 : tokens * 1e9 / time.toNanos();
    }

    private static double median(List<Generation> answers, ToDoubleFunction<Generation> figure) {
        return quantile(answers, figure, 0.5);
    }

    private static double quantile(List<Generation> answers, ToDoubleFunction<Generation> figure, double part) {
        double[] sorted = answers.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
