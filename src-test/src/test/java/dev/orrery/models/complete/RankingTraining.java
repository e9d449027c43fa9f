package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Caret;
import dev.orrery.models.ngram.Gap;
import dev.orrery.models.ngram.Lexer;
import dev.orrery.models.ngram.NgramModel;
import dev.orrery.models.ngram.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fits {@link RankingWeights}: {@code OUT CARETS SCRATCH FOLDER...}. Of each folder of Java one file of ten is held out of index and language model; carets
 * stand before words of these, all before the caret being known. The cross-entropy of the word is brought down by gradient descent with a
 * rate for each weight; of the carets one of five is kept to tell how it does, beside the language model alone.
 */
final class RankingTraining {
    private static final int HELD_OUT = 10;
    private static final int EPOCHS = 12;
    private static final double RATE = 0.05;
    private static final int CANDIDATES = 100;

    private final Random random = new Random(3);
    private final List<Case> cases = new ArrayList<>();
    private final RankingWeights weights = RankingWeights.fitted();
    private final double[] squares = new double[weights.values().length];

    /** The words at a caret, and which of them was written; -1 for none of them. */
    private record Case(Ranking ranking, Scope.Place place, int truth, double modelRank) {}

    public static void main(String[] arguments) throws Exception {
        RankingTraining training = new RankingTraining();
        for (String folder : Arrays.asList(arguments).subList(3, arguments.length)) {
            Path scratch = Path.of(arguments[2], String.valueOf(Math.abs(folder.hashCode())));
            training.ask(Path.of(folder), scratch, Integer.parseInt(arguments[1]));
        }
        training.fit();
        Files.write(Path.of(arguments[0]), training.weights.lines());
    }

    private void ask(Path folder, Path scratch, int carets) throws Exception {
        List<Document> learned = new ArrayList<>();
        List<Document> heldOut = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                Document file = new Document(folder.relativize(path).toString(), 0, Files.readString(path));
                (random.nextInt(HELD_OUT) == 0 ? heldOut : learned).add(file);
            }
        }
        Path root = scratch.resolve("root");
        for (Document file : learned) {
            Path path = root.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        NgramModel model = new NgramModel();
        model.learnAll(learned, Cancellation.NEVER);
        AppFolders folders =
                new AppFolders(scratch.resolve("config"), scratch.resolve("data"), scratch.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(root, folders)) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            index.scope().warm(Cancellation.NEVER);
            ask(index, model, heldOut, carets);
        }
    }

    private void ask(CodeIndex index, NgramModel model, List<Document> files, int carets) throws IOException {
        int all = files.stream()
                .mapToInt(file -> Lexer.lex(file.path(), file.text()).size())
                .sum();
        for (Document file : files) {
            Tokens tokens = Lexer.lex(file.path(), file.text());
            for (int token = 1; token < tokens.size(); token++) {
                String truth = tokens.token(token);
                if (Character.isJavaIdentifierStart(truth.charAt(0)) && random.nextInt(all) < carets) {
                    String before = file.text().substring(0, tokens.start(token));
                    boolean touches = tokens.gap(token) == Gap.NONE
                            && Character.isJavaIdentifierPart(before.charAt(before.length() - 1));
                    add(index, model, new Document(file.path(), 1, touches ? before + " " : before), truth);
                }
            }
        }
    }

    private void add(CodeIndex index, NgramModel model, Document before, String truth) {
        Scope scope = index.scope().at(before, before.text().length(), Cancellation.NEVER);
        List<Candidate> expected = model.candidates(Caret.of(before.path(), before.text(), ""), CANDIDATES);
        Ranking ranking = new Ranking(expected, scope, "");
        int right = -1;
        for (int word = 0; word < ranking.words().size(); word++) {
            right = ranking.words().get(word).text().equals(truth) ? word : right;
        }
        List<String> words = expected.stream()
                .map(Candidate::token)
                .filter(token -> Character.isJavaIdentifierStart(token.charAt(0)))
                .limit(10)
                .toList();
        int rank = words.indexOf(truth);
        cases.add(new Case(ranking, scope.place(), right, rank < 0 ? 0 : 1.0 / (rank + 1)));
    }

    private void fit() {
        Collections.shuffle(cases, random);
        int kept = cases.size() / 5;
        tell("before", cases.subList(0, kept));
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            cases.subList(kept, cases.size()).forEach(this::step);
            tell("epoch " + epoch, cases.subList(0, kept));
        }
        for (Scope.Place place : Scope.Place.values()) {
            List<Case> there = cases.subList(0, kept).stream()
                    .filter(one -> one.place() == place)
                    .toList();
            tell(place.toString(), there);
        }
    }

    private void tell(String when, List<Case> some) {
        double ranks = 0;
        double alone = 0;
        for (Case one : some) {
            alone += one.modelRank();
            if (one.truth() >= 0) {
                double[] chances = one.ranking().chances(weights);
                long better = Arrays.stream(chances)
                        .filter(chance -> chance > chances[one.truth()])
                        .count();
                ranks += better < 10 ? 1.0 / (better + 1) : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d words, MRR %.4f, language model alone %.4f%n",
                when,
                some.size(),
                ranks / some.size(),
                alone / some.size());
    }

    private void step(Case one) {
        if (one.truth() < 0) {
            return;
        }
        double[] chances = one.ranking().chances(weights);
        int first = RankingWeights.first(one.place());
        double[] slopes = new double[RankingWeights.Sign.values().length];
        for (int word = 0; word < chances.length; word++) {
            double error = chances[word] - (word == one.truth() ? 1 : 0);
            double[] signs = one.ranking().words().get(word).signs();
            for (int sign = 0; sign < signs.length; sign++) {
                slopes[sign] += error * signs[sign];
            }
        }
        for (int sign = 0; sign < slopes.length; sign++) {
            squares[first + sign] += slopes[sign] * slopes[sign];
            weights.values()[first + sign] -= RATE * slopes[sign] / Math.sqrt(squares[first + sign] + 1e-3);
        }
    }
}
