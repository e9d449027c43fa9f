package dev.orrery.models.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelTask;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {
    private static final long GB = 1_000_000_000;

    /** Cores, available gigabytes: what is recommended for meaning, completion and chat; a dash for nothing. */
    @ParameterizedTest(name = "{0} cores, {1} GB")
    @CsvSource({
        "1, 1, nomic-embed-text-1.5, -, -",
        "2, 8, nomic-embed-text-1.5, qwen2.5-coder-0.5b, qwen2.5-coder-1.5b",
        "4, 3, nomic-embed-text-1.5, qwen2.5-coder-1.5b, -",
        "4, 16, nomic-embed-text-1.5, qwen2.5-coder-1.5b, phi-4-mini",
        "8, 16, qwen3-embedding-0.6b, granite-3.3-2b, qwen2.5-coder-7b",
        "8, 32, qwen3-embedding-0.6b, granite-3.3-2b, qwen3-coder-30b-a3b",
        "16, 64, qwen3-embedding-0.6b, qwen3-coder-30b-a3b, qwen3-coder-30b-a3b",
    })
    void theSetForAMachine(int cores, long gigabytes, String embedding, String completion, String chat) {
        List<Recommendation> set = set(cores, gigabytes);
        assertEquals(
                List.of(embedding, completion, chat),
                List.of(id(set, ModelTask.EMBEDDING), id(set, ModelTask.COMPLETION), id(set, ModelTask.CHAT)));
    }

    @Test
    void nothingThatMustBeAcceptedAndNothingThatIsTight() {
        for (int cores : new int[] {1, 2, 4, 8, 64}) {
            for (long gigabytes = 0; gigabytes < 200; gigabytes = gigabytes * 2 + 1) {
                List<Recommendation> set = set(cores, gigabytes);
                long together = set.stream()
                        .collect(Collectors.toMap(
                                each -> each.variant().id(), each -> each.fit().predictedBytes(), Math::max))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertTrue(together <= gigabytes * GB, cores + " cores, " + gigabytes + " GB: " + together);
                assertTrue(
                        set.stream().allMatch(each -> each.card().licence().consent() == Licence.Consent.NOT_NEEDED));
            }
        }
    }

    @Test
    void experienceCounts() {
        Machine machine = new Machine(4, 16 * GB, 16 * GB, List.of());
        List<Recommendation> set =
                Recommendation.forMachine(CatalogFiles.bundled(), machine, 4096, (engine, quantisation) -> 3);
        assertEquals(
                3 * set.getFirst().fit().footprint().totalBytes(),
                set.getFirst().fit().predictedBytes());
    }

    private static List<Recommendation> set(int cores, long gigabytes) {
        Machine machine = new Machine(cores, 2 * gigabytes * GB, gigabytes * GB, List.of());
        return Recommendation.forMachine(CatalogFiles.bundled(), machine, 4096, (engine, quantisation) -> 1);
    }

    private static String id(List<Recommendation> set, ModelTask task) {
        return set.stream()
                .filter(each -> each.task() == task)
                .map(each -> each.card().id())
                .findFirst()
                .orElse("-");
    }
}
