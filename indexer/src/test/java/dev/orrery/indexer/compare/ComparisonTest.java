package dev.orrery.indexer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Ghost;
import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int ROUNDS = 40;

    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());

    @Test
    void randomStatesDifferAsANaiveComparisonSays() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomStates states = new RandomStates(new Random(seed + round));
            Map<String, String> was = states.files();
            states.change();
            Map<String, String> is = states.files();
            String where = "seed " + (seed + round) + "\n" + was + "\n" + is;
            NaiveComparison expected = new NaiveComparison(graph(was), was, graph(is), is);
            Comparison found = compare(was, is);
            assertEquals(String.join("\n", expected.told), String.join("\n", told(found)), where);
            assertEquals(expected.addedCalls, found.addedCalls(), where);
            assertEquals(expected.removedCalls, found.removedCalls(), where);
            assertEquals(found.addedCalls(), found.newCalls().cardinality(), where);
            ownersComeFirst(found, where);
        }
    }

    private static void ownersComeFirst(Comparison comparison, String where) {
        Set<SymbolKey> known = new HashSet<>();
        for (Ghost ghost : comparison.ghosts()) {
            boolean isThere = ghost.owner() == null
                    || known.contains(ghost.owner())
                    || comparison.graph().find(ghost.owner()) >= 0;
            assertTrue(isThere, where);
            assertTrue(comparison.graph().find(ghost.key()) < 0, where);
            known.add(ghost.key());
        }
    }

    @Test
    void aStateDiffersFromItselfInNothing() {
        Map<String, String> files = new RandomStates(new Random(seed)).files();
        Map<String, String> spaced = new HashMap<>();
        files.forEach((path, text) -> spaced.put(path, text.replace("\n", "\r\n")));
        assertEquals(Set.of(), told(compare(files, spaced)), "seed " + seed);
    }

    @Test
    void aMethodThatWentToAnotherTypeHasMoved() {
        String method = "  int area(int a, int b) {\n    return Math.multiplyExact(a, b);\n  }\n";
        Comparison found = compare(
                Map.of("A.java", "class A {\n" + method + "}\n", "B.java", "class B {\n}\n"),
                Map.of("A.java", "class A {\n}\n", "B.java", "class B {\n" + method + "}\n"));
        assertEquals(1, found.differences().size());
        Difference moved = found.differences().getFirst();
        assertEquals(Change.MOVED, moved.change());
        assertEquals("B.area", moved.key().qualifiedName());
        assertEquals(0, found.addedCalls());
        assertEquals(Change.MOVED, found.change(found.graph().find(moved.key())));
    }

    private static Set<String> told(Comparison comparison) {
        Set<String> told = new TreeSet<>();
        for (Difference difference : comparison.differences()) {
            String from = difference.before() == null ? "" : " from " + difference.before();
            told.add(difference.change() + " " + difference.key() + from);
        }
        return told;
    }

    private static Comparison compare(Map<String, String> was, Map<String, String> is) {
        List<FilePair> pairs = new ArrayList<>();
        Set<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        for (String path : paths) {
            String before = was.get(path);
            String after = is.get(path);
            if (before == null) {
                pairs.add(FilePair.come(path, version(path, after)));
            } else if (after == null) {
                pairs.add(FilePair.gone(path, version(path, before)));
            } else if (!before.equals(after)) {
                pairs.add(FilePair.of(path, version(path, before), version(path, after)));
            }
        }
        return Comparison.of(graph(is), pairs, Cancellation.NEVER);
    }

    private static FilePair.Version version(String path, String text) {
        return new FilePair.Version(facts(path, text), text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileFacts facts(String path, String text) {
        try (Parsing parsing = new Parsing()) {
            if (parsing.parse(path, text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed(FileFacts facts)) {
                return facts;
            }
            throw new AssertionError(path);
        }
    }

    private static CodeGraph graph(Map<String, String> files) {
        Map<String, FileFacts> facts = new HashMap<>();
        files.forEach((path, text) -> facts.put(path, facts(path, text)));
        return new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }
}
