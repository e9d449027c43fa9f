package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files, an index that went along equals one that is made afresh. */
class IncrementalPropertyTest {
    @TempDir
    Path folder;

    @Test
    void refreshedIndexEqualsAFreshOne() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Sandbox sandbox = new Sandbox(folder);
        RandomEdits edits = new RandomEdits(sandbox.root, random);
        edits.some(30);
        CodeIndex index = sandbox.open();
        for (int round = 0; round < 25; round++) {
            String where = "seed " + seed + ", round " + round;
            edits.some(1 + random.nextInt(6));
            if (random.nextInt(4) == 0) {
                index.close();
                index = sandbox.open();
            }
            Sandbox.refresh(index);
            Sandbox fresh = new Sandbox(folder, "fresh" + round);
            try (CodeIndex other = fresh.open()) {
                Sandbox.refresh(other);
                assertEquals(Sandbox.columns(other.snapshot()), Sandbox.columns(index.snapshot()), where);
                assertEquals(Sandbox.find(other, "word3"), Sandbox.find(index, "word3"), where);
                assertEquals(other.problems(), index.problems(), where);
            }
        }
        index.close();
    }
}
