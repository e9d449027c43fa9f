package dev.orrery.indexer.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.base.Progress;
import dev.orrery.indexer.history.SymbolTimes.Presence;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.store.HistoryStore;
import dev.orrery.indexer.store.IndexFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SymbolTimesTest {
    private static final int COMMITS = 40;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    /** For each commit where its files came from that only moved. */
    private final List<Map<String, String>> moves = new ArrayList<>();

    private final Map<String, String> tree = new TreeMap<>();

    @Test
    void eachSymbolIsThereWhereItsSampleSaysSoWhateverItsFileWasCalled() throws Exception {
        GitHistory git = GitHistory.in(folder.resolve("tree"));
        for (int commit = 0; commit < COMMITS; commit++) {
            git.commit(change(commit));
        }
        git.write();
        SymbolHistory history = read(git);
        CodeGraph graph = graph();
        SymbolTimes times = SymbolTimes.of(history, graph);
        assertEquals(COMMITS, history.samples());
        Map<Integer, Presence[]> all = new TreeMap<>();
        int[] kept = new int[COMMITS];
        int symbols = 0;
        Set<SymbolKey> last = history.at(COMMITS - 1).present();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            SymbolKey key = graph.key(symbol);
            if (!last.contains(key)) {
                continue; // in a body: not followed
            }
            symbols++;
            boolean isOfAnother = false;
            for (int sample = COMMITS - 1; sample >= 0; sample--) {
                SymbolHistory.Moment moment = history.at(sample);
                int at = sample;
                Presence[] now = all.computeIfAbsent(sample, times::at);
                boolean isThere = !isOfAnother && moment.present().contains(key);
                kept[sample] += isThere ? 1 : 0;
                String where = "seed " + seed + ", sample " + sample + ", " + key;
                assertEquals(isThere, now[symbol] != Presence.ABSENT, where);
                boolean told = now[symbol] == Presence.CAME || now[symbol] == Presence.CHANGED;
                assertEquals(isThere && moment.changed().contains(key), told, where);
                assertEquals(moment.present().size(), times.declared(sample), where);
                assertEquals(moment.changed().size(), times.changed(sample), where);
                // What had the path before went elsewhere with it.
                isOfAnother |= moves.get(at).containsValue(key.path());
                String from = moves.get(at).get(key.path());
                key = from == null
                        ? key
                        : new SymbolKey(
                                key.language(), from, key.qualifiedName(), key.kind(), key.parameters(), key.ordinal());
            }
        }
        assertTrue(symbols > 10, "seed " + seed);
        for (int sample = 0; sample < COMMITS; sample++) {
            assertEquals(kept[sample], times.kept(sample), "seed " + seed + ", sample " + sample);
        }
    }

    @Test
    void whatIsInABodyIsThereWithIt() throws Exception {
        GitHistory git = GitHistory.in(folder.resolve("tree"));
        git.commit(Map.of("A.java", "class A {\n}\n"));
        tree.put("A.java", "class A {\n    void a() {\n        class L { void in() {} }\n    }\n}\n");
        git.commit(tree);
        git.write();
        CodeGraph graph = graph();
        SymbolTimes times = SymbolTimes.of(read(git), graph);
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            boolean isType = graph.name(symbol).equals("A");
            boolean isMethod = graph.name(symbol).equals("a");
            assertEquals(isType ? Presence.CAME : Presence.ABSENT, times.at(0)[symbol], graph.name(symbol));
            assertEquals(isMethod ? Presence.CAME : Presence.PRESENT, times.at(1)[symbol], graph.name(symbol));
        }
    }

    @Test
    void aSampleKnowsItsCommit() throws Exception {
        GitHistory git = GitHistory.in(folder.resolve("tree"));
        for (int commit = 0; commit < 450; commit++) {
            git.commit(Map.of("A.java", "class A {\n    int a() { return " + commit + "; }\n}\n"));
        }
        git.write();
        SymbolHistory history = read(git);
        int commits = 0;
        for (int sample = 0; sample < history.samples(); sample++) {
            commits += history.commit(sample).commits();
        }
        assertEquals(450, commits);
        SampledCommit newest = history.commit(history.samples() - 1);
        assertEquals("Ada", newest.author());
        assertEquals("x", newest.subject());
        assertTrue(git.git("rev-parse", "HEAD").startsWith(newest.id()));
    }

    /** Some files get another text, some go, some only move. */
    private Map<String, String> change(int commit) {
        Map<String, String> changed = new TreeMap<>();
        Map<String, String> moved = new TreeMap<>();
        Set<String> touched = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String path = "d" + random.nextInt(2) + "/F" + random.nextInt(5) + ".java";
            String target = "d" + random.nextInt(3) + "/G" + commit + ".java";
            boolean isFree = touched.add(path) && touched.add(target);
            if (isFree && tree.containsKey(path) && random.nextInt(3) == 0) {
                String text = tree.remove(path);
                tree.put(target, text);
                changed.put(path, "");
                changed.put(target, text);
                moved.put(target, path);
            } else if (isFree && tree.containsKey(path) && random.nextInt(5) == 0) {
                tree.remove(path);
                changed.put(path, "");
            } else if (isFree) {
                // No two files are alike: what moved where is then no guess.
                String text = RandomSource.java(random, commit * 10 + i);
                tree.put(path, text);
                changed.put(path, text);
            }
        }
        moves.add(moved);
        return changed;
    }

    private SymbolHistory read(GitHistory git) throws Exception {
        IndexFolder index = new IndexFolder(git.root(), git.root().resolve(".git"), folder.resolve("index"));
        FileHistory files = new HistoryReader(git.root(), HistoryStore.commits(index), message -> {})
                .read(Progress.SILENT, Cancellation.NEVER);
        return new SymbolReader(git.root(), HistoryStore.symbols(index), message -> {})
                .read(files, Progress.SILENT, Cancellation.NEVER);
    }

    private CodeGraph graph() throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        try (Parsing parsing = new Parsing()) {
            for (String path : new TreeSet<>(tree.keySet())) {
                byte[] bytes = tree.get(path).getBytes(StandardCharsets.UTF_8);
                facts.put(
                        path,
                        assertInstanceOf(ParseOutcome.Parsed.class, parsing.parse(path, bytes))
                                .facts());
            }
        }
        return new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }
}
