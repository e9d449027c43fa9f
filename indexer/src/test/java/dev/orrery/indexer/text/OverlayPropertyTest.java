package dev.orrery.indexer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether changes are laid over the reader or it is opened anew, a search finds what is in the files. */
class OverlayPropertyTest {
    private static final int SEEDS = Integer.getInteger("orrery.test.seeds", 3);
    private static final int STEPS = 25;
    private static final int MANY = 80;

    @TempDir
    Path folder;

    private Random random = new Random();
    private final TreeMap<String, String> files = new TreeMap<>();

    @Test
    void searchesEqualThoseInTheFilesAfterAnyChanges() throws Exception {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + SEEDS; seed++) {
            random = new Random(seed);
            files.clear();
            Path root = Files.createDirectories(folder.resolve("r" + seed));
            try (TextIndex index = TextIndex.open(folder.resolve("i" + seed))) {
                for (int step = 0; step < STEPS; step++) {
                    String what = "seed " + seed + " step " + step + " " + changes(root, index);
                    if (random.nextInt(4) == 0) {
                        index.commit("step" + step);
                    } else {
                        index.refresh();
                    }
                    compare(root, index, what);
                }
            }
        }
    }

    private String changes(Path root, TextIndex index) throws IOException {
        StringBuilder what = new StringBuilder();
        int changes = random.nextInt(10) == 0 ? MANY : random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            String path = "d" + random.nextInt(3) + "/f" + random.nextInt(60) + ".txt";
            int kind = random.nextInt(40);
            if (kind == 0) {
                index.clear();
                files.clear();
                what.append(" cleared");
            } else if (kind < 10) {
                // Ignored from now on, or gone.
                if (random.nextBoolean()) {
                    Files.deleteIfExists(root.resolve(path));
                }
                index.remove(path);
                files.remove(path);
                what.append(" -").append(path);
            } else {
                String text = random.ints(1 + random.nextInt(6), 0, 8)
                        .mapToObj(word -> "word" + word + (random.nextInt(3) == 0 ? "\n" : " "))
                        .collect(Collectors.joining());
                Files.createDirectories(root.resolve(path).getParent());
                Files.writeString(root.resolve(path), text);
                index.put(path, text.getBytes(StandardCharsets.UTF_8));
                files.put(path, text);
                what.append(" +").append(path);
            }
        }
        return what.toString();
    }

    private void compare(Path root, TextIndex index, String what) throws Exception {
        assertEquals(new TreeSet<>(files.keySet()), index.paths(), what);
        for (String pattern : List.of("word1", "word2 word", "ord3", "absent")) {
            List<String> found = new ArrayList<>();
            TextQuery all = new TextQuery(pattern, Syntax.LITERAL, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
            index.scanner(root, CodeGraph::empty)
                    .scan(
                            all,
                            hit -> found.add(hit.path() + ":" + hit.line() + ":" + hit.column()),
                            Cancellation.NEVER);
            assertEquals(expected(pattern), found, what + ", " + pattern);
            List<String> best = new ArrayList<>();
            TextQuery few = new TextQuery(pattern, Syntax.LITERAL, CaseRule.SENSITIVE, 5_000, List.of());
            index.scanner(root, CodeGraph::empty)
                    .scan(few, hit -> best.add(hit.path() + ":" + hit.line() + ":" + hit.column()), Cancellation.NEVER);
            assertEquals(new TreeSet<>(found), new TreeSet<>(best), what + ", the best of " + pattern);
        }
    }

    private List<String> expected(String pattern) {
        List<String> hits = new ArrayList<>();
        files.forEach((path, text) -> {
            String[] lines = text.split("\n");
            for (int line = 0; line < lines.length; line++) {
                for (int at = lines[line].indexOf(pattern); at >= 0; ) {
                    hits.add(path + ":" + (line + 1) + ":" + (at + 1));
                    at = lines[line].indexOf(pattern, at + pattern.length());
                }
            }
        });
        return hits;
    }
}
