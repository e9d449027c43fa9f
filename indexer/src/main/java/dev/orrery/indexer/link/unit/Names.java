package dev.orrery.indexer.link.unit;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Strings by number, each distinct one once; numbers are never given up. Safe from any thread. */
public final class Names {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] strings = new String[1024];
    private int size;

    public int intern(String text) {
        Integer known = numbers.get(text);
        return known != null ? known : add(text);
    }

    private synchronized int add(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (size == strings.length) {
            strings = Arrays.copyOf(strings, size * 2);
        }
        strings[size] = text;
        numbers.put(text, size);
        return size++;
    }

    /** The number of a string that may never have been interned, or -1. */
    public int find(String text) {
        return numbers.getOrDefault(text, -1);
    }

    public String get(int number) {
        return strings[number];
    }

    public synchronized int size() {
        return size;
    }
}
