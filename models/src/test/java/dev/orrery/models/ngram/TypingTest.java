package dev.orrery.models.ngram;

import dev.orrery.api.Document;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is kept from one question to the next never shows. */
class TypingTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @Test
    void typingAlongEqualsAskingAfresh() {
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {
            "int ", "foo", "Bar", " = ", ";", "\n", "(", ")", "{", "}", ".", "\"", "\"\"\"", "// c", "/*", "*/", ", ",
            "'", " "
        };
        NgramModel model = new NgramModel();
        model.learn(new Document("a/A.java", 0, "int foo = bar(1);\nBar bar = foo.bar;\n"));
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(8) == 0 && !text.isEmpty()) {
                    text.setLength(random.nextInt(text.length()));
                }
                text.append(pieces[random.nextInt(pieces.length)]);
                Caret caret = Caret.of("a/B.java", text.toString(), "");
                NgramModel fresh = new NgramModel();
                fresh.learn(new Document("a/A.java", 0, "int foo = bar(1);\nBar bar = foo.bar;\n"));
                NgramModelTest.assertAlike(
                        fresh.candidates(caret, 10), model.candidates(caret, 10), "seed " + seed + " " + text);
            }
        }
    }
}
