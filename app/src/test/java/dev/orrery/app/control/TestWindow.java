package dev.orrery.app.control;

import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A window without a screen, for one control under test. */
public final class TestWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static boolean started;

    private final Stage stage;

    private TestWindow(Stage stage) {
        this.stage = stage;
    }

    /** Shows what is made on the toolkit's thread. */
    public static TestWindow of(Supplier<Parent> content) {
        start();
        return onFx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(content.get(), 900, 700));
            stage.show();
            return new TestWindow(stage);
        });
    }

    private static synchronized void start() {
        if (!started) {
            started = true;
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            CompletableFuture<Void> up = new CompletableFuture<>();
            Platform.startup(() -> up.complete(null));
            Platform.setImplicitExit(false);
            up.join();
        }
    }

    /** English, without commands. */
    public static ViewContext context() {
        Commands commands = new Commands();
        return new ViewContext(
                Messages.of(Locale.ENGLISH),
                commands,
                new KeyChoices(commands, FXCollections.observableHashMap()),
                new Hues());
    }

    public static Threads threads() {
        return new Threads(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Does something on the toolkit's thread. */
    public static <T> T onFx(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("on the FX thread", failed);
        }
    }

    public static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until a condition, asked on the toolkit's thread, holds. */
    public static void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain until " + what, late);
        }
    }

    /** Whether there is such a node now. */
    public boolean has(String query) {
        return onFx(() -> stage.getScene().getRoot().lookup(query) != null);
    }

    /** Waits for a node. */
    public <N extends Node> N find(String query) {
        until(query + " is there", () -> stage.getScene().getRoot().lookup(query) != null);
        Supplier<Node> lookup = () -> stage.getScene().getRoot().lookup(query);
        @SuppressWarnings("unchecked")
        N node = (N) onFx(lookup::get);
        return node;
    }

    /** Presses a button that can be pressed. */
    public void press(String button) {
        ButtonBase found = find(button);
        until(button + " can be pressed", () -> !found.isDisabled());
        run(found::fire);
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
