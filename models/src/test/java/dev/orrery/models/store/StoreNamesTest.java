package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/../b",
                "/etc/passwd",
                "a//b",
                "a/",
                "C:\\x",
                "a\\b",
                "a:b",
                "con",
                "NUL.gguf",
                "a/.b",
                "x.",
                "~root",
                "a\0b",
                "a\nb",
                "-rf",
                "a/b/c/d/e",
                "\u2025/x",
                "a b"
            })
    void refusesNamesThatLeadAwayOrMeanSomething(String name) {
        assertFalse(StoreNames.isPath(name));
        assertFalse(StoreNames.isId(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.gguf", "a/b_c-D.00001-of-00002.gguf", "_x", "v1.5+fp16.json"})
    void takesOrdinaryNames(String name) {
        assertTrue(StoreNames.isPath(name));
    }

    /** Whatever name somebody thinks of: what is made of it is a name for the store and stays in its folder. */
    @Test
    void whatIsMadeOfAnyNameIsSafe() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.err.println("StoreNamesTest seed " + seed);
        Random random = new Random(seed);
        String letters = "aZ9._-+/\\: \u00e4\u65e5\0~%";
        Path folder = Path.of("/store/files");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            String made = StoreNames.fileFrom(name.toString());
            assertTrue(StoreNames.isPath(made), "seed " + seed + ": " + name + " -> " + made);
            assertTrue(folder.resolve(made).normalize().startsWith(folder));
            assertTrue(StoreNames.isId(StoreNames.idFrom(name.toString())), "seed " + seed + ": " + name);
        }
    }

    @Test
    void idsAreLikeTheNamesOfFiles() {
        assertEquals("my_model-q8", StoreNames.idFrom("My Model-Q8.gguf"));
        assertEquals("big", StoreNames.idFrom("big-00001-of-00004.gguf"));
    }
}
