package dev.orrery.models.engine.djl;

import dev.orrery.models.engine.Prompt;
import dev.orrery.models.tokens.BytePairTokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/** A gap's tokens in the order in which a model was taught to read them. */
final class TorchPrompt {
    private final BytePairTokenizer tokenizer;
    private final Optional<Marks> marks;

    private record Marks(int prefix, int suffix, int middle, boolean suffixFirst) {}

    /** A model whose marks its tokenizer does not know reads what stands before the gap only. */
    TorchPrompt(BytePairTokenizer tokenizer, Optional<TorchDescription.Infill> infill) {
        this.tokenizer = tokenizer;
        marks = infill.flatMap(names -> {
            var prefix = tokenizer.mark(names.prefix());
            var suffix = tokenizer.mark(names.suffix());
            var middle = tokenizer.mark(names.middle());
            return prefix.isPresent() && suffix.isPresent() && middle.isPresent()
                    ? Optional.of(
                            new Marks(prefix.getAsInt(), suffix.getAsInt(), middle.getAsInt(), names.suffixFirst()))
                    : Optional.empty();
        });
    }

    boolean readsSuffix() {
        return marks.isPresent();
    }

    /**
     * Suffix before prefix keeps the work of everything but the last keystroke, because what is typed then is at the end; and with an empty
     * suffix the prefix alone is what the model knows best.
     */
    int[] tokens(Prompt.Infill gap) {
        int[] before = encode(gap.context().isEmpty() ? gap.prefix() : gap.context() + "\n" + gap.prefix());
        if (marks.isEmpty() || gap.suffix().isEmpty()) {
            return before;
        }
        Marks known = marks.get();
        int[] behind = encode(gap.suffix());
        IntStream first = IntStream.concat(IntStream.of(known.prefix()), IntStream.of(before));
        IntStream second = IntStream.concat(IntStream.of(known.suffix()), IntStream.of(behind));
        IntStream both = known.suffixFirst() ? IntStream.concat(second, first) : IntStream.concat(first, second);
        return IntStream.concat(both, IntStream.of(known.middle())).toArray();
    }

    int[] encode(String text) {
        return tokenizer.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
