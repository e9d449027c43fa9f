package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random C files that include each other in circles: an update equals a fresh link, and a name is the first one that is included. */
class IncludesLinkTest {
    private static final int SEEDS = Integer.getInteger("orrery.test.seeds", 20);
    private static final int FILES = 8;
    private static final int NAMES = 6;
    private static final int STEPS = 8;

    private final Map<String, List<String>> includes = new TreeMap<>();
    private final Map<String, Set<String>> declares = new TreeMap<>();
    private Random random = new Random();

    @Test
    void anUpdateEqualsAFreshLinkAndTheFirstIncludedNameWins() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + i;
            random = new Random(seed);
            includes.clear();
            declares.clear();
            Map<String, FileFacts> facts = new HashMap<>();
            Linker linker = new Linker(2);
            for (int step = 0; step < STEPS; step++) {
                Map<String, FileFacts> changed = new HashMap<>();
                List<String> removed = new ArrayList<>();
                for (int edits = step == 0 ? FILES : 1 + random.nextInt(2); edits > 0; edits--) {
                    String path = path();
                    removed.remove(path);
                    changed.remove(path);
                    if (step > 0 && random.nextInt(4) == 0) {
                        includes.remove(path);
                        declares.remove(path);
                        facts.remove(path);
                        removed.add(path);
                    } else {
                        changed.put(path, JavaSources.factsOf(path, source(path)));
                    }
                }
                facts.putAll(changed);
                CodeGraph graph = linker.update(KeptFacts.of(changed), removed, Cancellation.NEVER);
                String where = "seed " + seed + " step " + step;
                CodeGraph fresh = new Linker(1).update(KeptFacts.of(facts), Set.of(), Cancellation.NEVER);
                GraphAssertions.assertSameColumns(fresh, graph, where);
                assertCallees(graph, where);
            }
        }
    }

    private String path() {
        return "d" + random.nextInt(2) + "/f" + random.nextInt(FILES) + (random.nextBoolean() ? ".h" : ".c");
    }

    private String source(String path) {
        List<String> included = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String header = "f" + random.nextInt(FILES) + ".h";
            included.add(header);
            text.append("#include \"").append(header).append("\"\n");
        }
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = "n" + random.nextInt(NAMES);
            if (names.add(name)) {
                text.append("static int ").append(name).append("(int a) { return a; }\n");
            }
        }
        text.append("int own_")
                .append(path.replaceAll("[/.]", "_"))
                .append("(void) { return n")
                .append(random.nextInt(NAMES))
                .append("(1); }\n");
        includes.put(path, included);
        declares.put(path, names);
        return text.toString();
    }

    /** Where a call's name is declared in the file or in what it includes, the first declaration is called. */
    private void assertCallees(CodeGraph graph, String where) {
        for (int call = 0; call < graph.callCount(); call++) {
            String path = graph.path(graph.file(graph.caller(call)));
            String name = graph.calleeName(call);
            String expected = first(path, name, new HashSet<>());
            if (expected != null) {
                assertEquals(expected, graph.path(graph.file(graph.callee(call))), where + " " + path + " " + name);
            }
        }
    }

    private @Nullable String first(String path, String name, Set<String> seen) {
        if (!seen.add(path)) {
            return null;
        }
        if (declares.getOrDefault(path, Set.of()).contains(name)) {
            return path;
        }
        for (String header : includes.getOrDefault(path, List.of())) {
            for (String target : targets(path, header)) {
                String found = first(target, name, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** An import's file is told without its extension; those in the same folder come before others. */
    private List<String> targets(String from, String header) {
        String stem = header.replace(".h", "");
        String folder = from.substring(0, from.indexOf('/') + 1);
        List<String> all = includes.keySet().stream()
                .filter(path -> path.substring(path.indexOf('/') + 1)
                        .replaceAll("\\..*", "")
                        .equals(stem))
                .toList();
        List<String> near = all.stream().filter(path -> path.startsWith(folder)).toList();
        return near.isEmpty() ? all : near;
    }
}
