package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    @TempDir
    Path folder;

    private final List<Path> opened = new ArrayList<>();
    private final List<FakeIndex> indexes = new ArrayList<>();
    private final Threads threads = Threads.direct();
    private Workbench workbench;

    @BeforeEach
    void makeWorkbench() {
        workbench = new Workbench(
                root -> {
                    indexes.add(new FakeIndex(root, Samples.graph()));
                    return indexes.getLast();
                },
                threads,
                new Tasks(threads),
                opened::add);
    }

    @Test
    void openingLeadsToExploreAndIsRemembered() {
        workbench.open(folder);
        assertEquals(Room.EXPLORE, workbench.roomProperty().get());
        assertEquals(List.of(folder), opened);
        assertNull(workbench.pendingProperty().get());
    }

    @Test
    void aMissingFolderIsASentenceAndLeavesWhatIsOpen() {
        workbench.open(folder);
        workbench.open(folder.resolve("nowhere"));
        assertEquals(
                UserMessage.of("app.open.missing", folder.resolve("nowhere").toString()),
                workbench.failureProperty().get());
        assertNotNull(workbench.sessionProperty().get());
        assertNull(workbench.pendingProperty().get());
    }

    /** It is no reason to take the open repository for one that failed, and a change of files must not wipe it away. */
    @Test
    void whatIsSaidWhileARepositoryIsOpenIsOneOfItsProblems() {
        workbench.open(folder);
        UserMessage message = UserMessage.of("app.settings.unwritable", "x");
        workbench.say(message);
        workbench.say(message);
        assertNull(workbench.failureProperty().get());
        Session session = workbench.sessionProperty().get();
        session.refresh();
        assertEquals(List.of(message), session.problems());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        workbench.open(file);
        assertEquals("app.open.notFolder", workbench.failureProperty().get().key());
    }

    @Test
    void openingAnotherClosesTheOneBefore() {
        workbench.open(folder);
        workbench.open(folder);
        assertTrue(indexes.getFirst().closed);
        assertEquals(2, indexes.size());
    }

    @Test
    void anIndexThatIsOpenedTooLateIsGivenUp() {
        Deque<Runnable> background = new ArrayDeque<>();
        Threads later = new Threads(Runnable::run, background::add);
        Workbench quick = new Workbench(
                root -> {
                    indexes.add(new FakeIndex(root, Samples.graph()));
                    return indexes.getLast();
                },
                later,
                new Tasks(later),
                opened::add);
        quick.open(folder);
        quick.open(folder);
        while (!background.isEmpty()) {
            background.removeLast().run();
        }
        assertEquals(1, indexes.stream().filter(index -> !index.closed).count());
    }
}
