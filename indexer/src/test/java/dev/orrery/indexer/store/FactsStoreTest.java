package dev.orrery.indexer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Language;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.FileFacts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsStoreTest {
    @TempDir
    Path folder;

    private final List<String> trouble = new ArrayList<>();

    @Test
    void keepsFactsAcrossStarts() throws IOException {
        try (FactsStore store = open()) {
            store.put(key(1), facts(1));
            assertEquals(facts(1), store.get(key(1)));
        }
        try (FactsStore store = open()) {
            assertEquals(facts(1), store.get(key(1)));
            assertNull(store.get(key(2)));
        }
    }

    @Test
    void twoStoresOnOneFolderSeeEachOthersFactsAndLoseNone() throws IOException {
        try (FactsStore one = open();
                FactsStore two = open()) {
            one.put(key(1), facts(1));
            one.flush();
            two.put(key(2), facts(2));
            two.flush();
            assertEquals(facts(1), two.get(key(1)));
            one.put(key(3), facts(3));
        }
        try (FactsStore store = open()) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(facts(i), store.get(key(i)));
            }
        }
    }

    @Test
    void anEndCutOffAnywhereLosesOnlyTheLastBlock() throws IOException {
        long before;
        try (FactsStore store = open()) {
            store.put(key(1), facts(1));
            store.flush();
            before = store.bytes();
            store.put(key(2), facts(2));
        }
        byte[] whole = Files.readAllBytes(pack());
        for (int length = (int) before; length < whole.length; length++) {
            Files.write(pack(), java.util.Arrays.copyOf(whole, length));
            try (FactsStore store = open()) {
                assertEquals(facts(1), store.get(key(1)));
                assertNull(store.get(key(2)));
                assertEquals(before, Files.size(pack()));
            }
        }
        assertEquals(List.of(), trouble);
    }

    @Test
    void changedBytesAreNeverReadAsFacts() throws IOException {
        try (FactsStore store = open()) {
            store.put(key(1), facts(1));
            store.put(key(2), facts(2));
        }
        byte[] whole = Files.readAllBytes(pack());
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(pack(), changed);
            try (FactsStore store = open()) {
                for (int k = 1; k <= 2; k++) {
                    FileFacts facts = store.get(key(k));
                    assertTrue(facts == null || facts.equals(facts(k)), "seed " + seed);
                }
                store.put(key(3), facts(3));
                store.flush();
                assertEquals(facts(3), store.get(key(3)));
            }
        }
    }

    @Test
    void aDamagedHeadMovesThePackAside() throws IOException {
        try (FactsStore store = open()) {
            store.put(key(1), facts(1));
        }
        try (RandomAccessFile file = new RandomAccessFile(pack().toFile(), "rw")) {
            file.seek(20);
            file.write(0x7f ^ file.read());
        }
        try (FactsStore store = open()) {
            assertEquals(List.of("indexer.store.damaged"), trouble);
            assertNull(store.get(key(1)));
        }
    }

    @Test
    void aPackOfAnotherVersionIsNotCalledDamaged() throws IOException {
        try (FactsStore store = open()) {
            store.put(key(1), facts(1));
        }
        try (RandomAccessFile file = new RandomAccessFile(pack().toFile(), "rw")) {
            file.seek(8);
            file.writeInt(1);
        }
        try (FactsStore store = open()) {
            assertEquals(List.of("indexer.store.version"), trouble);
            assertNull(store.get(key(1)));
        }
    }

    @Test
    void compactingKeepsWhatIsNeededAlsoForStoresThatAreOpen() throws IOException {
        try (FactsStore one = open();
                FactsStore two = open()) {
            for (int i = 0; i < 20; i++) {
                one.put(key(i), facts(i));
            }
            one.flush();
            long before = one.bytes();
            one.compact(Set.of(key(3), key(4)), 0);
            assertTrue(one.bytes() < before / 5);
            two.put(key(99), facts(99));
            two.flush();
            assertEquals(facts(3), two.get(key(3)));
        }
        try (FactsStore store = open()) {
            assertEquals(facts(4), store.get(key(4)));
            assertEquals(facts(99), store.get(key(99)));
            assertNull(store.get(key(5)));
        }
    }

    private FactsStore open() throws IOException {
        return FactsStore.open(folder, message -> trouble.add(message.key()));
    }

    private Path pack() {
        return folder.resolve("facts.pack");
    }

    private static ContentHash key(int number) {
        return new ContentHash(number, (short) -number).factsKey("java", 1);
    }

    private static FileFacts facts(int number) {
        FactsBuilder builder = new FactsBuilder(new Language("java"), new byte[0]);
        Random random = new Random(number);
        for (int i = 0; i < 100; i++) {
            builder.declare(SymbolKind.FIELD, "f" + random.nextInt(), 0, 0, 0, 0);
        }
        return builder.build();
    }
}
