package dev.orrery.indexer.link;

import dev.orrery.indexer.link.unit.Names;
import java.util.Arrays;

/** Numbers the strings of successive graphs: a string keeps its number, and none is given up. One thread at a time. */
final class GraphStrings {
    private final Names names;
    private int[] numbers = {};
    private String[] strings = new String[1024];
    private int count;

    GraphStrings(Names names) {
        this.names = names;
    }

    int of(int name) {
        if (name >= numbers.length) {
            int known = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(names.size(), known + known / 4));
            Arrays.fill(numbers, known, numbers.length, -1);
        }
        int number = numbers[name];
        if (number < 0) {
            number = count++;
            if (number == strings.length) {
                strings = Arrays.copyOf(strings, number * 2);
            }
            strings[number] = names.get(name);
            numbers[name] = number;
        }
        return number;
    }

    int count() {
        return count;
    }

    String[] toArray() {
        return Arrays.copyOf(strings, count);
    }
}
