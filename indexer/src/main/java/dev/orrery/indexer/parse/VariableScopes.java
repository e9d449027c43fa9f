package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which variable a simple name means at the place an extractor has reached: a stack of undo steps over one map. */
final class VariableScopes {
    private record Hidden(String name, int variable) {}

    private final Map<String, Integer> visible = new HashMap<>();
    private final List<Hidden> undo = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    void open() {
        marks.add(undo.size());
    }

    void close() {
        int mark = marks.removeLast();
        while (undo.size() > mark) {
            Hidden hidden = undo.removeLast();
            visible.put(hidden.name(), hidden.variable());
        }
    }

    void declare(String name, int variable) {
        undo.add(new Hidden(name, find(name)));
        visible.put(name, variable);
    }

    int find(String name) {
        return visible.getOrDefault(name, FactsBuilder.NONE);
    }
}
