package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.Intake.Candidate;
import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Reason;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.FileStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final FileStamp STAMP = new FileStamp(9, 1, 1, false);

    @TempDir
    Path folder;

    private final AtomicInteger parsed = new AtomicInteger();

    /** One start of a program in which everything takes too long to parse. */
    private Intake start(@Nullable FileRow known) {
        FactsSource facts = new FactsSource(
                folder.resolve("facts"),
                (language, bytes) -> {
                    parsed.incrementAndGet();
                    return new NotParsed(Reason.TIMED_OUT);
                },
                trouble -> {});
        if (known != null && known.isTooSlow()) {
            facts.rememberSlow(known.factsKey());
        }
        return new Intake(folder, facts, (path, bytes) -> true, new ByteBudget(1 << 20));
    }

    @Test
    void contentThatTookTooLongIsParsedOnceUntilItChanges() throws Exception {
        Files.writeString(folder.resolve("A.java"), "class A {}");
        var first =
                assertInstanceOf(Taken.Changed.class, start(null).take(new Candidate("A.java", STAMP, null, false)));
        UserMessage problem = first.row().problem();
        assertNotNull(problem);
        assertEquals("indexer.file.slow", problem.key());
        assertTrue(first.row().stamp().proves(STAMP), "a start that finds it unchanged need not even read it");

        Intake second = start(first.row());
        var again = assertInstanceOf(Taken.Same.class, second.take(new Candidate("A.java", STAMP, first.row(), false)));
        assertEquals(problem, again.row().problem());
        Files.writeString(folder.resolve("B.java"), "class A {}");
        assertInstanceOf(Taken.Changed.class, second.take(new Candidate("B.java", STAMP, null, false)));
        assertEquals(1, parsed.get());

        Files.writeString(folder.resolve("A.java"), "class A { }");
        assertInstanceOf(Taken.Changed.class, second.take(new Candidate("A.java", STAMP, first.row(), false)));
        assertEquals(2, parsed.get());

        Intake fresh = start(null);
        Files.writeString(folder.resolve("A.java"), "class A {}");
        assertInstanceOf(Taken.Changed.class, fresh.take(new Candidate("A.java", STAMP, null, false)));
        assertEquals(3, parsed.get(), "a fresh index tries again");
    }
}
