package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    /** {@code -Dkills=1000} is the long version. */
    private static final int KILLS = Integer.getInteger("kills", 20);
    /** A run that ends before it is killed does not count, and the next one is killed earlier. */
    private static final int MOST_RUNS = 3 * KILLS;

    @TempDir
    Path folder;

    /** What two indexes of the same files must agree in. */
    private record Content(List<String> graph, List<String> hits, List<String> problems) {
        String difference(Content other) {
            return Graphs.difference(graph, other.graph)
                    + Graphs.difference(hits, other.hits)
                    + Graphs.difference(problems, other.problems);
        }
    }

    @Test
    void anIndexThatWasKilledAgainAndAgainEqualsAFreshOne() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        OwnSources.copy(root, 1);
        Content first = contentOf(root, folder.resolve("fresh1"));
        long whole = millisOfAWholeRun(root);
        List<Path> files = files(root);
        Content second = null;
        int kills = 0;
        for (int run = 0; kills < KILLS && run < MOST_RUNS; run++) {
            boolean changed = run % 2 == 0;
            for (Path file : files) {
                change(file, changed);
            }
            if (second == null) {
                second = contentOf(root, folder.resolve("fresh2"));
            }
            Path home = folder.resolve("home");
            if (run % 5 == 4) {
                CodeIndexes.discard(root, folders(home));
            }
            Process process = new Orrery(home).start("index", root.toString());
            boolean ended = process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (ended) {
                whole = Math.max(1, whole * 3 / 4);
            } else {
                kills++;
                if (kills % 50 == 0) {
                    System.out.println(kills + " kills");
                }
            }
            String where = "seed " + seed + ", run " + run + " within " + whole + " ms";
            Content expected = changed ? second : first;
            assertEquals("", expected.difference(contentOf(root, home)), where);
        }
        assertEquals(KILLS, kills, "runs that were killed before their end");
    }

    private long millisOfAWholeRun(Path root) throws Exception {
        long start = System.nanoTime();
        assertEquals(
                0,
                new Orrery(folder.resolve("whole"))
                        .run("index", root.toString())
                        .status());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Every third file has another content in the changed state, every seventh is missing from it. */
    private static void change(Path file, boolean changed) throws IOException {
        Path hidden = file.resolveSibling(file.getFileName() + ".gone");
        int number = file.toString().hashCode();
        if (number % 7 == 0) {
            if (changed && Files.exists(file)) {
                Files.move(file, hidden);
            } else if (!changed && Files.exists(hidden)) {
                Files.move(hidden, file);
            }
        } else if (number % 3 == 0) {
            String text = Files.readString(file);
            String end = "\nclass Added { void killed() { toString(); } }\n";
            boolean has = text.endsWith(end);
            if (has != changed) {
                Files.writeString(file, has ? text.substring(0, text.length() - end.length()) : text + end);
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Content contentOf(Path root, Path home) throws OrreryException {
        try (CodeIndex index = CodeIndexes.open(root, folders(home))) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            List<String> hits = new ArrayList<>();
            TextQuery query = new TextQuery(
                    "return", TextQuery.Syntax.LITERAL, TextQuery.CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
            index.text().scan(query, hit -> hits.add(hit.path() + ":" + hit.line()), Cancellation.NEVER);
            return new Content(
                    Graphs.lines(index.snapshot()),
                    hits,
                    index.problems().stream().map(Object::toString).toList());
        }
    }

    private static AppFolders folders(Path home) {
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
    }
}
