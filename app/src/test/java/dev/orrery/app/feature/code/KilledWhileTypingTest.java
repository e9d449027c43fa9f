package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.session.FakeIndex;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Samples;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that types is killed; another one brings back what it typed. */
@Tag("slow")
class KilledWhileTypingTest {
    private static final String BEFORE = "class A {}\n";

    @TempDir
    Path folder;

    private static CodeViewModel model(Path root, Path unsaved, Threads threads, Duration behind) {
        Session session = new Session(new FakeIndex(root, Samples.graph()), threads, new Tasks(threads));
        return new CodeViewModel(session, threads, unsaved, behind, behind);
    }

    /** Types letters without end, one in two milliseconds, and says after each how many there are. */
    public static void main(String[] folders) {
        Threads threads = new Threads(Executors.newSingleThreadExecutor(), Executors.newVirtualThreadPerTaskExecutor());
        threads.ui().execute(() -> {
            CodeViewModel model = model(Path.of(folders[0]), Path.of(folders[1]), threads, Duration.ofMillis(300));
            model.open(Place.lineOf("A.java", 1), Intent.READ);
            type(model, threads, 0);
        });
    }

    private static void type(CodeViewModel model, Threads threads, int typed) {
        OpenFile file = model.currentProperty().get();
        Draft draft = file == null ? null : file.draft().orElse(null);
        int next = typed;
        if (draft != null) {
            int end = draft.buffer().length();
            draft.apply(
                    Change.of(new TextEdit(end, end, letter(typed)), Selection.at(end + 1)),
                    Selection.at(end),
                    Change.Kind.TYPING);
            next++;
            System.out.println(next);
        }
        int count = next;
        threads.background().execute(() -> {
            LockSupport.parkNanos(2_000_000);
            threads.ui().execute(() -> type(model, threads, count));
        });
    }

    private static String letter(int number) {
        return String.valueOf((char) ('a' + number % 26));
    }

    @Test
    void whatWasTypedBeforeAKillComesBackAndCanBeDiscarded() throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("repository")).toRealPath();
        Path unsaved = folder.resolve("unsaved");
        Files.writeString(root.resolve("A.java"), BEFORE);
        Process typist = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWhileTypingTest.class.getName(),
                        root.toString(),
                        unsaved.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int typed = 0;
        try (BufferedReader said = typist.inputReader()) {
            while (typed < 300 || !isKept(unsaved)) {
                String line = said.readLine();
                assertNotNull(line, "the typist ended");
                typed = Integer.parseInt(line);
            }
            typist.destroyForcibly();
            assertTrue(typist.waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(BEFORE, Files.readString(root.resolve("A.java")));

        CodeViewModel model = model(root, unsaved, Threads.direct(), Duration.ZERO);
        model.bringBack();
        OpenFile file = model.currentProperty().get();
        assertNotNull(file);
        String text = file.draft().orElseThrow().buffer().text();
        assertTrue(text.startsWith(BEFORE + "abc"), text);
        for (int i = 0; i < text.length() - BEFORE.length(); i++) {
            assertEquals(letter(i), text.substring(BEFORE.length() + i, BEFORE.length() + i + 1));
        }
        assertTrue(file.modifiedProperty().get());
        assertTrue(file.noticeProperty().get() instanceof FileNotice.Recovered);
        assertTrue(isKept(unsaved), "still kept while it is not saved");

        model.takeTheirs(file);
        assertEquals(BEFORE, file.draft().orElseThrow().buffer().text());
        assertTrue(!isKept(unsaved), "forgotten when it is given up");
    }

    private static boolean isKept(Path unsaved) throws IOException {
        if (!Files.isDirectory(unsaved)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(unsaved)) {
            return all.anyMatch(path -> path.toString().endsWith(".draft"));
        }
    }
}
