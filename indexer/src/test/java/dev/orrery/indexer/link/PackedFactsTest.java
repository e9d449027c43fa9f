package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.parse.FactsMemory;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catches facts that are others after they were packed, or that cannot be had while others are packed on another thread. */
class PackedFactsTest {
    @Test
    void factsThatArePackedAgainAndAgainLinkToTheSameGraph() throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        for (String root : List.of("src/main/java/dev/orrery/indexer/link", "src/test/resources/golden")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(path -> !path.endsWith("graph.txt"))
                        .toList()) {
                    String path = file.toString().replace('\\', '/');
                    facts.put(path, JavaSources.factsOf(path, Files.readString(file)));
                }
            }
        }
        CodeGraph expected = new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        FactsMemory memory = new FactsMemory(1 << 17);
        Map<String, KeptFacts> kept = new TreeMap<>();
        facts.forEach((path, one) -> kept.put(path, memory.keep(one)));
        CodeGraph packed = new Linker(2).update(kept, List.of(), Cancellation.NEVER);
        GraphAssertions.assertSameColumns(expected, packed, "packed");
        kept.forEach((path, one) -> assertEquals(facts.get(path), one.get(), path));
    }
}
