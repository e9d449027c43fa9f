package dev.orrery.indexer.scope;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks for scopes at carets that stand in the text as {@code ^}. */
final class ScopeCarets {
    private ScopeCarets() {}

    /** The types of a repository of these files. */
    static ScopeFinder finder(Map<String, String> sources) {
        Map<String, KeptFacts> facts = new TreeMap<>();
        try (Parsing parsing = new Parsing()) {
            sources.forEach((path, source) -> facts.put(
                    path,
                    KeptFacts.of(
                            assertInstanceOf(Parsed.class, parsing.parse(path, source.getBytes(StandardCharsets.UTF_8)))
                                    .facts())));
        }
        Linker linker = new Linker(1);
        linker.declare(facts, List.of());
        return new ScopeFinder(new Ready(linker.live()));
    }

    /** Types that are ready. */
    record Ready(LiveTypes now) implements ScopeFinder.Types {
        @Override
        public boolean areReady() {
            return true;
        }

        @Override
        public void warm(Cancellation cancellation) {}
    }

    static Scope at(String path, String text, Map<String, String> sources) {
        int caret = text.indexOf('^');
        try (ScopeFinder finder = finder(sources)) {
            Document document = new Document(path, 1, text.substring(0, caret) + text.substring(caret + 1));
            return finder.at(document, caret, Cancellation.NEVER);
        }
    }

    static Scope java(String text) {
        return at("p/A.java", text, Map.of());
    }

    static List<String> names(Scope scope) {
        return scope.names().stream().map(ScopeName::name).distinct().toList();
    }

    static Stream<ScopeName> all(Scope scope, String name) {
        return scope.names().stream().filter(each -> each.name().equals(name));
    }

    static ScopeName one(Scope scope, String name) {
        return all(scope, name).findFirst().orElseThrow(() -> new AssertionError(name + " of " + names(scope)));
    }
}
