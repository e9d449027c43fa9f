package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.store.StoredSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Catches spaces that depend on more than what was learned, or change on their way to disk and back. */
class LatentSpaceTest {
    private static final String[][] TOPICS = {
        {"open", "close", "stream", "read", "byte"},
        {"user", "login", "password", "session"},
        {"draw", "paint", "color"}
    };

    @Test
    void whatWasStoredEmbedsAsWhatWasLearned() throws Exception {
        Terms terms = new Terms();
        LatentSpace learned = learn(terms, 1, 1);
        Terms others = new Terms();
        others.of("numbers are given in another order here");
        LatentSpace read = LatentSpace.of(learned.stored(), others);
        assertEquals(learned.space(), read.space());
        TermBag bag = bag(terms, "open", "stream", "user");
        assertArrayEquals(learned.embed(bag), read.embed(bag(others, "open", "stream", "user")), 0);
    }

    @Test
    void theSameRepositoryGivesTheSameSpaceOnAnyNumberOfThreads() throws Exception {
        Terms shuffled = new Terms();
        shuffled.of("session color password byte login");
        assertEquals(learn(new Terms(), 1, 1).space(), learn(shuffled, 1, 5).space());
        assertNotEquals(
                learn(new Terms(), 1, 1).space(), learn(new Terms(), 2, 1).space());
    }

    @Test
    void termsOfOneTopicAreNearerThanThoseOfAnother() throws Exception {
        Terms terms = new Terms();
        LatentSpace space = learn(terms, 3, 2);
        float[] open = space.embed(bag(terms, "open"));
        float near = Reranking.dot(open, space.embed(bag(terms, "byte")));
        float far = Reranking.dot(open, space.embed(bag(terms, "password")));
        assertTrue(near > far + 0.3, near + " and " + far);
    }

    @Test
    void anotherKindOfSpaceIsRefused() {
        StoredSpace other = new StoredSpace(new String[] {"a"}, new int[] {1}, new byte[1], new byte[7], 1, 1);
        assertThrows(IllegalArgumentException.class, () -> LatentSpace.of(other, new Terms()));
    }

    private static LatentSpace learn(Terms terms, long seed, int threads) throws Exception {
        Random random = new Random(seed);
        List<TermBag> bags = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String[] topic = TOPICS[random.nextInt(TOPICS.length)];
            bags.add(bag(terms, topic[random.nextInt(topic.length)], topic[random.nextInt(topic.length)]));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return LatentSpace.learn(bags, 2, terms, pool, Cancellation.NEVER);
        }
    }

    private static TermBag bag(Terms terms, String... words) {
        TermCounts counts = new TermCounts();
        for (String word : words) {
            counts.add(terms.of(word), 1);
        }
        return counts.toBag(words.length);
    }
}
