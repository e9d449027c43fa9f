package dev.orrery.models.engine.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.models.catalog.CatalogFiles;
import dev.orrery.models.catalog.ModelCard;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.gguf.GgufBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks llama.cpp itself about every kind of network of the catalogue. */
@Tag("slow")
class LlamaArchitecturesTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKnownIsWhatLlamaKnows() throws Exception {
        Set<String> kinds = CatalogFiles.bundled().cards().stream()
                .map(ModelCard::architecture)
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add("glama");
        try (GgufEngine engine = new GgufEngine(Path.of("target/natives").toAbsolutePath())) {
            for (String kind : kinds) {
                assertEquals(
                        !complaint(engine, kind).contains("unknown model architecture"),
                        LlamaArchitectures.knows(kind),
                        kind);
            }
        }
    }

    /** A file without a tensor is refused, but first by its kind. */
    private String complaint(GgufEngine engine, String kind) throws Exception {
        Path model = Files.createDirectory(folder.resolve(kind));
        Files.write(
                model.resolve("a.gguf"),
                new GgufBytes().head(3, 0, 1).key("general.architecture", kind).array());
        EngineException refused = assertThrows(
                EngineException.class,
                () -> engine.load(
                        new ModelSource.Files(kind, model),
                        new LoadOptions(0, 1, 0),
                        Progress.SILENT,
                        Cancellation.NEVER));
        return String.valueOf(refused.userMessage().arguments());
    }
}
