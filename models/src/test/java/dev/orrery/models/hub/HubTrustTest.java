package dev.orrery.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.models.hub.TestHub.Answer;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a hub may say and is not believed, and where it may not lead. */
class HubTrustTest extends HubFixture {
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
}
