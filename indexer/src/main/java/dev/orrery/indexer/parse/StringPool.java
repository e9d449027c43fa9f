package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The distinct strings of one file, by number.
 *
 * @param strings in the order in which they were first met
 */
public record StringPool(List<String> strings) {
    public StringPool {
        strings = List.copyOf(strings);
    }

    public int count() {
        return strings.size();
    }

    public String get(int number) {
        return strings.get(number);
    }
}
