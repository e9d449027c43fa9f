package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HabitsTest {
    @Test
    void whatIsNeverTakenBecomesRare() {
        Habits habits = new Habits(0.2);
        assertTrue(habits.isWorthShowing("ngram", 0.35));
        for (int shown = 0; shown < 60; shown++) {
            habits.count("ngram", 0.35, false);
        }
        assertFalse(habits.isWorthShowing("ngram", 0.35));
        assertTrue(habits.isWorthShowing("ngram", 0.9), "other ranges are as before");
        assertTrue(habits.isWorthShowing("djl", 0.35), "other engines are as before");
        habits.reset();
        assertTrue(habits.isWorthShowing("ngram", 0.35));
    }

    @Test
    void whatIsTakenIsShownThoughTheEngineDoubts() {
        Habits habits = new Habits(0.2);
        assertFalse(habits.isWorthShowing("ngram", 0.11));
        for (int shown = 0; shown < 10; shown++) {
            habits.count("ngram", 0.11, true);
        }
        assertTrue(habits.isWorthShowing("ngram", 0.11));
    }

    @Test
    void itIsKeptAndDamageIsSetAside(@TempDir Path folder) throws IOException {
        List<UserMessage> trouble = new ArrayList<>();
        Path path = folder.resolve("habits");
        Habits habits = new Habits(0.2);
        habits.count("ngram", 0.35, true);
        habits.count("djl", 1, false);
        new HabitsFile(path, trouble::add).write(habits);
        Habits again = new Habits(0.2);
        new HabitsFile(path, trouble::add).read(again);
        assertEquals(habits.expected("ngram", 0.35), again.expected("ngram", 0.35));
        assertEquals(habits.expected("djl", 1), again.expected("djl", 1));
        assertEquals(List.of(), trouble);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        Files.write(path, bytes);
        Habits none = new Habits(0.2);
        new HabitsFile(path, trouble::add).read(none);
        assertTrue(none.counts().isEmpty());
        assertEquals("models.complete.habits.damaged", trouble.getFirst().key());
    }
}
