package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.durability.RoutelessNetwork.Attempts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no key is set and no route leads out, everything that runs here runs, and nothing even tries to leave. */
@Tag("slow")
class NothingLeavesTest {
    private static final Path MODELS = Path.of("../models/src/test/resources/dev/orrery/models")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    @Test
    void whoTriesToLeaveIsSeen() throws Exception {
        RoutelessNetwork network = RoutelessNetwork.find();
        for (List<String> way : List.of(
                List.of("tcp", "192.0.2.1"),
                List.of("tcp", "127.0.0.1"),
                List.of("tcp", "2001:db8::1"),
                List.of("udp", "192.0.2.1"),
                List.of("name", "orrery.invalid"))) {
            assertNotEquals(Attempts.NONE, knock(network, way), "seen: " + way);
        }
        assertEquals(Attempts.NONE, knock(network, List.of("name", "192.0.2.1")), "an address asks nobody");
    }

    private Attempts knock(RoutelessNetwork network, List<String> way) throws Exception {
        Path counters = folder.resolve("knocking");
        List<String> command = Stream.of(
                        network.prefix(counters).stream(),
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Knocking.class.getName()),
                        way.stream())
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return Attempts.read(counters);
    }

    @Test
    void modelsAreTakenInLoadedMeasuredAndShownWithoutAskingAnybody() throws Exception {
        RoutelessNetwork network = RoutelessNetwork.find();
        Path repository = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(repository.resolve("Cart.java"), "class Cart { int total() { return 0; } }");
        Orrery orrery = new Orrery(folder.resolve("home"));
        for (List<String> arguments : List.of(
                List.of("doctor"),
                List.of("models", "add", MODELS.resolve("tiny-code").toString()),
                List.of(
                        "models",
                        "add",
                        MODELS.resolve("tiny-gguf").resolve("tiny.gguf").toString()),
                List.of("models", "list"),
                List.of("models", "bench", "tiny-code", "--seconds", "1"),
                List.of("models", "bench", "tiny", "--seconds", "1"),
                picture(repository, "models"),
                picture(repository, "activity"))) {
            Path counters = folder.resolve("counters");
            Orrery.Ended ended = orrery.run(network.prefix(counters), arguments.toArray(String[]::new));
            assertEquals(0, ended.status(), () -> arguments + ended.err());
            assertEquals(Attempts.NONE, Attempts.read(counters), () -> "left alone: " + arguments);
            Files.delete(counters);
        }
    }

    private List<String> picture(Path repository, String view) {
        String file = folder.resolve(view + ".png").toString();
        return List.of("open", repository.toString(), "--view", view, "--snapshot", file);
    }
}
