package dev.orrery.indexer.text.names;

import dev.orrery.api.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A query in its parts.
 *
 * @param name what the symbol's own name is compared with
 * @param around pieces that the names around the symbol must hold, in lower case
 * @param filter what the symbol must be beside
 */
record NameQuery(NamePattern name, List<String> around, SymbolFilter filter) {
    /**
     * Reads {@code kind:method path:src/main lang:java Outer.name}: words before the last, and what stands before the last
     * dot, {@code #} or {@code ::}, is looked for around the symbol.
     */
    static NameQuery parse(String typed) {
        TypedQuery query = TypedQuery.parse(typed);
        List<String> words = new ArrayList<>();
        for (String word : query.text().strip().split("\\s+")) {
            words.addAll(List.of(word.split("[.#:]+|\\(.*")));
        }
        words.removeIf(String::isEmpty);
        String name = words.isEmpty() ? "" : words.removeLast();
        List<String> around =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return new NameQuery(new NamePattern(name, query.caseRule()), around, SymbolFilter.of(query));
    }
}
