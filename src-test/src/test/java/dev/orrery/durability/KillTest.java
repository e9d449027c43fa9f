package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    /** {@code -Dkills=1000} is the long version. */
    private static final int KILLS = Integer.getInteger("kills", 20);

    /** Every so many victims begin with no index. */
    private static final int FRESH = 5;

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

    /** Kills fall into opening what the last one left, reading, linking, committing, learning, and changes of the tree. */
    @Test
    void anIndexThatWasKilledAgainAndAgainEqualsAFreshOne() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        OwnSources.copy(root, 1);
        thin(root);
        TwoStates states = new TwoStates(root);
        states.toSecond();
        Content second = contentOf(root, folder.resolve("fresh2"));
        states.toFirst();
        Content first = contentOf(root, folder.resolve("fresh1"));
        Path home = folder.resolve("home");
        long whole = millisOfAllRounds(root);
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean fresh = kill % FRESH == 0;
            states.toFirst();
            Process process = start(root, home, "0", Boolean.toString(fresh));
            process.inputReader().readLine();
            long after = random.nextLong(whole);
            boolean ended = process.waitFor(after, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            String where = "seed " + seed + ", kill " + kill + ", " + after + " ms after it began";
            assertEquals(false, ended, where + ": ended by itself");
            boolean changed = random.nextBoolean();
            if (changed) {
                states.toSecond();
            } else {
                states.toFirst();
            }
            assertEquals("", (changed ? second : first).difference(contentOf(root, home)), where);
            if (kill % 50 == 0) {
                System.out.println(kill + " kills");
            }
        }
    }

    /** Leaves a quarter of the files: most of a run is then what a kill may harm, and not parsing. */
    private static void thin(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            if (i % 4 != 0) {
                Files.delete(files.get(i));
            }
        }
    }

    private long millisOfAllRounds(Path root) throws Exception {
        Process process = start(root, folder.resolve("whole"), "1", "true");
        process.inputReader().readLine();
        long begin = System.nanoTime();
        assertEquals(0, process.waitFor());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static Process start(Path root, Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                root.toString(),
                home.toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Content contentOf(Path root, Path home) throws OrreryException {
        try (CodeIndex index = CodeIndexes.open(root, Victim.folders(home))) {
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
}
