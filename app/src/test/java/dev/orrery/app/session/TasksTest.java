package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.base.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(new Threads(ui::add, background::add));
    private final List<String> heard = new ArrayList<>();

    private RunningTask start(Tasks.Job<String> job) {
        return tasks.start(
                "app.task.indexing",
                job,
                new Tasks.Ending<>(heard::add, () -> heard.add("cancelled"), message -> heard.add(message.key())));
    }

    private void runUi() {
        while (!ui.isEmpty()) {
            ui.remove().run();
        }
    }

    @Test
    void aMillionReportsReachTheUiAsOne() {
        RunningTask task = start((progress, cancellation) -> {
            for (int i = 1; i <= 1_000_000; i++) {
                progress.at("app.map.again", i, 1_000_000);
            }
            assertEquals(1, ui.size());
            return "done";
        });
        background.remove().run();
        runUi();
        assertEquals(1.0, task.fractionProperty().get());
        assertEquals("app.map.again", task.stageKeyProperty().get());
        assertEquals(List.of("done"), heard);
        assertEquals(0, tasks.running().size());
    }

    @Test
    void cancellingEndsTheTaskAsCancelled() {
        RunningTask task = start((progress, cancellation) -> {
            cancellation.throwIfRequested();
            return "done";
        });
        task.cancel();
        background.remove().run();
        runUi();
        assertEquals(List.of("cancelled"), heard);
    }

    @Test
    void anUnknownTotalIsNoFraction() {
        RunningTask task = start((Progress progress, dev.orrery.api.Cancellation cancellation) -> {
            progress.at("app.map.again", 7, 0);
            return "done";
        });
        background.remove().run();
        ui.remove().run();
        assertEquals(-1.0, task.fractionProperty().get());
    }
}
