package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Caret;
import dev.orrery.models.ngram.Gap;
import dev.orrery.models.ngram.Lexer;
import dev.orrery.models.ngram.Line;
import dev.orrery.models.ngram.NgramFile;
import dev.orrery.models.ngram.NgramModel;
import dev.orrery.models.ngram.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The built-in model on files that it has not learned: {@code DIR ENDING [carets] [seed]}. One file of fifty is held out, at random
 * and with it every file whose name says that it is its test; a caret stands before a token of a held-out file, all tokens with equal
 * chance, and the file before it is known. Reported: the mean reciprocal rank of the true token among the first ten, of all
 * tokens and of identifiers, and where the rest is lost; how many lines come out exactly, the caret standing before the first token of a line with two
 * identifiers at least that is no import, and how many of those that the model is sure of; how long learning and answering take.
 */
public final class NgramBench {
    private static final int HELD_OUT = 50;
    private static final int RANKS = 10;
    private static final double SURE = 0.5;

    private final List<Document> heldOut = new ArrayList<>();
    private final NgramModel model = new NgramModel();
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> lineMillis = new ArrayList<>();

    private NgramBench() {}

    public static void main(String[] arguments) throws IOException {
        int carets = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5000;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        NgramBench bench = new NgramBench();
        bench.learn(Path.of(arguments[0]), arguments[1], new Random(seed));
        bench.tokens(carets, new Random(seed));
        bench.lines(carets / 10, new Random(seed));
    }

    private void learn(Path folder, String ending, Random random) throws IOException {
        List<Document> learned = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                    .sorted()
                    .toList()) {
                Document file = new Document(folder.relativize(path).toString(), 0, text(path));
                (random.nextInt(HELD_OUT) == 0 ? heldOut : learned).add(file);
            }
        }
        learned.removeIf(file -> heldOut.stream().anyMatch(held -> isTestOf(file, held)));
        long began = System.nanoTime();
        model.learnAll(learned, Cancellation.NEVER);
        double seconds = (System.nanoTime() - began) / 1e9;
        Path kept = Files.createTempFile("ngram", ".bin");
        Files.delete(kept);
        NgramFile file = new NgramFile(kept);
        file.write(model);
        long size = Files.size(kept);
        began = System.nanoTime();
        file.read();
        double read = (System.nanoTime() - began) / 1e9;
        Files.delete(kept);
        print(
                "%d files learned in %.2f s, %d held out, %.1f MB in memory, %.2f MB on disk, read in %.2f s",
                learned.size(), seconds, heldOut.size(), model.bytes() / 1e6, size / 1e6, read);
    }

    private static boolean isTestOf(Document file, Document held) {
        String name = held.path().substring(held.path().lastIndexOf('/') + 1).replaceAll("\\..*", "");
        return file.path()
                .matches(".*/" + java.util.regex.Pattern.quote(name) + "(Test|Tests|IT|_test|\\.test|\\.spec)\\..*");
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void tokens(int carets, Random random) {
        List<Tokens> files = heldOut.stream()
                .map(file -> Lexer.lex(file.path(), file.text()))
                .toList();
        TokenClasses classes = new TokenClasses();
        int[] drawn = random.ints(
                        carets, 0, files.stream().mapToInt(Tokens::size).sum())
                .sorted()
                .toArray();
        for (int caret : drawn) {
            int number = caret;
            int file = 0;
            while (number >= files.get(file).size()) {
                number -= files.get(file++).size();
            }
            Tokens tokens = files.get(file);
            classes.add(tokens, number, reciprocalRank(heldOut.get(file).path(), tokens, number));
        }
        print(
                "tokens: MRR@%d %.4f, of identifiers %.4f; p50 %.2f ms, p95 %.2f ms",
                RANKS, classes.all(), classes.identifiers(), quantile(millis, 0.5), quantile(millis, 0.95));
        classes.rows().forEach(row -> print("  %s", row));
    }

    private double reciprocalRank(String path, Tokens tokens, int number) {
        String prefix = tokens.text().substring(0, tokens.start(number));
        // A word before the caret is whole.
        boolean touches = tokens.gap(number) == Gap.NONE
                && number > 0
                && Character.isJavaIdentifierPart(prefix.charAt(prefix.length() - 1));
        prefix += touches ? " " : "";
        long began = System.nanoTime();
        List<Candidate> candidates = model.candidates(Caret.of(path, prefix, ""), RANKS);
        millis.add((System.nanoTime() - began) / 1e6);
        for (int rank = 0; rank < candidates.size(); rank++) {
            if (candidates.get(rank).token().equals(tokens.token(number))) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }

    private void lines(int carets, Random random) {
        int tried = 0;
        int exact = 0;
        int sure = 0;
        int rightAndSure = 0;
        for (int attempt = 0; tried < carets && attempt < 100 * carets; attempt++) {
            Document file = heldOut.get(random.nextInt(heldOut.size()));
            Tokens tokens = Lexer.lex(file.path(), file.text());
            int first = tokens.size() == 0 ? 0 : random.nextInt(tokens.size());
            int last = first + 1;
            while (last < tokens.size() && tokens.gap(last) != Gap.LINE) {
                last++;
            }
            if (tokens.size() > 0 && tokens.gap(first) == Gap.LINE && isWorthy(tokens, first, last)) {
                tried++;
                String truth = tokens.text().substring(tokens.start(first), tokens.end(last - 1));
                Caret caret = Caret.of(file.path(), tokens.text().substring(0, tokens.start(first)), "");
                long began = System.nanoTime();
                List<Line> lines = model.lines(caret, 1, 32, Cancellation.NEVER);
                lineMillis.add((System.nanoTime() - began) / 1e6);
                boolean right = !lines.isEmpty() && lines.getFirst().text().equals(truth);
                exact += right ? 1 : 0;
                if (!lines.isEmpty() && lines.getFirst().probability() > SURE) {
                    sure++;
                    rightAndSure += right ? 1 : 0;
                }
            }
        }
        print(
                "lines: %.1f %% of %d exactly right, %d of the %d with a probability above %.1f; p50 %.1f ms, p95 %.1f ms",
                100.0 * exact / tried,
                tried,
                rightAndSure,
                sure,
                SURE,
                quantile(lineMillis, 0.5),
                quantile(lineMillis, 0.95));
    }

    private static boolean isWorthy(Tokens tokens, int first, int last) {
        int words = 0;
        for (int token = first; token < last; token++) {
            words += TokenClasses.isIdentifier(tokens.token(token)) ? 1 : 0;
        }
        return words >= 2 && !List.of("import", "package", "from", "use").contains(tokens.token(first));
    }

    private static double quantile(List<Double> values, double part) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))];
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
