package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.frame.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchMapCommandTest {
    private static final MapFlight.Alone ALONE = new MapFlight.Alone("llvmpipe", 2, 8);

    @TempDir
    Path folder;

    private Path repository = Path.of("");

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(repository.resolve("Till.java"), "class Till { void ring() {} }");
    }

    private CliRun run(MapBench bench, String... options) {
        List<String> arguments = new ArrayList<>(List.of("bench", "map", repository.toString()));
        arguments.addAll(List.of(options));
        return CliRun.of(folder.resolve("home"), new byte[0], bench, arguments.toArray(String[]::new));
    }

    private static MapFlight.Shown frame(double millis, int bodies, int visible) {
        return new MapFlight.Shown((long) (millis * 1e6), new Tally(bodies, visible, 7, 9, 3, 30, 13, 12, 62), 5);
    }

    private static MapFlight flight(List<MapFlight.Shown> frames) {
        return new MapFlight(frames, 12, 340, 900, ALONE, 640, 360);
    }

    @Test
    void jsonHasTheFieldsOfTheContract() throws IOException {
        List<MapBench.Order> orders = new ArrayList<>();
        MapBench bench = order -> {
            orders.add(order);
            return flight(List.of(frame(0, 10, 10), frame(20, 8, 10), frame(70, 10, 10)));
        };
        CliRun run = run(bench, "--json", "--seconds", "2", "--size", "640x360");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(new MapBench.Order(repository.toRealPath(), 2, 640, 360)), orders);
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("bench-map").faults(json));
        assertEquals("llvmpipe", json.get("renderer"));
        assertEquals(8L, json.get("bodiesLeast"));
        assertEquals(62L, json.get("callsTotal"));
    }

    @Test
    void textNamesRendererAndFrames() {
        CliRun run = run(order -> flight(List.of(frame(0, 10, 10), frame(20, 10, 10))));
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("llvmpipe") && run.out().contains("worst second"), run.out());
    }

    @Test
    void withoutAWindowASentenceSaysSo() {
        CliRun run = run(MapBench.NONE);
        assertEquals(3, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    /** Catches windows that are not slid, ends counted twice, and percentiles off by one. */
    @Test
    void theWorstSecondIsTheWorstOfAllThatAreInside() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<MapFlight.Shown> frames = new ArrayList<>();
            double at = 0;
            while (at < 1500 + random.nextInt(2000) || frames.size() < 2) {
                frames.add(frame(at, 1, 1));
                at += 1 + random.nextInt(random.nextInt(8) == 0 ? 500 : 40);
            }
            MapFlight flight = flight(frames);
            long last = frames.getLast().nanos();
            int worst = Integer.MAX_VALUE;
            for (MapFlight.Shown start : frames) {
                if (last - start.nanos() >= 1_000_000_000L) {
                    int inside = (int) frames.stream()
                            .filter(shown ->
                                    shown.nanos() > start.nanos() && shown.nanos() <= start.nanos() + 1_000_000_000L)
                            .count();
                    worst = Math.min(worst, inside);
                }
            }
            if (worst < Integer.MAX_VALUE) {
                assertEquals(worst, flight.worstSecondFps(), "seed " + seed);
            }
            double median = flight.frameMs(50);
            long below = 0;
            for (int i = 1; i < frames.size(); i++) {
                below += (frames.get(i).nanos() - frames.get(i - 1).nanos()) / 1e6 <= median ? 1 : 0;
            }
            assertTrue(below * 2 >= frames.size() - 1, "seed " + seed);
        }
    }
}
