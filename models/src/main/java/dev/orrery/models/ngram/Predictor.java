package dev.orrery.models.ngram;

import dev.orrery.models.ngram.Feature.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of the next token at one caret. Candidates are what followed similar contexts in the open text, the folder and the project, and names that stand nearby;
 * a log-linear model over {@link Feature}s mixes what speaks for each (as context mixing does with predictions of bits: Mahoney, "Adaptive weighing
 * of context models for lossless data compression", 2005). The levels are those of Hellendoorn and Devanbu, "Are deep neural
 * networks the best choice for modeling source code?", ESEC/FSE 2017. Not safe for threads.
 */
final class Predictor {
    private static final int NEARBY = 600;
    private static final int DECLARED = 300;
    private static final int NONE_ROW = 0;

    private final Knowledge knowledge;
    private final OpenText text;
    private final Words words;
    private final Weights weights;
    private final Board board = new Board(Evidence.COLUMNS);
    private final Evidence evidence;
    private final Features features;
    private final int[] gates = new int[Block.values().length];
    private final float[] effective = new float[Feature.COUNT];
    private float[] values = new float[256 * Feature.COUNT];
    private float[] scores = new float[256];

    Predictor(Knowledge knowledge, OpenText text, Weights weights) {
        this.knowledge = knowledge;
        this.text = text;
        this.words = text.words();
        this.weights = weights;
        this.evidence = new Evidence(text, board);
        this.features = new Features(knowledge, text, board, evidence);
    }

    /** A token that may come next, by its number. */
    record Next(int token, double probability, Gap gap) {}

    OpenText text() {
        return text;
    }

    /**
     * Scores all candidates behind the first {@code end} tokens of the open text. Row 0 stands for any other token.
     *
     * @param gap whether the next token begins a line; otherwise the end of the line is a candidate, and it stands behind a blank, or that is not known
     * @param prefix of the next token, empty where nothing of it is known
     */
    void predict(int end, Gap gap, String prefix) {
        boolean line = gap == Gap.LINE;
        boolean isThrifty = end > text.size();
        evidence.setThrifty(isThrifty);
        board.clear();
        board.row(Vocabulary.OPAQUE);
        evidence.openText(end, line);
        evidence.openLinks(end, line);
        evidence.openShapes(end, line);
        evidence.words(knowledge.folder(), knowledge.inFolder(), Evidence.FOLDER, end, line);
        for (int part = 0; part < knowledge.shards().length; part++) {
            evidence.words(knowledge.shards()[part], knowledge.itself()[part], Evidence.PROJECT, end, line);
            evidence.links(knowledge.shards()[part], knowledge.itself()[part], end, line);
        }
        evidence.shapes(knowledge.shards(), knowledge.itself(), end, line);
        for (int token : knowledge.census().frequent()) {
            board.row(token);
        }
        for (int at = end - 1; at > Math.max(0, end - (isThrifty ? NEARBY / 4 : NEARBY)); at--) {
            int token = text.cells()[at] & Segment.MASK;
            if (Shape.isName(words.shape(token))) {
                board.row(token);
            }
        }
        Blocks blocks = text.blocks();
        for (int at = blocks.names() - 1;
                at >= Math.max(0, blocks.names() - (isThrifty ? DECLARED / 4 : DECLARED));
                at--) {
            if (blocks.isOpen(blocks.declared(blocks.name(at)))) {
                board.row(blocks.name(at));
            }
        }
        if (!line) {
            board.row(Vocabulary.LINE_END);
        }
        if (!prefix.isEmpty()) {
            words.startingWith(prefix, PREFIXED).forEach(board::row);
        }
        Scene scene = new Scene(text, end, line);
        features.likelyNames(scene, end);
        int rows = board.size();
        if (values.length < rows * Feature.COUNT) {
            values = new float[2 * rows * Feature.COUNT];
            scores = new float[2 * rows];
        }
        features.fill(scene, end, gap, values, gates);
        weights.at(gates, effective);
        normalise(rows);
    }

    private static final int PREFIXED = 256;

    private void normalise(int rows) {
        float best = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            float score = 0;
            int from = row * Feature.COUNT;
            for (int feature = 0; feature < Feature.COUNT; feature++) {
                score += values[from + feature] * effective[feature];
            }
            scores[row] = score;
            best = Math.max(best, score);
        }
        float sum = 0;
        for (int row = 0; row < rows; row++) {
            scores[row] = (float) Math.exp(scores[row] - best);
            sum += scores[row];
        }
        for (int row = 0; row < rows; row++) {
            scores[row] /= sum;
        }
    }

    int rows() {
        return board.size();
    }

    int token(int row) {
        return row == NONE_ROW ? Vocabulary.OPAQUE : board.token(row);
    }

    /** The probability of each row. */
    float[] probabilities() {
        return scores;
    }

    /** What is known of each row, feature by feature. */
    float[] values() {
        return values;
    }

    int[] gates() {
        return gates;
    }

    /** The likeliest tokens, best first; the end of the line, {@link Vocabulary#LINE_END}, among them. */
    List<Next> next(int end, Gap gap, int count) {
        predict(end, gap, "");
        return best(null, count, true);
    }

    /** The likeliest tokens that are tokens; their probabilities are among these alone. */
    List<Next> tokens(int end, Gap gap, String prefix, int count) {
        predict(end, gap, prefix);
        return best(prefix, count, false);
    }

    private List<Next> best(@Nullable String prefix, int count, boolean ends) {
        List<Next> fitting = new ArrayList<>();
        double whole = prefix == null || prefix.isEmpty() ? scores[NONE_ROW] : 0;
        for (int row = 1; row < board.size(); row++) {
            int token = board.token(row);
            boolean shown = token >= Vocabulary.FIRST || ends && token == Vocabulary.LINE_END;
            if (shown
                    && (prefix == null || prefix.isEmpty() || words.word(token).startsWith(prefix))) {
                fitting.add(new Next(token, scores[row], features.gap(row)));
                whole += scores[row];
            }
        }
        double sum = whole;
        return fitting.stream()
                .sorted(Comparator.comparingDouble(Next::probability)
                        .reversed()
                        .thenComparing(next -> words.word(next.token())))
                .limit(count)
                .map(next -> new Next(next.token(), next.probability() / sum, next.gap()))
                .toList();
    }
}
