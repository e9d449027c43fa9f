package dev.orrery.app.session;

import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A place for one answer at a time: asking again cancels the computation before and drops its answer. To be called, and
 * answers, on the UI thread.
 */
public final class Latest {
    private final Threads threads;
    private CancelSource current = new CancelSource();

    public Latest(Threads threads) {
        this.threads = threads;
    }

    /** Computes in the background; exactly one of the two consumers hears of it, or none where it was superseded. */
    public <T> void ask(Work<T> work, Consumer<T> answer, Consumer<UserMessage> failure) {
        ask(work, answer, superseded -> {}, failure);
    }

    /** The same for what must not be lost: an answer that was superseded goes to {@code dropped}. */
    public <T> void ask(Work<T> work, Consumer<T> answer, Consumer<T> dropped, Consumer<UserMessage> failure) {
        cancel();
        CancelSource mine = current;
        threads.background().execute(() -> {
            Runnable outcome;
            Runnable late = () -> {};
            try {
                mine.throwIfRequested();
                T value = work.compute(mine);
                outcome = () -> answer.accept(value);
                late = () -> dropped.accept(value);
            } catch (CancellationException cancelled) {
                return;
            } catch (Exception | Error failed) { // nobody else hears of an error here
                UserMessage message = Failures.message(failed);
                outcome = () -> failure.accept(message);
            }
            Runnable told = outcome;
            Runnable toldLate = late;
            threads.ui().execute(() -> (mine.isRequested() ? toldLate : told).run());
        });
    }

    /** Drops what is being computed. */
    public void cancel() {
        current.cancel();
        current = new CancelSource();
    }
}
