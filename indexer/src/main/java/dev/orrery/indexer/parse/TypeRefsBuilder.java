package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link TypeRefs} that still grow; equal types become one row. */
final class TypeRefsBuilder {
    private static final int FORM = 0;
    private static final int NAME = 1;
    private static final int DIMENSIONS = 2;
    private static final int ARGUMENTS = 3;

    private final StringPoolBuilder strings;
    private final IntListsBuilder lists;
    private final IntRowsBuilder rows = new IntRowsBuilder(TypeRefs.DOMAINS.size());
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    TypeRefsBuilder(StringPoolBuilder strings, IntListsBuilder lists) {
        this.strings = strings;
        this.lists = lists;
    }

    int add(TypeForm form, String name, int dimensions, int... arguments) {
        List<Object> key = new ArrayList<>(arguments.length + 3);
        key.add(form);
        key.add(name);
        key.add(dimensions);
        for (int argument : arguments) {
            key.add(argument);
        }
        Integer known = numbers.get(key);
        if (known == null) {
            known = rows.add(form.ordinal(), strings.optional(name), dimensions, lists.add(arguments));
            numbers.put(key, known);
        }
        return known;
    }

    /** {@code element} with that many more array dimensions. */
    int array(int element, int dimensions) {
        int list = rows.get(element, ARGUMENTS);
        int[] arguments = new int[lists.size(list)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = lists.get(list, i);
        }
        int name = rows.get(element, NAME);
        return add(
                TypeForm.of(rows.get(element, FORM)),
                name < 0 ? "" : strings.get(name),
                rows.get(element, DIMENSIONS) + dimensions,
                arguments);
    }

    boolean isArray(int type) {
        return rows.get(type, DIMENSIONS) > 0;
    }

    TypeRefs build() {
        return new TypeRefs(rows.build());
    }
}
