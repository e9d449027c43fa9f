package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TranslationTest {

    @Test
    void learnsWhichWordDescribesWhichTermAndKeepsItOnTheWayToAFile() throws Exception {
        Terms terms = new Terms();
        String[] words = {"index", "buffer", "context", "remove", "create"};
        String[] codes = {"idx", "buf", "ctx", "del", "mk"};
        TranslationLearner learner = new TranslationLearner();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            int a = random.nextInt(words.length);
            int b = (a + 1 + random.nextInt(words.length - 1)) % words.length;
            TermCounts code = new TermCounts();
            code.add(terms.of(codes[a]), 1);
            code.add(terms.of(codes[b]), 1);
            learner.add(new int[] {term(terms, words[a]), term(terms, words[b])}, code.toBag(2));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Translation.write(learner.learn(8), terms, out);
        Terms fresh = new Terms();
        Translation read = Translation.read(new ByteArrayInputStream(out.toByteArray()), fresh);
        for (int i = 0; i < words.length; i++) {
            TermBag described = read.describedBy(term(fresh, words[i]));
            float own = described.weight(term(fresh, codes[i]));
            float other = described.weight(term(fresh, codes[(i + 1) % codes.length]));
            assertTrue(own > 0.5 && own > 5 * other, words[i] + ": " + own + " and " + other);
        }
    }

    @Test
    void aWordThatNobodyKnowsDescribesItself() {
        Terms terms = new Terms();
        Translation standard = Translation.standard(terms);
        int word = term(terms, "zxqvk");
        assertEquals(1, standard.describedBy(word).weight(word));
        int index = term(terms, "index");
        assertTrue(standard.describedBy(index).weight(term(terms, "idx")) > 0.05);
    }

    private static int term(Terms terms, String word) {
        return terms.of(word)[0];
    }
}
