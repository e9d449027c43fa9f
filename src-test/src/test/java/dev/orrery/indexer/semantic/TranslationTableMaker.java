package dev.orrery.indexer.semantic;

import dev.orrery.indexer.semantic.DocumentedMethods.Method;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the table of which words describe which terms of code from the documented methods of Java projects.
 *
 * <pre>java -cp CLASSPATH dev.orrery.indexer.semantic.TranslationTableMaker OUT PROJECT…</pre>
 */
public final class TranslationTableMaker {
    private static final int ROUNDS = 5;
    private static final int FEWEST_WORDS = 3;

    private TranslationTableMaker() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Terms terms = new Terms();
        TranslationLearner learner = new TranslationLearner();
        for (int i = 1; i < arguments.length; i++) {
            Set<String> sentences = new HashSet<>();
            for (Method method : DocumentedMethods.read(Path.of(arguments[i])).methods()) {
                int[] words = QueryWords.of(method.sentence(), terms);
                boolean isNew = sentences.add(method.sentence().toLowerCase(Locale.ROOT));
                if (isNew && words.length >= FEWEST_WORDS) {
                    learner.add(words, Reading.of(method.passage(), terms).code());
                }
            }
            out.println(arguments[i] + ": " + learner.size());
        }
        Terms kept = new Terms();
        TranslationCounts counts = KeptTerms.of(learner.learn(ROUNDS), terms, kept);
        try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]))) {
            Translation.write(counts, kept, file);
        }
        out.println(kept.size() + " terms, " + Files.size(Path.of(arguments[0])) + " bytes");
    }
}
