package dev.orrery.indexer.link.java;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LibraryClassTest {
    private static final int ROUNDS = 200;
    private static final int THREADS = 4;

    /** Two readings of a class would have type variables that are not the same, and what is put in for one misses the other. */
    @Test
    void allThreadsSeeOneReadingOfAClass() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                LibraryClass map = new LibraryClass(JdkTypes.ofRunning(), "java/util/Map");
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Future<TypeVariable>> seen = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    seen.add(threads.submit(() -> {
                        start.await();
                        return map.typeParameters().getFirst();
                    }));
                }
                for (Future<TypeVariable> variable : seen) {
                    assertSame(seen.getFirst().get(), variable.get(), "round " + round);
                }
            }
        }
    }
}
