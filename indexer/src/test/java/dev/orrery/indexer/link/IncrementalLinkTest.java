package dev.orrery.indexer.link;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random edits of real source, this module's own: whatever happens, an update leads to the graph of a fresh link. */
class IncrementalLinkTest {
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]{2,}\\b");
    private static final int SEEDS = Integer.getInteger("orrery.test.seeds", 2);
    private static final int STEPS = 10;

    @Test
    void updateEqualsFreshLinkAfterAnyEdits() throws Exception {
        Map<String, String> corpus = corpus();
        Map<String, FileFacts> facts = JavaSources.facts(corpus);
        for (int i = 0; i < SEEDS; i++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + i;
            System.err.println("seed " + seed);
            edit(new TreeMap<>(corpus), new HashMap<>(facts), seed);
        }
    }

    @Test
    void updateEqualsFreshLinkForAFixedSeed() throws Exception {
        Map<String, String> corpus = corpus();
        Map<String, FileFacts> facts = JavaSources.facts(corpus);
        for (long seed : new long[] {1}) {
            edit(new TreeMap<>(corpus), new HashMap<>(facts), seed);
        }
    }

    @Test
    void updateEqualsFreshLinkInOtherLanguages() throws Exception {
        Map<String, String> corpus = new TreeMap<>();
        Path root = Path.of("src/test/resources/golden");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> Files.isRegularFile(path) && !path.endsWith("graph.txt"))
                    .toList()) {
                corpus.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        Map<String, FileFacts> facts = new HashMap<>();
        for (Map.Entry<String, String> file : corpus.entrySet()) {
            facts.put(file.getKey(), JavaSources.factsOf(file.getKey(), file.getValue()));
        }
        for (int i = 0; i < 5 * SEEDS; i++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + i;
            System.err.println("seed " + seed);
            edit(new TreeMap<>(corpus), new HashMap<>(facts), seed);
        }
    }

    private static Map<String, String> corpus() throws Exception {
        Path root = Path.of("src/main/java/dev/orrery/indexer");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }

    private static void edit(Map<String, String> sources, Map<String, FileFacts> facts, long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, String> gone = new TreeMap<>();
        Linker linker = new Linker(2);
        linker.update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        for (int step = 0; step < STEPS; step++) {
            Map<String, FileFacts> changed = new HashMap<>();
            List<String> removed = new ArrayList<>();
            StringBuilder what = new StringBuilder("seed " + seed + " step " + step);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                String path = any(random, sources);
                what.append(", ").append(path);
                switch (random.nextInt(10)) {
                    case 0 -> {
                        gone.put(path, sources.remove(path));
                        removed.add(path);
                        changed.remove(path);
                        facts.remove(path);
                        what.append(" removed");
                    }
                    case 1 -> {
                        String back = gone.isEmpty() ? "" : any(random, gone);
                        if (!back.isEmpty()) {
                            put(back, gone.remove(back), sources, facts, changed);
                            removed.remove(back);
                            what.append(" and ").append(back).append(" came back");
                        }
                    }
                    case 2 -> {
                        put("moved/" + path, sources.get(path), sources, facts, changed);
                        what.append(" copied");
                    }
                    default -> {
                        put(path, mutate(sources.get(path), random, sources), sources, facts, changed);
                        removed.remove(path);
                    }
                }
            }
            CodeGraph incremental = linker.update(KeptFacts.of(changed), removed, Cancellation.NEVER);
            CodeGraph full = new Linker(2).update(KeptFacts.of(facts), Set.of(), Cancellation.NEVER);
            GraphAssertions.assertSameAnswers(full, incremental, what.toString());
            if (random.nextInt(3) == 0) {
                GraphAssertions.assertSameColumns(full, incremental, what.toString());
            }
        }
    }

    private static void put(
            String path,
            String text,
            Map<String, String> sources,
            Map<String, FileFacts> facts,
            Map<String, FileFacts> changed)
            throws Exception {
        FileFacts parsed = JavaSources.factsOf(path, text);
        sources.put(path, text);
        facts.put(path, parsed);
        changed.put(path, parsed);
    }

    private static String any(Random random, Map<String, String> sources) {
        return List.copyOf(sources.keySet()).get(random.nextInt(sources.size()));
    }

    /** Renames, removes, doubles or transplants something, mostly in ways that leave declarations elsewhere pointing at it. */
    private static String mutate(String text, Random random, Map<String, String> sources) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return sources.get(any(random, sources));
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> {
                return text.replaceAll("\\b" + word(text, random) + "\\b", word(text, random));
            }
            case 1 -> {
                return text.replaceAll("\\b" + word(text, random) + "\\b", "renamed" + random.nextInt(100));
            }
            case 2 -> {
                return text.replaceAll(
                        "\\b" + typeName(text, random) + "\\b", typeName(sources.get(any(random, sources)), random));
            }
            case 3 -> lines.remove(at);
            case 4 ->
                lines.addAll(
                        at,
                        lines.subList(at, Math.min(lines.size(), at + 8)).stream()
                                .toList());
            default -> {
                List<String> other = sources.get(any(random, sources)).lines().toList();
                int from = random.nextInt(Math.max(1, other.size()));
                lines.addAll(at, other.subList(from, Math.min(other.size(), from + 12)));
            }
        }
        return String.join("\n", lines);
    }

    private static String word(String text, Random random) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words.isEmpty() ? "nothing" : words.get(random.nextInt(words.size()));
    }

    private static String typeName(String text, Random random) {
        for (int attempts = 0; attempts < 30; attempts++) {
            String word = word(text, random);
            if (Character.isUpperCase(word.charAt(0))) {
                return word;
            }
        }
        return "Object";
    }
}
