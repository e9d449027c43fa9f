package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.java.JavaExtractor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns Java sources in memory into facts and graphs. */
final class JavaSources {
    private JavaSources() {}

    static FileFacts facts(String source) throws Exception {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        Grammar grammar = Grammar.of("java");
        try (FlatParser parser = new FlatParser()) {
            return new JavaExtractor(grammar).extract(parser.parse(grammar, utf8), utf8);
        }
    }

    /** The facts of a file of any language. */
    static FileFacts factsOf(String path, String source) throws Exception {
        try (Parsing parsing = new Parsing()) {
            return assertInstanceOf(Parsed.class, parsing.parse(path, source.getBytes(StandardCharsets.UTF_8)))
                    .facts();
        }
    }

    static Map<String, FileFacts> facts(Map<String, String> sources) throws Exception {
        Map<String, FileFacts> facts = new LinkedHashMap<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            facts.put(source.getKey(), facts(source.getValue()));
        }
        return facts;
    }

    static CodeGraph link(Map<String, String> sources) throws Exception {
        return new Linker(1).update(KeptFacts.of(facts(sources)), List.of(), Cancellation.NEVER);
    }
}
