package dev.orrery.models.complete;

import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import dev.orrery.models.ngram.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order of what the language model expects and what the types allow (pure). */
final class Ranking {
    private Ranking() {}

    /**
     * The words that may stand at the caret, best first.
     *
     * @param words what the language model expects
     * @param begun the part of the word that was typed
     */
    static List<Item> rank(List<Candidate> words, Scope scope, String begun, int count) {
        Map<String, ScopeName> names = new HashMap<>();
        for (ScopeName name : scope.names()) {
            names.putIfAbsent(name.name(), name);
        }
        Map<String, Item> items = new HashMap<>();
        for (Candidate word : words) {
            ScopeName name = names.get(word.token());
            if (isWord(word.token()) && (name != null || !scope.isComplete())) {
                items.put(word.token(), new Item(word.token(), Optional.ofNullable(name), word.probability()));
            }
        }
        for (ScopeName name : scope.names()) {
            if (name.name().startsWith(begun)) {
                items.putIfAbsent(name.name(), new Item(name.name(), Optional.of(name), 1e-4 / (1 + name.distance())));
            }
        }
        List<Item> best = new ArrayList<>(items.values());
        best.sort(Comparator.comparingDouble(Item::probability).reversed().thenComparing(Item::text));
        return best.subList(0, Math.min(count, best.size()));
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Position.isWord(token.charAt(0));
    }
}
