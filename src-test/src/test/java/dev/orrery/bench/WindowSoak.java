package dev.orrery.bench;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.Composition;
import dev.orrery.app.open.Look;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * Uses the real window for a while and watches what it holds: camera moves, selections, both scenes, code, searches, the palette,
 * edits of files that the window follows, other repositories in between. Prints a line a round: heap after a collection, resident
 * set, threads, open files. Repositories are copied; the copies are edited. A round that waits in vain for three minutes ends the run.
 *
 * <pre>java -cp CLASSPATH dev.orrery.bench.WindowSoak MINUTES DIR OTHER…</pre>
 */
public final class WindowSoak {
    private static final long PATIENCE_SECONDS = 180;
    private static final long FLIGHT_NANOS = 3_000_000_000L;
    private static final List<String> QUERIES = List.of("get", "Iterator", "read", "buil", "equals", "toString(", "x");

    private final Random random = new Random(1);
    private final PrintStream out;
    private ComposedWindow window;
    private Stage stage;
    private long edits;
    private long pulses;

    private WindowSoak(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.parseLong(arguments[0]));
        Path folder = Files.createTempDirectory("soak");
        List<Path> roots = Stream.of(arguments)
                .skip(1)
                .map(from -> copy(Path.of(from), folder.resolve(Path.of(from).getFileName())))
                .toList();
        WindowSoak soak = new WindowSoak(out);
        soak.begin(folder.resolve("home"));
        long start = System.nanoTime();
        out.println("minute  round  heap MB  resident MB  threads  files  edits   pulses");
        try {
            for (int round = 0; System.nanoTime() < end; round++) {
                // The large one in every other round, the others in turn in between.
                Path root = round % 2 == 0 ? roots.getFirst() : roots.get(1 + round / 2 % (roots.size() - 1));
                soak.round(root);
                soak.report((System.nanoTime() - start) / 60e9, round);
            }
        } catch (Exception ended) {
            ended.printStackTrace(out);
            System.exit(1);
        }
        System.exit(0);
    }

    private void begin(Path home) throws Exception {
        CompletableFuture<Void> up = new CompletableFuture<>();
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> up.complete(null));
        up.get();
        AppFolders folders = new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
        onFx(() -> {
            window = new Composition(folders, Messages.of(Locale.ENGLISH), root -> CodeIndexes.open(root, folders))
                    .compose(
                            new Threads(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor()),
                            RendererChoice.AUTO,
                            Look.USUAL);
            stage = new Stage();
            stage.setScene(window.scene(1280, 800));
            stage.show();
            window.window().watchMachine();
            return true;
        });
    }

    /** Opens a repository, uses everything, closes it. */
    private void round(Path root) throws Exception {
        onFx(() -> {
            window.workbench().open(root);
            return true;
        });
        until(
                "it is indexed",
                () -> session().isPresent() && session().get().phaseProperty().get() == Session.Phase.READY);
        settle();
        for (int turn = 0; turn < 3; turn++) {
            select();
            fly(turn);
            edit(root);
            for (String command : List.of("map.scene", "symbol.read", "code.usages", "room.explore", "map.home")) {
                run(command);
            }
            search(turn);
            run("graph.cycles");
            run("symbol.impact");
            run("room.explore");
            settle();
        }
        run("theme.toggle");
        onFx(() -> {
            window.workbench().close();
            return true;
        });
        onFx(() -> window.workbench().closed()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Optional<Session> session() {
        return Optional.ofNullable(window.workbench().sessionProperty().get());
    }

    private void select() throws Exception {
        onFx(() -> {
            CodeGraph graph = session().orElseThrow().graph();
            session().orElseThrow().selectedProperty().set(graph.key(random.nextInt(graph.symbolCount())));
            return true;
        });
        settle();
    }

    /** Some seconds around, nearer and over the floor, one step a pulse. */
    private void fly(int turn) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        onFx(() -> {
            CodeMap map = window.window().map().orElseThrow();
            new AnimationTimer() {
                private long begin;
                private int step;

                @Override
                public void handle(long now) {
                    begin = begin == 0 ? now : begin;
                    pulses++;
                    step++;
                    switch (turn) {
                        case 0 -> map.orbit(0.03, 0.01 * Math.sin(step * 0.1));
                        case 1 -> map.zoom(step % 100 < 50 ? 0.985 : 1 / 0.985);
                        default -> map.fly(0.01 * Math.sin(step * 0.05), 0.01 * Math.cos(step * 0.05));
                    }
                    if (now - begin > FLIGHT_NANOS) {
                        stop();
                        over.complete(null);
                    }
                }
            }.start();
            return true;
        });
        over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        settle();
    }

    /** Writes a method into a real file and waits until the window shows it. */
    private void edit(Path root) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".java")
                            && !file.getFileName().toString().contains("-info"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf('}');
        if (last < 0) {
            return;
        }
        String name = "soak" + edits++;
        Files.writeString(
                file,
                text.substring(0, last) + "    void " + name + "() { hashCode(); }\n" + text.substring(last),
                StandardCharsets.ISO_8859_1);
        until(name + " is shown", () -> {
            CodeGraph graph = session().orElseThrow().graph();
            for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
                if (graph.name(symbol).equals(name)) {
                    return true;
                }
            }
            return false;
        });
        settle();
    }

    private void search(int turn) throws Exception {
        run(turn % 2 == 0 ? "palette.show" : "room.search");
        onFx(() -> {
            if (stage.getScene().lookup("#search-query") instanceof TextField box) {
                box.setText(QUERIES.get(random.nextInt(QUERIES.size())));
            }
            return true;
        });
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(600));
        onFx(() -> {
            Node palette = stage.getScene().lookup(".palette");
            if (palette != null) {
                Event.fireEvent(
                        palette,
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            }
            return true;
        });
    }

    private void run(String command) throws Exception {
        onFx(() -> window.commands().get(command).run());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private void settle() throws Exception {
        onFx(() -> window.window().settled()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void report(double minutes, int round) throws Exception {
        // As long as the window's options take to give memory back.
        System.gc();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        out.printf(
                Locale.ROOT,
                "%6.1f %6d %8d %12d %8d %6d %6d %9d%n",
                minutes,
                round,
                heap,
                resident(),
                count("/proc/self/task"),
                count("/proc/self/fd"),
                edits,
                pulses);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static long count(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.count();
        }
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | AssertionError failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void until(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Path copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
            return to.toRealPath();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
