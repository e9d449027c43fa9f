package dev.orrery.models.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramModelTest {
    private static final String LOOP = "for (int i = 0; i < size; i++) {\n    sum += values[i];\n}\n";

    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    private static Document file(String path, String text) {
        return new Document(path, 0, text);
    }

    private static NgramModel learned(Map<String, String> files) {
        NgramModel model = new NgramModel();
        model.learnAll(
                files.entrySet().stream()
                        .map(entry -> file(entry.getKey(), entry.getValue()))
                        .toList(),
                Cancellation.NEVER);
        return model;
    }

    private static List<String> lines(NgramModel model, Caret caret) {
        return model.lines(caret, 3, 20, Cancellation.NEVER).stream()
                .map(Line::text)
                .toList();
    }

    @Test
    void proposesWhatFollowedElsewhere() {
        NgramModel model = learned(Map.of("a/A.java", LOOP.repeat(3), "b/B.java", "int size;\n"));
        Caret caret = Caret.of("b/C.java", "for (int i = ", "");
        assertEquals("0", model.candidates(caret, 3).getFirst().token());
        assertEquals("0; i < size; i++) {", lines(model, caret).getFirst());
        assertEquals(
                " (int i = 0; i < size; i++) {",
                lines(model, Caret.of("b/C.java", "x;\nfor", "")).getFirst());
    }

    @Test
    void completesTheWordAtTheCaret() {
        NgramModel model = learned(Map.of("a/A.java", "connection.prepareStatement(sql);\nconnection.close();\n"));
        Caret caret = Caret.of("a/B.java", "connection.prep", "");
        assertEquals(
                List.of("prepareStatement"),
                model.candidates(caret, 5).stream().map(Candidate::token).toList());
        assertEquals("areStatement(sql);", lines(model, caret).getFirst());
    }

    @Test
    void wordsOfTheOpenFileAreKnownAtOnce() {
        Caret caret = Caret.of("A.java", "int neverSeenBefore = 1;\nreturn neverS", "");
        assertEquals(
                "neverSeenBefore",
                new NgramModel().candidates(caret, 1).getFirst().token());
    }

    @Test
    void theFileOutweighsTheFolderAndTheFolderTheProject() {
        NgramModel model = learned(
                Map.of("far/A.java", "log.debug(x);", "far/B.java", "log.warn(x);", "near/C.java", "log.trace(x);"));
        assertEquals(
                "trace",
                model.candidates(Caret.of("near/D.java", "log.", ""), 1)
                        .getFirst()
                        .token());
        Caret inFile = Caret.of("near/D.java", "log.warn(x);\nlog.warn(y);\nlog.", "");
        assertEquals("warn", model.candidates(inFile, 1).getFirst().token());
    }

    @Test
    void whatIsOnDiskOfTheOpenFileDoesNotCount() {
        NgramModel model = learned(Map.of("A.java", "secret.oldName();\n"));
        List<String> tokens = model.candidates(Caret.of("A.java", "secret.", ""), 20).stream()
                .map(Candidate::token)
                .toList();
        assertFalse(tokens.contains("oldName"), tokens.toString());
    }

    @Test
    void lineBreaksAreNoTokensButEndLines() {
        NgramModel model = learned(Map.of("a.py", "if ready:\n    go()\nif ready:\n    stop()\n"));
        assertEquals("ready:", lines(model, Caret.of("b.py", "if ", "")).getFirst());
    }

    @Test
    void probabilitiesAreSharesOfOne() {
        NgramModel model = learned(Map.of("A.java", LOOP.repeat(3)));
        for (String prefix : List.of("", "for (", "for (int i = 0; i", "unknown ", "su")) {
            double sum = model.candidates(Caret.of("B.java", prefix, ""), 1000).stream()
                    .mapToDouble(Candidate::probability)
                    .sum();
            assertTrue(sum > 0.5 && sum < 1.000001, prefix + " " + sum);
        }
    }

    /** Found: counts of a replaced file that stayed, or were taken away twice. */
    @Test
    void learningInStepsEqualsLearningAfresh() {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            Map<String, String> files = new TreeMap<>();
            NgramModel model = new NgramModel();
            for (int step = 0; step < 12; step++) {
                String path = "d" + random.nextInt(2) + "/F" + random.nextInt(4);
                if (random.nextInt(4) == 0) {
                    files.remove(path);
                    model.forget(path);
                } else {
                    String text = text(random, 12, 4);
                    files.put(path, text);
                    model.learn(file(path, text));
                }
            }
            NgramModel fresh = learned(files);
            assertEquals(files.keySet(), model.files());
            for (int question = 0; question < 10; question++) {
                Caret caret = Caret.of("d1/F" + random.nextInt(6), text(random, 6, 4), "");
                assertAlike(fresh.candidates(caret, 10), model.candidates(caret, 10), "seed " + seed);
            }
        }
    }

    /** Also where so much changes that all is sorted again. */
    @Test
    void whatWasLearnedInManyStepsIsKnown() {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, String> files = new TreeMap<>();
        NgramModel model = new NgramModel();
        for (int step = 0; step < 60; step++) {
            String path = "d/F" + random.nextInt(30);
            String text = text(random, 1500, 400);
            files.put(path, text);
            model.learn(file(path, text));
        }
        for (String text : files.values()) {
            int cut = text.indexOf(' ', 80) + 1;
            String expected = Lexer.lex("", text.substring(cut)).token(0);
            Caret caret = Caret.of("d/New", text.substring(0, cut), "");
            assertTrue(
                    model.candidates(caret, 3).stream()
                            .anyMatch(candidate -> candidate.token().equals(expected)),
                    expected + " seed " + seed);
        }
        assertEquals(files.keySet(), model.files());
    }

    /** The same tokens and probabilities; sums of the same numbers in another order may differ in the last digits. */
    static void assertAlike(List<Candidate> expected, List<Candidate> found, String message) {
        Map<String, Double> probabilities =
                found.stream().collect(Collectors.toMap(Candidate::token, Candidate::probability));
        double least = found.isEmpty() ? 0 : found.getLast().probability();
        assertEquals(expected.size(), found.size(), message);
        for (Candidate candidate : expected) {
            double probability = probabilities.getOrDefault(candidate.token(), least);
            assertEquals(candidate.probability(), probability, 1e-4, candidate.token() + " " + message);
        }
    }

    @Test
    void whatIsTooLongIsToldAndForgotten() {
        NgramModel model = new NgramModel();
        assertEquals(NgramModel.Outcome.LEARNED, model.learn(file("a", "x")));
        assertEquals(NgramModel.Outcome.KNOWN, model.learn(file("a", "x")));
        assertEquals(NgramModel.Outcome.TOO_LONG, model.learn(file("a", "x ".repeat(NgramModel.MOST_OF_A_FILE + 1))));
        assertEquals(Map.of().keySet(), model.files());
    }

    private static String text(SplittableRandom random, int words, int letters) {
        return IntStream.range(0, words)
                .mapToObj(word -> "w" + random.nextInt(letters) + (random.nextInt(5) == 0 ? "\n" : " "))
                .collect(Collectors.joining());
    }
}
