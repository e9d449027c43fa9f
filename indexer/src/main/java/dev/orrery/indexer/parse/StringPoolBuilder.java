package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link StringPool} that still grows. */
final class StringPoolBuilder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();

    int number(String text) {
        Integer number = numbers.putIfAbsent(text, strings.size());
        if (number == null) {
            strings.add(text);
            return strings.size() - 1;
        }
        return number;
    }

    /** The number of a text, -1 for an empty one. */
    int optional(String text) {
        return text.isEmpty() ? FactsBuilder.NONE : number(text);
    }

    String get(int number) {
        return strings.get(number);
    }

    StringPool build() {
        return new StringPool(strings);
    }
}
