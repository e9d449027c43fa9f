package dev.orrery.models.hub;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.Progress;
import dev.orrery.models.store.DiskSpace;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelStore;
import dev.orrery.models.store.TinyGguf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub on this machine, a store, and a client between them. */
abstract class HubFixture {
    static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    Duration silence = Duration.ofMinutes(5);

    TestHub hub;

    ModelStore store;

    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub();
        store = ModelStore.open(folder.resolve("store"), InstantSource.system(), DiskSpace.SYSTEM);
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    InstalledModel install() throws OrreryException {
        return install(store, Progress.SILENT, Cancellation.NEVER);
    }

    InstalledModel install(ModelStore into, Progress progress, Cancellation cancellation) throws OrreryException {
        return install(into, Optional.of("m.gguf"), progress, cancellation);
    }

    InstalledModel install(ModelStore into, Optional<String> file, Progress progress, Cancellation cancellation)
            throws OrreryException {
        try (HubClient client = client()) {
            HubInstall install = new HubInstall(client, into);
            HubPlan plan = install.plan("org/model", file, Cancellation.NEVER);
            return install.run(plan, Optional.empty(), progress, cancellation);
        }
    }

    HubClient client() {
        HubHttp http = new HubHttp(hub.settings(), ProxySelector.of(null), silence);
        return new HubClient(hub.settings(), http, (length, cancellation) -> pauses.add(length), new Random(1));
    }

    String refusal() {
        return refusal(Optional.of("m.gguf"));
    }

    String refusal(Optional<String> file) {
        return assertThrows(OrreryException.class, () -> install(store, file, Progress.SILENT, Cancellation.NEVER))
                .userMessage()
                .key();
    }

    /** A GGUF file that is longer than its tensors need, filled with bytes that do not repeat. */
    Path model(int size) throws IOException {
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
