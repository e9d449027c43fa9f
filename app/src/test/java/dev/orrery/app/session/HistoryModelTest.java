package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.history.FileHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelTest {
    @TempDir
    Path folder;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Threads threads = new Threads(Runnable::run, background::add);
    private final Tasks tasks = new Tasks(threads);
    private final List<UserMessage> failures = new ArrayList<>();

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    @Test
    void whatTheUserStopsStaysStoppedUntilHeAsks() {
        FakeIndex index = new FakeIndex(folder, Samples.builder().build(1)) {
            @Override
            public FileHistory history(Progress progress, Cancellation cancellation) {
                cancellation.throwIfRequested();
                return FileHistory.EMPTY;
            }
        };
        HistoryModel model = new HistoryModel(index, threads, tasks, failures::add);
        model.refresh();
        tasks.running().getFirst().cancel();
        work();
        assertEquals(HistoryModel.State.STOPPED, model.symbolsStateProperty().get());
        model.refresh();
        assertTrue(tasks.running().isEmpty(), "a selection must not start it again");
        model.readAgain();
        work();
        assertEquals(HistoryModel.State.READ, model.symbolsStateProperty().get());
        assertEquals(List.of(), failures);
    }

    @Test
    void aFailureIsToldOnceAndCanBeTriedAgain() {
        FakeIndex index = new FakeIndex(folder, Samples.builder().build(1)) {
            @Override
            public FileHistory history(Progress progress, Cancellation cancellation) throws OrreryException {
                throw new OrreryException(UserMessage.of("indexer.history.failed", "x"));
            }
        };
        HistoryModel model = new HistoryModel(index, threads, tasks, failures::add);
        model.refresh();
        work();
        model.refresh();
        work();
        assertEquals(HistoryModel.State.FAILED, model.symbolsStateProperty().get());
        assertEquals(1, failures.size());
        model.readAgain();
        work();
        assertEquals(2, failures.size());
    }

    @Test
    @Tag("slow")
    void aRealRepositoryIsReadFilesFirst() throws Exception {
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        git(root, "init", "-q", "-b", "main");
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    root.resolve("A.java"), "class A {\n    int a() {\n        return " + i + ";\n    }\n}\n");
            git(root, "add", "-A");
            git(root, "commit", "-q", "-m", "change");
        }
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(root, folders)) {
            HistoryModel model = new HistoryModel(index, threads, tasks, failures::add);
            model.refresh();
            work();
            assertEquals(3, model.historyProperty().get().changes("A.java"));
            assertEquals(3, model.symbolsProperty().get().samples());
            assertEquals(List.of(), failures);
        }
    }

    private static void git(Path root, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                "git",
                                "-c",
                                "user.name=Ada",
                                "-c",
                                "user.email=ada@example.org",
                                "-C",
                                root.toString()),
                        Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.onExit().join().exitValue());
    }
}
