package dev.orrery.models.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The tokens of a GGUF file that are no text: their forms must never be read out of a user's files, and some of them mark the gap that an
 * infill model fills.
 *
 * @param size how many tokens there are
 * @param controls the texts of the tokens that are marks
 * @param infill the marks of a gap, where the model has them
 * @param addsStart whether every prompt begins with {@link #start}
 * @param start the token that begins a text
 */
public record GgufVocabulary(
        int size, List<String> controls, Optional<InfillMarks> infill, boolean addsStart, OptionalInt start) {
    private static final Long CONTROL = 3L;
    private static final Long USER_DEFINED = 4L;
    /** Some converters call a mark user-defined; runs of blanks are user-defined too and are text. */
    private static final Pattern BRACKETED = Pattern.compile("[<\\[].*[>\\]]|▁<.*>", Pattern.DOTALL);

    public GgufVocabulary {
        controls = List.copyOf(controls);
    }

    /** Token numbers of the marks of a gap. */
    public record InfillMarks(int prefix, int suffix, int middle) {}

    /** The forms that the known families give their marks, for files that do not name the tokens. */
    private enum Family {
        QWEN("<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>"),
        STARCODER("<fim_prefix>", "<fim_suffix>", "<fim_middle>"),
        GRANITE("<fim-prefix>", "<fim-suffix>", "<fim-middle>"),
        DEEPSEEK("<｜fim▁begin｜>", "<｜fim▁hole｜>", "<｜fim▁end｜>"),
        LLAMA("▁<PRE>", "▁<SUF>", "▁<MID>");

        private final String prefix;
        private final String suffix;
        private final String middle;

        Family(String prefix, String suffix, String middle) {
            this.prefix = prefix;
            this.suffix = suffix;
            this.middle = middle;
        }
    }

    /** What a file says; a vocabulary without tokens where it has none. */
    public static GgufVocabulary of(GgufFile file) {
        List<?> tokens = list(file, "tokenizer.ggml.tokens");
        List<?> types = list(file, "tokenizer.ggml.token_type");
        List<String> controls = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Object type = i < types.size() ? types.get(i) : 0L;
            if (tokens.get(i) instanceof String text
                    && text.length() > 1
                    && (type.equals(CONTROL)
                            || type.equals(USER_DEFINED)
                                    && BRACKETED.matcher(text).matches())) {
                controls.add(text);
            }
        }
        OptionalInt start = token(file, "tokenizer.ggml.bos_token_id", tokens.size());
        boolean spm = file.text("tokenizer.ggml.model").orElse("").equals("llama");
        boolean adds = file.metadata().get("tokenizer.ggml.add_bos_token") instanceof Boolean says ? says : spm;
        return new GgufVocabulary(tokens.size(), controls, infill(file, tokens), adds && start.isPresent(), start);
    }

    private static List<?> list(GgufFile file, String key) {
        return file.metadata().get(key) instanceof List<?> list ? list : List.of();
    }

    private static Optional<InfillMarks> infill(GgufFile file, List<?> tokens) {
        Optional<InfillMarks> said = marks(
                named(file, "fim_pre", "prefix", tokens.size()),
                named(file, "fim_suf", "suffix", tokens.size()),
                named(file, "fim_mid", "middle", tokens.size()));
        for (Family family : Family.values()) {
            if (said.isPresent()) {
                break;
            }
            said = marks(
                    index(tokens.indexOf(family.prefix)),
                    index(tokens.indexOf(family.suffix)),
                    index(tokens.indexOf(family.middle)));
        }
        return said;
    }

    private static Optional<InfillMarks> marks(OptionalInt prefix, OptionalInt suffix, OptionalInt middle) {
        return prefix.isPresent() && suffix.isPresent() && middle.isPresent()
                ? Optional.of(new InfillMarks(prefix.getAsInt(), suffix.getAsInt(), middle.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt named(GgufFile file, String now, String before, int tokens) {
        OptionalInt token = token(file, "tokenizer.ggml." + now + "_token_id", tokens);
        return token.isPresent() ? token : token(file, "tokenizer.ggml." + before + "_token_id", tokens);
    }

    private static OptionalInt token(GgufFile file, String key, int tokens) {
        long number = file.number(key, -1);
        return number < 0 || number >= tokens ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    private static OptionalInt index(int index) {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
