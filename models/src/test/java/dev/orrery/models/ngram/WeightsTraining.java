package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.models.ngram.Feature.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Trains {@link Weights}: {@code OUT EPOCHS CARETS FOLDER:ENDING...}. Of each folder one file of eight is held out and the others are learned; carets stand before
 * tokens, and behind lines, of the held-out files. The cross-entropy of the next token is brought down by gradient descent with a rate for each
 * weight (Duchi and others, "Adaptive subgradient methods", 2011). What is printed is before each step, so it tells how the weights do on what they have not seen, in the
 * first epoch.
 */
final class WeightsTraining {
    private static final int HELD_OUT = 8;
    private static final float RATE = 0.05f;
    private static final float DECAY = 1e-6f;

    private final Weights weights;
    private final float[][] squares = new float[Block.values().length][Weights.GATES * Feature.COUNT];
    private final float[] gradient = new float[Feature.COUNT];
    private final Random random = new Random(7);
    private double loss;
    private double ranks;
    private int steps;

    private WeightsTraining(Weights weights) {
        this.weights = weights;
    }

    /** A project, learned but for some files. */
    private record Corpus(NgramModel model, List<Document> heldOut) {}

    /**
     * A caret in a held-out file.
     *
     * @param typed how much stands before it: the blank before the token is typed or not, with equal chance
     */
    private record Place(Corpus corpus, Document file, Tokens tokens, int token, boolean atEnd, boolean typed) {
        String before() {
            boolean line = tokens.gap(token) == Gap.LINE && !atEnd;
            boolean blank = tokens.gap(token) == Gap.SPACE && typed;
            String whole = tokens.text().substring(0, line || blank ? tokens.start(token) : tokens.end(token - 1));
            return Lexer.isWord(whole.charAt(whole.length() - 1)) ? whole + " " : whole;
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        Weights weights = Files.exists(out) ? Weights.parse(Files.readAllLines(out)) : Weights.trained();
        WeightsTraining training = new WeightsTraining(weights);
        List<Place> places = new ArrayList<>();
        for (String corpus : Arrays.asList(arguments).subList(3, arguments.length)) {
            String[] parts = corpus.split(":");
            int carets = parts.length > 2 ? Integer.parseInt(parts[2]) : Integer.parseInt(arguments[2]);
            places.addAll(training.places(training.corpus(Path.of(parts[0]), parts[1]), carets));
        }
        for (int epoch = 0; epoch < Integer.parseInt(arguments[1]); epoch++) {
            training.epoch(places, RATE / (1 + epoch));
            Files.write(out, weights.lines());
        }
    }

    private Corpus corpus(Path folder, String ending) throws IOException {
        List<Document> learned = new ArrayList<>();
        List<Document> heldOut = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                    .sorted()
                    .toList()) {
                Document file = new Document(folder.relativize(path).toString(), 0, text(path));
                (random.nextInt(HELD_OUT) == 0 ? heldOut : learned).add(file);
            }
        }
        NgramModel model = new NgramModel(new Vocabulary(), Map.of(), weights);
        model.learnAll(learned, Cancellation.NEVER);
        return new Corpus(model, heldOut);
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Carets in runs of neighbours, as then the open text is kept from one to the next. */
    private List<Place> places(Corpus corpus, int carets) {
        List<Place> places = new ArrayList<>();
        int all = corpus.heldOut().stream()
                .mapToInt(file -> Lexer.lex(file.path(), file.text()).size())
                .sum();
        double chance = Math.min(1, carets / (double) all);
        for (Document file : corpus.heldOut()) {
            Tokens tokens = Lexer.lex(file.path(), file.text());
            for (int token = 1; token < tokens.size(); token++) {
                if (random.nextDouble() < chance) {
                    places.add(new Place(corpus, file, tokens, token, false, random.nextBoolean()));
                    if (tokens.gap(token) == Gap.LINE) {
                        places.add(new Place(corpus, file, tokens, token, true, false));
                    }
                }
            }
        }
        return places;
    }

    private void epoch(List<Place> places, float rate) {
        List<List<Place>> runs = new ArrayList<>();
        for (int at = 0; at < places.size(); at += 20) {
            runs.add(places.subList(at, Math.min(places.size(), at + 20)));
        }
        Collections.shuffle(runs, random);
        for (List<Place> run : runs) {
            for (Place place : run) {
                step(place, rate);
                if (steps == 20_000) {
                    System.out.printf(Locale.ROOT, "%.4f nats, MRR %.4f%n", loss / steps, ranks / steps);
                    steps = 0;
                    loss = 0;
                    ranks = 0;
                }
            }
        }
    }

    private void step(Place place, float rate) {
        Tokens tokens = place.tokens();
        place.corpus().model().ask(Caret.of(place.file().path(), place.before(), ""), (predictor, position) -> {
            predictor.predict(predictor.text().size(), position.known(), "");
            int truth = place.atEnd()
                    ? Vocabulary.LINE_END
                    : predictor
                            .text()
                            .words()
                            .number(tokens.text(), tokens.start(place.token()), tokens.end(place.token()));
            learn(predictor, truth, rate);
            return true;
        });
    }

    private void learn(Predictor predictor, int truth, float rate) {
        int right = 0;
        for (int row = 1; row < predictor.rows(); row++) {
            right = predictor.token(row) == truth ? row : right;
        }
        float[] probabilities = predictor.probabilities();
        float[] values = predictor.values();
        Arrays.fill(gradient, 0);
        int rank = 1;
        for (int row = 0; row < predictor.rows(); row++) {
            float error = probabilities[row] - (row == right ? 1 : 0);
            rank += row > 0 && probabilities[row] > probabilities[right] ? 1 : 0;
            if (Math.abs(error) > 1e-5) {
                for (int feature = 0; feature < Feature.COUNT; feature++) {
                    gradient[feature] += error * values[row * Feature.COUNT + feature];
                }
            }
        }
        loss -= Math.log(Math.max(1e-9, probabilities[right]));
        ranks += right > 0 && rank <= 10 ? 1.0 / rank : 0;
        steps++;
        for (Feature feature : Feature.values()) {
            update(Block.PLACE, predictor.gates(), feature, rate);
            if (feature.block() != Block.PLACE) {
                update(feature.block(), predictor.gates(), feature, rate);
            }
        }
    }

    private void update(Block block, int[] gates, Feature feature, float rate) {
        float slope = gradient[feature.ordinal()];
        if (slope != 0) {
            int at = gates[block.ordinal()] * Feature.COUNT + feature.ordinal();
            float[] squared = squares[block.ordinal()];
            float[] values = weights.of(block);
            squared[at] += slope * slope;
            values[at] -= rate * (slope / (float) Math.sqrt(squared[at] + 1e-3) + DECAY * values[at]);
        }
    }
}
