package dev.orrery.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.models.hub.TestHub.Answer;
import dev.orrery.models.store.DiskSpace;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelStore;
import dev.orrery.models.store.TinyGguf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.ProxySelector;
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
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubInstallTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Duration silence = Duration.ofMinutes(5);
    private TestHub hub;
    private ModelStore store;
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub();
        store = ModelStore.open(folder.resolve("store"), InstantSource.system(), DiskSpace.SYSTEM);
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

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
    void oneFlippedByteIsRefused() throws Exception {
        Path file = model(9 * MEGABYTE);
        hub.add("m.gguf", file);
        Path flipped = Files.copy(file, folder.resolve("flipped"));
        try (RandomAccessFile bytes = new RandomAccessFile(flipped.toFile(), "rw")) {
            bytes.seek(8 * MEGABYTE + 77);
            int old = bytes.read();
            bytes.seek(8 * MEGABYTE + 77);
            bytes.write(old ^ 4);
        }
        hub.faults = (request, usual) -> new Answer(0, Map.of(), true, flipped);
        assertEquals("models.hub.badsum", refusal());
        hub.faults = (request, usual) -> Answer.usual();
        assertTrue(install().source().isPresent(), "nothing of the bad one was kept");
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
    void lyingLengthsAreRefused() throws Exception {
        hub.add("m.gguf", model(2 * MEGABYTE));
        hub.faults = (request, usual) -> Answer.with(Map.of("Content-Range", "bytes 0-99/2097152"));
        assertEquals("models.hub.lies", refusal());
        Path longer = model(3 * MEGABYTE);
        hub.faults = (request, usual) -> new Answer(0, Map.of(), false, longer);
        assertEquals("models.hub.lies", refusal());
        hub.faults = (request, usual) -> Answer.with(Map.of("Content-Length", Integer.toString(MEGABYTE)));
        assertEquals("models.hub.lies", refusal());
        hub.faults =
                (request, usual) -> new Answer(0, Map.of("Content-Length", "", "Connection", "close"), false, longer);
        hub.breakAfter = 3 * MEGABYTE - 1;
        hub.breaks.set(1);
        assertEquals("models.hub.lies", refusal(), "no length at all, and more bytes than were listed");
        assertEquals(List.of(), store.models());
    }

    @Test
    void redirectsLeadOnlyWhereTheSettingsAllow() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        try (TestHub other = new TestHub()) {
            for (String elsewhere : List.of(
                    other.address() + "/org/model/resolve/" + TestHub.COMMIT + "/m.gguf",
                    "http://localhost:" + other.address().getPort() + "/x",
                    "https://hf.co.evil.example/x",
                    "//evil.example/x",
                    "file:///etc/passwd",
                    "ht tp:",
                    hub.address().toString().replace("127.0.0.1", "user@127.0.0.1") + "/x")) {
                hub.faults = (request, usual) -> Answer.status(302, Map.of("Location", elsewhere));
                String refusal = refusal();
                assertTrue(
                        List.of("models.hub.otherhost", "models.hub.badredirect")
                                .contains(refusal),
                        elsewhere + refusal);
            }
            assertEquals(List.of(), other.requests, "nobody else was asked");
        }
        hub.faults = (request, usual) -> request.header("range").isEmpty()
                ? Answer.usual()
                : Answer.status(307, Map.of("Location", request.path()));
        assertEquals("models.hub.redirects", refusal());
    }

    @Test
    void aRedirectOnTheHubItselfIsFollowed() throws Exception {
        hub.add("m.gguf", model(MEGABYTE));
        hub.add("copy.gguf", model(MEGABYTE));
        hub.faults = (request, usual) -> request.path().endsWith("/m.gguf")
                ? Answer.status(302, Map.of("Location", request.path().replace("m.gguf", "copy.gguf")))
                : Answer.usual();
        assertTrue(install().source().isPresent());
        assertEquals(
                "Bearer secret-token", hub.requests.getLast().header("authorization"), "the hub itself knows the user");
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
    void whatIsNoModelIsRefused() throws Exception {
        Path pickle = Files.write(folder.resolve("p"), new byte[] {(byte) 0x80, 4, 'x', '.'});
        hub.add("m.gguf", pickle);
        assertEquals("models.store.pickle", refusal());
        hub.add("pytorch_model.bin", pickle);
        assertEquals("models.store.pickle", refusal(Optional.of("pytorch_model.bin")));
        hub.list(
                "../../m.gguf",
                pickle,
                "{\"type\":\"file\",\"oid\":\"%s\",\"size\":4,\"path\":\"../../m.gguf\"}".formatted(TestHub.COMMIT));
        assertEquals("models.store.badname", refusal(Optional.of("../../m.gguf")));
        assertEquals(List.of(), store.models());
    }

    /** Small files are no large files: the hub lists the id of their git blob. */
    @Test
    void aFileThatIsKeptInGitIsVerifiedByItsId() throws Exception {
        Path file = model(3000);
        String id = FileDownload.gitId(file);
        String entry = "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"m.gguf\"}";
        hub.list("m.gguf", file, entry.formatted(id, Files.size(file)));
        assertTrue(install().source().isPresent());
        store.remove("m");
        hub.list("m.gguf", file, entry.formatted(TestHub.COMMIT, Files.size(file)));
        assertEquals("models.hub.badsum", refusal());
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

    @Test
    void theListingIsReadAndTheSearchIsAsked() throws Exception {
        hub.add("m.gguf", model(1000));
        try (HubClient client = client()) {
            List<HubRepository> found = client.search("qwen coder", 5, Cancellation.NEVER);
            assertEquals("org/model", found.getFirst().id());
            assertEquals("mit", found.getFirst().licence());
            assertEquals(HubRepository.Access.GATED, found.getFirst().access());
            assertTrue(hub.requests.getLast().path().contains("search=qwen%20coder"));
            assertEquals(
                    1,
                    client.files("org/model", TestHub.COMMIT, Cancellation.NEVER)
                            .size());
            assertThrows(OrreryException.class, () -> client.files("org/../x", "main", Cancellation.NEVER));
        }
    }

    /** Making everything and looking at what is here sends nothing. */
    @Test
    void nothingIsAskedUnasked() throws Exception {
        try (HubClient client = client()) {
            new HubInstall(client, store);
            HubInstall.unfinished(store);
            store.models();
        }
        assertEquals(List.of(), hub.requests);
    }

    private InstalledModel install() throws OrreryException {
        return install(store, Progress.SILENT, Cancellation.NEVER);
    }

    private InstalledModel install(ModelStore into, Progress progress, Cancellation cancellation)
            throws OrreryException {
        return install(into, Optional.of("m.gguf"), progress, cancellation);
    }

    private InstalledModel install(ModelStore into, Optional<String> file, Progress progress, Cancellation cancellation)
            throws OrreryException {
        try (HubClient client = client()) {
            HubInstall install = new HubInstall(client, into);
            HubPlan plan = install.plan("org/model", file, Cancellation.NEVER);
            return install.run(plan, Optional.empty(), progress, cancellation);
        }
    }

    private HubClient client() {
        HubHttp http = new HubHttp(hub.settings(), ProxySelector.of(null), silence);
        return new HubClient(hub.settings(), http, (length, cancellation) -> pauses.add(length), new Random(1));
    }

    private String refusal() {
        return refusal(Optional.of("m.gguf"));
    }

    private String refusal(Optional<String> file) {
        return assertThrows(OrreryException.class, () -> install(store, file, Progress.SILENT, Cancellation.NEVER))
                .userMessage()
                .key();
    }

    /** A GGUF file that is longer than its tensors need, filled with bytes that do not repeat. */
    private Path model(int size) throws IOException {
        Path file = Files.createTempFile(folder, "served", ".gguf");
        byte[] head = TinyGguf.model("Served");
        byte[] chunk = new byte[1 << 16];
        Random random = new Random(size);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head);
            for (int left = size - head.length; left > 0; left -= chunk.length) {
                random.nextBytes(chunk);
                out.write(chunk, 0, Math.min(left, chunk.length));
            }
        }
        return file;
    }
}
