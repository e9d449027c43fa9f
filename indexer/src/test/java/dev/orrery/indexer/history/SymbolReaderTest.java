package dev.orrery.indexer.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Language;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.store.HistoryStore;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SymbolReaderTest {
    private static final int COMMITS = 30;

    @TempDir
    Path folder;

    private final List<UserMessage> troubles = new ArrayList<>();
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private GitHistory git;

    @BeforeEach
    void create() throws Exception {
        git = GitHistory.in(folder.resolve("tree"));
    }

    @Test
    void everySampleShowsWhatGitShowsThere() throws Exception {
        for (int commit = 0; commit < COMMITS; commit++) {
            git.commit(edit(commit));
        }
        git.write();
        SymbolHistory history = read("one");
        try (Parsing parsing = new Parsing()) {
            NaiveSymbols naive = new NaiveSymbols(git, parsing);
            List<String> samples = naive.samples();
            assertEquals(samples.size(), history.samples(), "seed " + seed);
            Map<SymbolKey, String> before = Map.of();
            Map<SymbolKey, List<Integer>> changes = new TreeMap<>(Comparator.comparing(SymbolKey::toString));
            for (int sample = 0; sample < samples.size(); sample++) {
                Map<SymbolKey, String> now = naive.symbols(samples.get(sample));
                Set<SymbolKey> changed = new HashSet<>();
                for (Map.Entry<SymbolKey, String> symbol : now.entrySet()) {
                    String was = before.get(symbol.getKey());
                    if (!symbol.getValue().equals(was)) {
                        changed.add(symbol.getKey());
                    }
                    if (was != null && !was.equals(symbol.getValue())) {
                        changes.computeIfAbsent(symbol.getKey(), key -> new ArrayList<>())
                                .add(sample);
                    }
                }
                SymbolHistory.Moment moment = history.at(sample);
                String where = "seed " + seed + ", sample " + sample;
                assertEquals(now.keySet(), moment.present(), where);
                assertEquals(changed, moment.changed(), where);
                before = now;
            }
            changes.forEach((key, expected) ->
                    assertEquals(expected, history.story(key).orElseThrow().changed(), "seed " + seed + " " + key));
        }
    }

    @Test
    void newCommitsLeadToWhatAFreshReadingFinds() throws Exception {
        for (int commit = 0; commit < 450; commit++) {
            git.commit(edit(commit));
            if (commit == 120 || commit == 190 || commit == 230) {
                git.write();
                assertTrue(read("one").samples() <= Samples.MOST);
            }
        }
        git.write();
        SymbolHistory history = read("one");
        assertEquals(114, history.samples());
        assertSame(read("fresh"), history);
    }

    @Test
    void aCutReadingIsTakenUpWhereItWas() throws Exception {
        for (int commit = 0; commit < COMMITS; commit++) {
            git.commit(edit(commit));
        }
        git.write();
        int[] steps = {0, 0};
        for (int turn = 0; turn < 2; turn++) {
            int last = turn;
            CancelSource cancel = new CancelSource();
            Progress cutting = (stage, done, total) -> {
                if (stage.equals("indexer.stage.symbols")) {
                    steps[last] = Math.max(steps[last], (int) total);
                    if (done > total / 2) {
                        cancel.cancel();
                    }
                }
            };
            assertThrows(CancellationException.class, () -> reader("one").read(files(), cutting, cancel));
        }
        assertTrue(steps[1] < steps[0], "what was read must not be read again");
        assertSame(read("fresh"), read("one"));
    }

    @Test
    void aFileThatOnlyMovedTakesItsSymbolsAlong() throws Exception {
        String text = "package p;\nclass A {\n    int a() {\n        return 1;\n    }\n}\n";
        git.commit(Map.of("src/A.java", text))
                .commit(Map.of("src/A.java", text.replace("1", "2")))
                .commit(Map.of("src/A.java", "", "main/A.java", text.replace("1", "2")))
                .commit(Map.of("main/A.java", text.replace("1", "3")));
        git.write();
        SymbolHistory history = read("one");
        SymbolHistory.Story story = history.story(method("main/A.java")).orElseThrow();
        assertEquals(new SymbolHistory.Story(0, List.of(1, 3), -1), story);
        assertEquals(Set.of(), history.at(2).changed());
        assertTrue(history.at(2).present().contains(method("main/A.java")));
        assertTrue(history.at(1).present().contains(method("src/A.java")));
    }

    @Test
    void commentsAroundAndWhiteSpaceInsideAreNoChangeAndWhatIsGoneIsSaid() throws Exception {
        String text = "package p;\nclass A {\n    int a() {\n        return 1;\n    }\n}\n";
        git.commit(Map.of("A.java", text))
                .commit(Map.of("A.java", "/* licence */\n\n" + text.replace("    ", "\t")))
                .commit(Map.of("A.java", "package p;\nclass A {\n}\n"));
        git.write();
        assertEquals(
                new SymbolHistory.Story(0, List.of(), 2),
                read("one").story(method("A.java")).orElseThrow());
    }

    @Test
    void whatTakesTooManyBytesIsSampledLessOften() throws Exception {
        for (int commit = 0; commit < COMMITS; commit++) {
            git.commit(Map.of("A.java", RandomSource.java(random, commit)));
        }
        git.write();
        HistoryStore<SampleTable> store = HistoryStore.symbols(index("few"));
        SymbolHistory few = new SymbolReader(git.root(), store, troubles::add, 2_000)
                .read(files(), Progress.SILENT, Cancellation.NEVER);
        assertTrue(few.samples() >= 2 && few.samples() < COMMITS, "samples " + few.samples());
        Progress nothingToDo = (stage, done, total) -> {
            throw new AssertionError("read again");
        };
        assertEquals(
                few.samples(),
                new SymbolReader(git.root(), store, troubles::add, 2_000)
                        .read(files(), nothingToDo, Cancellation.NEVER)
                        .samples());
    }

    @Test
    void whatIsDamagedIsSetAsideAndReadAgain() throws Exception {
        git.commit(edit(0)).commit(edit(1)).write();
        read("one");
        byte[] sound = stored("one");
        byte[] damaged = sound.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(file("one"), damaged);
        read("one");
        assertArrayEquals(sound, stored("one"));
        assertEquals(
                List.of("indexer.history.damaged"),
                troubles.stream().map(UserMessage::key).toList());
    }

    @Test
    void oneCommitHasNothingToTell() throws Exception {
        git.commit(edit(0)).write();
        assertEquals(0, read("one").samples());
    }

    private void assertSame(SymbolHistory expected, SymbolHistory actual) {
        assertEquals(expected.samples(), actual.samples(), "seed " + seed);
        for (int sample = 0; sample < expected.samples(); sample++) {
            SymbolHistory.Moment moment = expected.at(sample);
            assertEquals(moment, actual.at(sample), "seed " + seed + ", sample " + sample);
            for (SymbolKey key : moment.changed()) {
                assertEquals(expected.story(key), actual.story(key), "seed " + seed + " " + key);
            }
        }
    }

    private Map<String, String> edit(int commit) {
        Map<String, String> files = new TreeMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String path =
                    "d" + random.nextInt(2) + "/F" + random.nextInt(4) + (random.nextInt(4) == 0 ? ".py" : ".java");
            files.put(
                    path,
                    commit > 5 && random.nextInt(6) == 0
                            ? ""
                            : path.endsWith("a")
                                    ? RandomSource.java(random, commit)
                                    : RandomSource.python(random, commit));
        }
        return files;
    }

    private static SymbolKey method(String path) {
        return new SymbolKey(new Language("java"), path, "p.A.a", SymbolKind.METHOD, "", 0);
    }

    private FileHistory files() throws OrreryException {
        return new HistoryReader(git.root(), HistoryStore.commits(index("files")), troubles::add)
                .read(Progress.SILENT, Cancellation.NEVER);
    }

    private SymbolHistory read(String name) throws OrreryException {
        return reader(name).read(files(), Progress.SILENT, Cancellation.NEVER);
    }

    private SymbolReader reader(String name) {
        return new SymbolReader(git.root(), HistoryStore.symbols(index(name)), troubles::add);
    }

    private IndexFolder index(String name) {
        return new IndexFolder(git.root(), git.root().resolve(".git"), folder.resolve(name));
    }

    private Path file(String name) {
        return index(name).folder().resolve("symbols");
    }

    private byte[] stored(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }
}
