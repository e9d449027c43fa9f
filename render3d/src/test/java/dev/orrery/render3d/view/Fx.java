package dev.orrery.render3d.view;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs parts of a test on the JavaFX thread. */
final class Fx {
    private static boolean started;

    private Fx() {}

    static synchronized void start() {
        if (!started) {
            Platform.startup(() -> Platform.setImplicitExit(false));
            started = true;
        }
    }

    static <T> T call(Callable<T> action) throws Exception {
        start();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(action.call());
            } catch (Exception | AssertionError failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer.get(120, TimeUnit.SECONDS);
    }

    static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }
}
