package dev.orrery.models.engine.http;

import dev.orrery.api.ModelTask;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineContractTest;
import dev.orrery.models.engine.ModelSource;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by an engine whose model is behind an address: each test has a server of its own. */
abstract class ServerContract extends EngineContractTest {
    static final Capabilities ALL = new Capabilities(Set.of(ModelTask.values()), true, 4096);
    static final Capabilities TEXT = new Capabilities(Set.of(ModelTask.CHAT, ModelTask.COMPLETION), true, 4096);

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(new FakeProvider());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Below which path the interface is. */
    abstract String path();

    abstract Capabilities capabilities();

    abstract Engine engine(Accounts accounts);

    Dialect dialect() {
        return Dialect.COMPATIBLE;
    }

    @Override
    protected Engine engine() {
        return engine(accounts(Optional.empty(), dialect()));
    }

    /** Every address is reached directly. */
    static final ProxySelector DIRECT = ProxySelector.of(null);

    static Accounts accounts(Optional<dev.orrery.models.keys.ApiKey> key, Dialect dialect) {
        return new Accounts() {
            @Override
            public int count(String engine) {
                return 1;
            }

            @Override
            public Access access(ModelSource.Server source) {
                return new Access(key, dialect);
            }
        };
    }

    @Override
    protected ModelSource source() {
        return new ModelSource.Server("test/tiny", server.address(path()), "tiny", capabilities());
    }

    @Override
    protected List<ModelSource> nonsense() {
        Capabilities none = new Capabilities(Set.of(), false, 4096);
        URI here = server.address(path());
        return List.of(
                new ModelSource.Files("test/files", Path.of("nowhere")),
                new ModelSource.BuiltIn("test/builtin"),
                new ModelSource.Server("test/a", URI.create("http://models.example.com/v1"), "tiny", capabilities()),
                new ModelSource.Server("test/b", URI.create("http://127.0.0.1.example.com/"), "tiny", capabilities()),
                new ModelSource.Server("test/c", URI.create("ftp://127.0.0.1/"), "tiny", capabilities()),
                new ModelSource.Server(
                        "test/d", URI.create("https://user:secret@example.com/"), "tiny", capabilities()),
                new ModelSource.Server("test/e", URI.create("https://example.com/?a=b"), "tiny", capabilities()),
                new ModelSource.Server("test/f", URI.create("models"), "tiny", capabilities()),
                new ModelSource.Server("test/g", here, " ", capabilities()),
                new ModelSource.Server("test/h", here, "tiny", none));
    }
}
