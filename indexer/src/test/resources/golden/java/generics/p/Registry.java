package p;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Registry<K extends Key, V extends Value<K>> {
    private final Map<K, List<V>> entries = new HashMap<>();

    void add(V value) {
        entries.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value);
        entries.get(value.key()).getFirst().key().id();
    }

    void all() {
        for (Map.Entry<K, List<V>> entry : entries.entrySet()) {
            entry.getKey().id();
            entry.getValue().forEach(v -> v.key().id());
            Collections.max(entry.getValue()).touch();
        }
        var copy = new ArrayList<>(entries.values());
        copy.get(0).get(0).touch();
        first(copy).iterator().next().touch();
        Registry.<V>single(null).touch();
        V[] array = array();
        array[0].touch();
        array.clone()[0].touch();
        wild(entries.keySet()).id();
    }

    static <T> T first(Collection<? extends T> all) {
        return all.iterator().next();
    }

    static <T> T single(T one) {
        return one;
    }

    V[] array() {
        return null;
    }

    Key wild(Collection<? extends Key> keys) {
        return keys.iterator().next();
    }

    static Builder<?> builder() {
        return new Concrete().self().name("x").self();
    }

    abstract static class Builder<B extends Builder<B>> {
        abstract B self();

        B name(String name) {
            return self();
        }
    }

    static class Concrete extends Builder<Concrete> {
        @Override
        Concrete self() {
            return this;
        }
    }
}

interface Key {
    int id();
}

abstract class Value<K extends Key> implements Comparable<Value<K>> {
    abstract K key();

    void touch() {}

    @Override
    public int compareTo(Value<K> other) {
        return Integer.compare(key().id(), other.key().id());
    }
}
