package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.UserMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned is there again the next time, also the first time, when not even the folder is there. */
class KeptTest {
    @TempDir
    Path folder;

    private final List<UserMessage> troubles = new ArrayList<>();

    @Test
    void codeIsKept() {
        Path path = folder.resolve("not/there/yet");
        List<Document> files =
                List.of(new Document("A.java", 0, "class A {}"), new Document("B.java", 0, "class B {}"));
        new LearnedRepository(path, troubles::add).refresh(files, Cancellation.NEVER);
        LearnedRepository again = new LearnedRepository(path, troubles::add);
        again.read();
        assertEquals(Set.of("A.java", "B.java"), again.model().files());
        again.change(List.of(), List.of("A.java"));
        again.save();
        LearnedRepository third = new LearnedRepository(path, troubles::add);
        third.read();
        assertEquals(Set.of("B.java"), third.model().files());
        assertEquals(List.of(), troubles);
    }

    @Test
    void habitsAreKept() {
        Path path = folder.resolve("not/there/yet");
        Habits habits = new Habits(0.2);
        habits.count("ngram", 0.35, true);
        habits.count("ngram", 0.95, false);
        new HabitsFile(path, troubles::add).write(habits);
        Habits again = new Habits(0.2);
        new HabitsFile(path, troubles::add).read(again);
        assertEquals(habits.expected("ngram", 0.35), again.expected("ngram", 0.35));
        assertEquals(habits.expected("ngram", 0.95), again.expected("ngram", 0.95));
        assertEquals(List.of(), troubles);
    }

    @Test
    void whatIsDamagedIsSetAsideAndSaid() throws Exception {
        Path path = Files.writeString(folder.resolve("damaged"), "no such thing");
        LearnedRepository learned = new LearnedRepository(path, troubles::add);
        learned.read();
        assertEquals(Set.of(), learned.model().files());
        assertEquals(1, troubles.size());
    }
}
