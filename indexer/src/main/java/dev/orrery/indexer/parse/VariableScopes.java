package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variable a simple name means at the place an extractor has reached: a stack of undo steps over one map. */
final class VariableScopes {
    private record Hidden(String name, int variable) {}

    private final Map<String, Integer> visible = new HashMap<>();
    private final List<Hidden> undo = new ArrayList<>();
    private final IntStack marks = new IntStack();
    private final IntStack declarations = new IntStack();

    void open() {
        open(FactsBuilder.NONE);
    }

    /** Opens the scope of a declaration's own names. */
    void open(int declaration) {
        marks.push(undo.size());
        declarations.push(declaration);
    }

    void close() {
        int mark = marks.pop();
        declarations.pop();
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

    /** What can be named here by the call {@code call} in the declaration {@code scope}. */
    CaretScope around(int call, int scope) {
        List<CaretScope.Variable> variables = new ArrayList<>();
        List<CaretScope.Around> around = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int next = undo.size() - 1;
        for (int mark = marks.size() - 1; mark >= 0; mark--) {
            int distance = marks.size() - 1 - mark;
            for (; next >= marks.get(mark); next--) {
                String name = undo.get(next).name();
                if (seen.add(name) && find(name) >= 0) {
                    variables.add(new CaretScope.Variable(find(name), distance));
                }
            }
            if (declarations.get(mark) >= 0) {
                around.add(new CaretScope.Around(declarations.get(mark), distance));
            }
        }
        return new CaretScope(call, scope, variables, around);
    }
}
