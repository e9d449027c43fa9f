package dev.orrery.app.feature.code;

import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.UnsavedStore;
import dev.orrery.app.edit.UnsavedText;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Threads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Keeps the unsaved text of open files in the application's own folders, less than a second behind what is typed, and forgets it once it
 * is saved. UI thread only; writing happens in the background, in the order in which it was asked for.
 */
final class Keeping {
    private final UnsavedStore store;
    private final Threads threads;
    private final Later later;
    private final Clock clock;
    private final Consumer<UserMessage> trouble;
    private final Set<OpenFile> waiting = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Keeping(UnsavedStore store, Threads threads, Duration behind, Clock clock, Consumer<UserMessage> trouble) {
        this.store = store;
        this.threads = threads;
        this.later = new Later(threads, behind);
        this.clock = clock;
        this.trouble = trouble;
    }

    /** The file's text changed, or it was saved. */
    void changed(OpenFile file) {
        if (file.modifiedProperty().get()) {
            if (waiting.add(file)) {
                later.run(() -> {
                    waiting.remove(file);
                    now(file);
                });
            }
        } else {
            forget(file.path());
        }
    }

    /** Keeps the text as it is now, without waiting. */
    void now(OpenFile file) {
        if (!file.modifiedProperty().get() || file.draft().isEmpty()) {
            return;
        }
        Draft draft = file.draft().get();
        UnsavedText text = new UnsavedText(
                file.path(),
                file.onDisk(),
                offset(draft, file.caretProperty().get()),
                clock.instant(),
                draft.buffer().text());
        kept.add(file.path());
        write(() -> store.keep(text));
    }

    /** Where a place of a file is in its text. */
    static int offset(Draft draft, Place place) {
        int line = Math.clamp(place.line() - 1, 0, draft.buffer().count() - 1);
        return Math.clamp(
                (long) draft.buffer().start(line) + place.column() - 1,
                draft.buffer().start(line),
                draft.buffer().end(line));
    }

    void forget(String path) {
        if (kept.remove(path)) {
            write(() -> store.forget(path));
        }
    }

    /** What was kept earlier and is not open; the answer comes on the UI thread. */
    void left(Consumer<List<UnsavedText>> answer) {
        write(() -> {
            List<UnsavedText> left = store.left();
            threads.ui().execute(() -> {
                left.forEach(text -> kept.add(text.path()));
                answer.accept(left);
            });
        });
    }

    /** Completes once all that was asked for is written. */
    CompletableFuture<Void> written() {
        return last;
    }

    private interface Write {
        void run() throws IOException;
    }

    private void write(Write write) {
        last = last.thenRunAsync(
                () -> {
                    try {
                        write.run();
                    } catch (IOException | RuntimeException failed) {
                        UserMessage why = UserMessage.of("app.edit.notKept", String.valueOf(failed.getMessage()));
                        threads.ui().execute(() -> trouble.accept(why));
                    }
                },
                threads.background());
    }
}
