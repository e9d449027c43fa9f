package dev.orrery.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.models.hub.TestHub.Answer;
import dev.orrery.models.store.DiskSpace;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HubInstallTest extends HubFixture {
    @Test
    @Tag("slow")
    void twoHundredMegabytesArriveIntactOverAConnectionThatBreaksTenTimes() throws Exception {
        Path file = model(200 * MEGABYTE);
        hub.add("m.gguf", file);
        hub.breaks.set(10);
        hub.breakAfter = 5 * MEGABYTE;
        InstalledModel model = install();
        assertEquals(-1, Files.mismatch(file, model.folder().resolve("m.gguf")));
        assertEquals(0, hub.breaks.get(), "it broke ten times");
        assertTrue(hub.bytesSent.get() < 205L * MEGABYTE, "what had come was not fetched again: " + hub.bytesSent);
        assertEquals(List.of(), store.incoming());
    }

    @Test
    @Tag("slow")
    void aServerWithoutRangesIsReadInOnePiece() throws Exception {
        Path file = model(17 * MEGABYTE);
        hub.add("m.gguf", file);
        hub.faults = (request, usual) -> Answer.withoutRanges();
        hub.breaks.set(2);
        InstalledModel model = install();
        assertEquals(-1, Files.mismatch(file, model.folder().resolve("m.gguf")));
    }

    @Test
    @Tag("slow")
    void whenTheServersCopyChangesItBeginsAnew() throws Exception {
        Path file = model(40 * MEGABYTE);
        hub.add("m.gguf", file);
        AtomicInteger count = new AtomicInteger();
        hub.faults =
                (request, usual) -> Answer.with(Map.of("ETag", count.incrementAndGet() <= 2 ? "\"e1\"" : "\"e2\""));
        InstalledModel model = install();
        assertEquals(-1, Files.mismatch(file, model.folder().resolve("m.gguf")));
        assertTrue(hub.requests.stream()
                .anyMatch(request -> request.header("if-range").equals("\"e1\"")));
        assertTrue(hub.requests.stream()
                .anyMatch(request -> request.header("if-range").equals("\"e2\"")));
    }

    @Test
    @Tag("slow")
    void aServerThatNeverStopsChangingIsLeft() throws Exception {
        hub.add("m.gguf", model(40 * MEGABYTE));
        AtomicInteger count = new AtomicInteger();
        hub.faults = (request, usual) -> Answer.with(Map.of("ETag", "\"e" + count.incrementAndGet() + "\""));
        assertEquals("models.hub.changing", refusal());
    }

    @Test
    @Tag("slow")
    void aPauseKeepsWhatCameForAnotherProcess() throws Exception {
        Path file = model(60 * MEGABYTE);
        hub.add("m.gguf", file);
        CancelSource pause = new CancelSource();
        Progress until = (stage, done, total) -> {
            if (done > 30L * MEGABYTE) {
                pause.cancel();
            }
        };
        assertThrows(CancellationException.class, () -> install(store, until, pause));
        HubOrder order = HubInstall.unfinished(store).getFirst();
        assertEquals("m", order.id());
        assertTrue(order.done() >= 30L * MEGABYTE && order.done() < order.total(), order.toString());
        assertEquals(List.of(), store.models());

        hub.bytesSent.set(0);
        ModelStore other = ModelStore.open(folder.resolve("store"), InstantSource.system(), DiskSpace.SYSTEM);
        InstalledModel model = install(other, Progress.SILENT, Cancellation.NEVER);
        assertEquals(-1, Files.mismatch(file, model.folder().resolve("m.gguf")));
        assertTrue(hub.bytesSent.get() <= 34L * MEGABYTE, "only the rest was fetched: " + hub.bytesSent);
        assertEquals(List.of(), HubInstall.unfinished(store));
    }

    @Test
    void aPausedDownloadCanBeThrownAway() throws Exception {
        hub.add("m.gguf", model(20 * MEGABYTE));
        CancelSource pause = new CancelSource();
        assertThrows(CancellationException.class, () -> install(store, (stage, done, total) -> pause.cancel(), pause));
        HubInstall.discard(store, "m");
        assertEquals(List.of(), HubInstall.unfinished(store));
        assertEquals(List.of(), store.incoming());
    }

    @Test
    void aDiskThatIsTooSmallIsNotBegunToFill() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        store = ModelStore.open(
                folder.resolve("store"), InstantSource.system(), place -> DiskSpace.RESERVE + MEGABYTE - 1);
        assertEquals("models.store.full", refusal());
        assertEquals(0, hub.contentRequests());
    }

    @Test
    void aLicenceIsAcceptedFirstAndThatIsRemembered() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        hub.licence = "gemma";
        assertEquals("models.hub.licence", refusal());
        assertEquals(0, hub.contentRequests());
        Instant yes = Instant.parse("2026-11-22T00:00:00Z");
        try (HubClient client = client()) {
            HubInstall install = new HubInstall(client, store);
            HubPlan plan = install.plan("org/model", Optional.empty(), Cancellation.NEVER);
            install.run(plan, Optional.of(yes), Progress.SILENT, Cancellation.NEVER);
        }
        assertEquals(
                Optional.of(yes), store.model("m").orElseThrow().draft().terms().accepted());
        assertEquals("gemma", store.model("m").orElseThrow().draft().terms().licence());
    }

    @Test
    void theServersWishToBeLeftAloneIsHeard() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        AtomicInteger count = new AtomicInteger();
        hub.faults = (request, usual) ->
                count.incrementAndGet() <= 2 ? Answer.status(429, Map.of("Retry-After", "7")) : Answer.usual();
        assertTrue(install().source().isPresent());
        assertEquals(2, Collections.frequency(pauses, Duration.ofSeconds(7)));
        store.remove("m");
        hub.faults = (request, usual) -> Answer.status(503, Map.of("Retry-After", "99999"));
        assertEquals("models.hub.later", refusal());
    }

    @Test
    void aServerThatAlwaysFailsIsGivenUp() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        hub.faults = (request, usual) -> Answer.status(500, Map.of());
        assertEquals("models.hub.broken", refusal());
        assertEquals(7, pauses.size());
        for (int i = 1; i < pauses.size(); i++) {
            assertTrue(pauses.get(i).toMillis() >= 250L << i, "later pauses are longer: " + pauses);
        }
        hub.faults = (request, usual) -> Answer.status(403, Map.of());
        assertEquals("models.hub.notallowed", refusal());
        assertEquals("models.hub.nofile", refusal(Optional.of("none.gguf")));
    }

    @Test
    @Tag("slow")
    void aServerThatFallsSilentCountsAsBroken() throws Exception {
        silence = Duration.ofSeconds(1);
        Path file = model(MEGABYTE);
        hub.add("m.gguf", file);
        Path half = Files.write(folder.resolve("half"), java.util.Arrays.copyOf(Files.readAllBytes(file), 100_000));
        AtomicInteger count = new AtomicInteger();
        hub.faults = (request, usual) -> count.incrementAndGet() == 1
                ? new Answer(0, Map.of("Content-Length", Long.toString(Files.size(usual))), false, half)
                : Answer.usual();
        assertTrue(install().source().isPresent());
        assertTrue(!pauses.isEmpty());
    }

    @Test
    void oneModelIsFetchedByOneAtATime() throws Exception {
        hub.add("m.gguf", model(20 * MEGABYTE));
        List<String> meanwhile = Collections.synchronizedList(new ArrayList<>());
        install(
                store,
                (stage, done, total) -> {
                    if (meanwhile.isEmpty()) {
                        meanwhile.add("asked");
                        meanwhile.add(refusal());
                    }
                },
                Cancellation.NEVER);
        assertEquals(List.of("asked", "models.hub.busy"), meanwhile);
    }
}
