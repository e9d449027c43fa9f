package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LeakGuardTest {
    private static final String HELD = "class Held { int secretOfThisVeryFile() { return 42; } }\n";

    @TempDir
    Path folder;

    private Path root;
    private LeakGuard guard;

    @BeforeEach
    void create() throws Exception {
        root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("Other.java"), "class Other { }\n");
        guard = new LeakGuard(Map.of("Held.java", ContentHash.of(HELD.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsCleanPasses() throws Exception {
        guard.files(root);
        guard.learned(Set.of("Other.java"));
        guard.shown(List.of("Other.java", "Held.java"), "Held.java");
        try (CodeIndex index = index()) {
            guard.graph(index.snapshot());
            guard.text(index.text(), held(index));
        }
    }

    @Test
    void aCopyUnderAnotherNameIsFound() throws Exception {
        Files.writeString(root.resolve("Renamed.java"), HELD);
        assertLeak(() -> guard.files(root));
    }

    @Test
    void aHeldOutFileIsFoundInEveryIndex() throws Exception {
        Files.writeString(root.resolve("Held.java"), HELD + " // touched");
        assertLeak(() -> guard.files(root));
        assertLeak(() -> guard.learned(Set.of("Other.java", "Held.java")));
        assertLeak(() -> guard.shown(List.of("Held.java"), "Other.java"));
        try (CodeIndex index = index()) {
            assertLeak(() -> guard.graph(index.snapshot()));
            assertLeak(() -> guard.text(index.text(), held(index)));
        }
    }

    private static void assertLeak(Executable check) {
        OrreryException leak = assertThrows(OrreryException.class, check);
        assertTrue(
                leak.userMessage().key().equals("app.cli.bench.complete.leak"),
                leak.userMessage().key());
    }

    private static List<TestedFile> held(CodeIndex index) {
        return List.of(TestedFile.of(new Document("Held.java", 0, HELD), index.syntax()));
    }

    private CodeIndex index() throws OrreryException {
        Path home = folder.resolve("home");
        CodeIndex index = CodeIndexes.open(
                root, new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache")));
        index.refresh(Progress.SILENT, Cancellation.NEVER);
        return index;
    }
}
