package dev.orrery.models.engine.djl;

import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineContractTest;
import dev.orrery.models.engine.ModelSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DjlContractTest extends EngineContractTest {
    private static final Path MODEL =
            Path.of("src/test/resources/dev/orrery/models/tiny-code").toAbsolutePath();

    @TempDir
    Path folder;

    @Override
    protected Engine engine() {
        return new DjlEngine(Path.of("target/natives").toAbsolutePath());
    }

    @Override
    protected ModelSource source() {
        return new ModelSource.Files("tiny", MODEL);
    }

    @Override
    protected List<ModelSource> nonsense() throws IOException {
        Path half = Files.createDirectories(folder.resolve("half"));
        for (String file : List.of("model.json", "tokenizer.json")) {
            Files.copy(MODEL.resolve(file), half.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        byte[] whole = Files.readAllBytes(MODEL.resolve("model.pt"));
        Files.write(half.resolve("model.pt"), Arrays.copyOf(whole, whole.length / 2));
        return List.of(
                new ModelSource.Files("missing", folder.resolve("missing")),
                new ModelSource.Files("empty", Files.createDirectories(folder.resolve("empty"))),
                new ModelSource.Files("half", half),
                new ModelSource.BuiltIn("built-in"),
                new ModelSource.Server(
                        "server", URI.create("http://127.0.0.1:1/"), "x", new Capabilities(Set.of(), false, 1)));
    }
}
