package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.ModelTask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotaTest {
    @Test
    void nothingIsSuggestedWhileThereIsRoom() {
        assertEquals(List.of(), suggested(100, 0, model("a", 1, "x", 60), model("b", 2, "y", 40)));
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        assertEquals(
                List.of("old"),
                suggested(100, 40, model("new", 9, "x", 40), model("old", 1, "y", 30), model("mid", 5, "z", 20)));
        assertEquals(
                List.of("old", "mid"),
                suggested(100, 55, model("new", 9, "x", 40), model("old", 1, "y", 30), model("mid", 5, "z", 20)));
    }

    @Test
    void sharedContentsAreFreedOnlyWithTheirLastHolder() {
        assertEquals(
                List.of("a", "b"),
                suggested(50, 0, model("a", 1, "x", 60), model("b", 2, "x", 60), model("c", 3, "y", 10)));
    }

    @Test
    void whatLiesElsewhereFreesNothing() {
        ModelDraft there = draft("far", new Origin(Origin.Kind.REFERENCED, "", ""));
        InstalledModel far = new InstalledModel(
                there,
                Path.of("f"),
                List.of(new StoredFile("f", 500, "q", 0)),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty());
        assertEquals(List.of("near"), suggested(50, 0, far, model("near", 5, "x", 60)));
    }

    private static List<String> suggested(long limit, long needed, InstalledModel... models) {
        return Quota.suggest(new ArrayList<>(List.of(models)), limit, needed).stream()
                .map(InstalledModel::id)
                .toList();
    }

    private static InstalledModel model(String id, int used, String sha256, long size) {
        return new InstalledModel(
                draft(id, new Origin(Origin.Kind.HUB, "", "")),
                Path.of(id),
                List.of(new StoredFile("f", size, sha256, 0)),
                Instant.EPOCH,
                Instant.ofEpochSecond(used),
                Optional.empty());
    }

    private static ModelDraft draft(String id, Origin origin) {
        return new ModelDraft(
                id, id, "", "gguf", "", Set.of(ModelTask.CHAT), false, Optional.empty(), origin, Terms.UNKNOWN);
    }
}
