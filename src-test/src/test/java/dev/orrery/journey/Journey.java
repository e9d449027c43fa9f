package dev.orrery.journey;

import dev.orrery.app.Composition;
import dev.orrery.app.open.Look;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Path;
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
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window under test: opens it, looks into it, and plays its user. One toolkit serves all journeys of a process. */
final class Journey implements AutoCloseable {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 760;
    private static final long PATIENCE_SECONDS = 60;
    private static boolean started;

    private final FxRobot robot = new FxRobot();
    private final ComposedWindow composed;
    private final Stage stage;

    private Journey(ComposedWindow composed, Stage stage) {
        this.composed = composed;
        this.stage = stage;
        robot.targetWindow(stage);
    }

    /** Folders of the application below {@code home}. */
    static AppFolders folders(Path home) {
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
    }

    static Journey begin(Path home) {
        return begin(home, Locale.ENGLISH, RendererChoice.AUTO);
    }

    static Journey begin(Path home, Locale locale, RendererChoice renderer) {
        start(renderer);
        return onFx(() -> {
            AppFolders folders = folders(home);
            Composition composition =
                    new Composition(folders, Messages.of(locale), root -> CodeIndexes.open(root, folders));
            ComposedWindow composed = composition.compose(
                    new Threads(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor()), renderer, Look.USUAL);
            if (composed.settings().themeProperty().get() == ThemeChoice.SYSTEM) {
                composed.settings().themeProperty().set(ThemeChoice.DARK);
            }
            composed.settings().reducedMotionProperty().set(true);
            Stage stage = new Stage();
            stage.setScene(composed.scene(WIDTH, HEIGHT));
            stage.show();
            return new Journey(composed, stage);
        });
    }

    private static synchronized void start(RendererChoice renderer) {
        if (started) {
            return;
        }
        started = true;
        System.setProperty("testfx.robot", "glass");
        if (renderer != RendererChoice.FXYZ) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        CompletableFuture<Void> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(null));
        Platform.setImplicitExit(false);
        up.join();
    }

    static <T> T onFx(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(action.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("on the FX thread", failed);
        }
    }

    static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until a condition, asked on the FX thread, holds. */
    static void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain until " + what, late);
        }
    }

    ComposedWindow composed() {
        return composed;
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    Session session() {
        Session session = onFx(() -> composed.workbench().sessionProperty().get());
        if (session == null) {
            throw new AssertionError("no repository is open");
        }
        return session;
    }

    CodeMap map() {
        return onFx(() -> composed.window().map().orElseThrow(() -> new AssertionError("no map")));
    }

    /** Opens a repository and waits until it is indexed and its map is at rest. */
    void open(Path root) {
        run(() -> composed.workbench().open(root));
        until(
                "the repository is open",
                () -> composed.workbench().sessionProperty().get() != null);
        until("it is indexed", () -> session().phaseProperty().get() == Session.Phase.READY);
        settle();
    }

    /** Waits until the map has shown everything asked for. */
    void settle() {
        CompletableFuture<Void> settled = onFx(() -> composed.window().settled());
        try {
            settled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("the map did not settle", failed);
        }
    }

    <N extends Node> N find(String query) {
        until(query + " is there", () -> stage.getScene().getRoot().lookup(query) != null);
        Supplier<Node> lookup = () -> stage.getScene().getRoot().lookup(query);
        @SuppressWarnings("unchecked")
        N node = (N) onFx(lookup::get);
        return node;
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        run(() -> {
            composed.models().close();
            composed.workbench().close();
            stage.close();
        });
        onFx(() -> composed.workbench().closed()).join();
    }
}
