package dev.orrery.indexer.link;

import dev.orrery.indexer.link.unit.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers strings in the order in which they are first asked for, so that equal graphs have equal pools. */
final class CanonicalStrings {
    private final Names names;
    private final int[] canonical;
    private final List<String> strings = new ArrayList<>();

    CanonicalStrings(Names names) {
        this.names = names;
        this.canonical = new int[names.size()];
        Arrays.fill(canonical, -1);
    }

    int of(int name) {
        int known = canonical[name];
        if (known < 0) {
            known = strings.size();
            strings.add(names.get(name));
            canonical[name] = known;
        }
        return known;
    }

    String[] toArray() {
        return strings.toArray(String[]::new);
    }
}
