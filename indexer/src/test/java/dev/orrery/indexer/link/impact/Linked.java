package dev.orrery.indexer.link.impact;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Graphs of real source text, and what of it is reached. */
final class Linked {
    private Linked() {}

    static CodeGraph java(String source) throws Exception {
        return of(Map.of("Sample.java", source));
    }

    static CodeGraph of(Map<String, String> sources) throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        try (Parsing parsing = new Parsing()) {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                byte[] bytes = source.getValue().getBytes(StandardCharsets.UTF_8);
                facts.put(
                        source.getKey(),
                        assertInstanceOf(Parsed.class, parsing.parse(source.getKey(), bytes))
                                .facts());
            }
        }
        return new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }

    static int symbol(CodeGraph graph, String path) {
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.path(symbol, ".").equals(path)) {
                return symbol;
            }
        }
        throw new AssertionError("no " + path);
    }

    /** Who is reached from a symbol, as {@code name certainty distance}, surest first. */
    static List<String> sorted(CodeGraph graph, String path) {
        Impact impact = Impact.of(graph, List.of(symbol(graph, path)), Cancellation.NEVER);
        return Arrays.stream(impact.reached())
                .boxed()
                .sorted(java.util.Comparator.comparing(impact::certainty).thenComparing(impact::distance))
                .map(reached ->
                        graph.qualifiedName(reached) + " " + impact.certainty(reached) + " " + impact.distance(reached))
                .toList();
    }
}
