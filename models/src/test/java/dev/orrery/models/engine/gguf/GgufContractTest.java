package dev.orrery.models.engine.gguf;

import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineContractTest;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.gguf.TinyGguf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class GgufContractTest extends EngineContractTest {
    @TempDir
    Path folder;

    @Override
    protected Engine engine() {
        return new GgufEngine(Path.of("target/natives").toAbsolutePath());
    }

    @Override
    protected ModelSource source() {
        Path model = folder.resolve("model");
        TinyGguf.seeded(1).writeTo(model);
        return new ModelSource.Files("tiny", model);
    }

    @Override
    protected List<ModelSource> nonsense() throws IOException {
        Path half = Files.createDirectories(folder.resolve("half"));
        byte[] whole = TinyGguf.seeded(1).bytes();
        Files.write(half.resolve("a.gguf"), Arrays.copyOf(whole, whole.length / 2));
        return List.of(
                new ModelSource.Files("missing", folder.resolve("missing")),
                new ModelSource.Files("empty", Files.createDirectories(folder.resolve("empty"))),
                new ModelSource.Files("half", half),
                new ModelSource.BuiltIn("built-in"),
                new ModelSource.Server(
                        "server", URI.create("http://127.0.0.1:1/"), "x", new Capabilities(Set.of(), false, 1)));
    }
}
