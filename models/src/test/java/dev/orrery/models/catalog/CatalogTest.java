package dev.orrery.models.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.models.json.JsonFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    @TempDir
    Path folder;

    private static String text(String asOf, String models) {
        return "{\"format\": 1, \"asOf\": \"" + asOf + "\", \"models\": [" + models + "]}";
    }

    private static String card(String id, String name) {
        return """
                {"id": "%s", "name": "%s", "maker": "M", "tasks": ["chat"], "parameters": 1000, "layers": 2, "kvHeads": 1,
                 "headSize": 8, "vocabulary": 100, "context": 512, "licence": {"id": "MIT", "address": "https://x.org/l"},
                 "variants": [{"id": "%s-q8_0", "engine": "gguf", "quantisation": "Q8_0", "repository": "a/b", "files": ["f.gguf"]}]}
                """.formatted(id, name, id);
    }

    @Test
    void theOneOfThisBuildIsSound() {
        Catalog catalog = CatalogFiles.bundled();
        assertTrue(catalog.cards().size() >= 15);
        for (ModelTask task : ModelTask.values()) {
            assertTrue(catalog.cards().stream().anyMatch(card -> card.tasks().contains(task)), task.name());
        }
        assertEquals(
                Licence.Consent.NEEDED,
                catalog.card("codegemma-2b").orElseThrow().licence().consent());
        assertEquals(
                "qwen2.5-coder-1.5b-q4_k_m",
                catalog.offer("qwen2.5-coder-1.5b").orElseThrow().variant().id());
        assertTrue(
                catalog.clouds().stream().allMatch(cloud -> cloud.price().asOf().getYear() >= 2025));
        for (ModelCard card : catalog.cards()) {
            assertEquals(card.tasks().contains(ModelTask.EMBEDDING), card.dimensions() > 0, card.id());
            for (ModelVariant variant : card.variants()) {
                long guess = card.parameters() * 4 / 8;
                assertTrue(card.weightBytes(variant) > guess && card.weightBytes(variant) < 4 * guess, variant.id());
            }
        }
    }

    @Test
    void theUsersOwnEntriesGoOverIt() throws Exception {
        CatalogFiles files = new CatalogFiles(folder);
        Files.writeString(files.own(), text("2020-01-01", card("phi-4-mini", "Mine") + "," + card("new-one", "New")));
        CatalogFiles.Read read = files.read();
        assertEquals(List.of(), read.problems());
        assertEquals("Mine", read.catalog().card("phi-4-mini").orElseThrow().name());
        assertEquals("new-one", read.catalog().cards().getFirst().id());
        assertEquals(
                CatalogFiles.bundled().cards().size() + 1,
                read.catalog().cards().size());
    }

    @Test
    void aFaultyFileIsLeftOutWithAMessage() throws Exception {
        CatalogFiles files = new CatalogFiles(folder);
        Files.writeString(files.own(), text("2020-01-01", card("x", "X").replace("\"maker\"", "\"mker\"")));
        CatalogFiles.Read read = files.read();
        assertEquals(CatalogFiles.bundled(), read.catalog());
        assertEquals("models.catalog.wrong", read.problems().getFirst().key());
        assertTrue(read.problems().getFirst().arguments().toString().contains("models[0].maker: missing"));
    }

    @Test
    void onlyANewerOneReplacesIt() throws Exception {
        CatalogFiles files = new CatalogFiles(folder.resolve("config"));
        Path older = Files.writeString(folder.resolve("old.json"), text("2020-01-01", card("x", "X")));
        assertThrows(OrreryException.class, () -> files.update(older));
        Path newer = Files.writeString(folder.resolve("new.json"), text("2099-01-01", card("x", "X")));
        files.update(newer);
        assertEquals(1, files.read().catalog().cards().size());
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\": 1");
        assertThrows(OrreryException.class, () -> files.update(broken));
        assertEquals(1, files.read().catalog().cards().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"files\": [\"f.gguf\"] | \"files\": [\"../f.gguf\"]",
                "\"files\": [\"f.gguf\"] | \"files\": []",
                "\"repository\": \"a/b\" | \"repository\": \"https://evil.example/a/b\"",
                "https://x.org/l | javascript:alert(1)",
                "https://x.org/l | https://user@x.org/l",
                "\"layers\": 2 | \"layers\": 2000000000",
                "\"parameters\": 1000 | \"parameters\": 1e400",
                "\"parameters\": 1000 | \"parameters\": -1",
                "\"chat\" | \"everything\"",
                "\"id\": \"x\" | \"id\": \"../x\"",
                "\"maker\": \"M\" | \"maker\": \"M\", \"maker\": \"N\"",
                "\"maker\": \"M\" | \"maker\": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
            })
    void hostileEntriesAreRefused(String sound, String hostile) {
        String changed = text("2026-01-01", card("x", "X")).replace(sound, hostile);
        assertThrows(JsonFault.class, () -> CatalogText.read(changed.getBytes(StandardCharsets.UTF_8)), changed);
    }

    /** Whatever the bytes are, reading ends with a catalogue or a fault. */
    @Test
    void survivesAnyChange() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.err.println("CatalogTest seed " + seed);
        Random random = new Random(seed);
        byte[] sound = text("2026-01-01", card("x", "X")).getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] changed = sound.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[random.nextInt(changed.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(128) : random.nextInt());
            }
            try {
                CatalogText.read(changed);
                read++;
            } catch (JsonFault refused) {
                assertTrue(refused.getMessage() != null, "seed " + seed);
            }
        }
        assertTrue(read < 2000);
    }
}
