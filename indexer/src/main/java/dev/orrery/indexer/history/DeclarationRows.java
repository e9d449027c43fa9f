package dev.orrery.indexer.history;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.ErasedParameters;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.store.SampleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Declarations by number: what a {@link dev.orrery.api.SymbolKey} says apart from language and path. Declarations inside of
 * bodies and code outside of declarations have none. Safe from any thread.
 */
final class DeclarationRows {
    /** @param parent the enclosing declaration's row, or the complement of the package's name */
    record Row(int parent, SymbolKind kind, int name, int parameters, int ordinal) {}

    private static final SymbolKind[] KINDS = SymbolKind.values();

    private final Names names = new Names();
    private final Map<Row, Integer> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** Takes over the rows of a table, in its order. */
    DeclarationRows(SampleTable table) {
        for (int row = 0; row < table.parents().length; row++) {
            int parent = table.parents()[row];
            int parameters = table.parameters()[row];
            add(new Row(
                    parent < 0 ? ~names.intern(table.names().get(~parent)) : parent,
                    KINDS[table.kinds()[row]],
                    names.intern(table.names().get(table.declared()[row])),
                    parameters < 0 ? -1 : names.intern(table.names().get(parameters)),
                    table.ordinals()[row]));
        }
    }

    private synchronized int add(Row row) {
        Integer known = numbers.putIfAbsent(row, rows.size());
        if (known != null) {
            return known;
        }
        rows.add(row);
        return rows.size() - 1;
    }

    synchronized Row row(int number) {
        return rows.get(number);
    }

    String name(int number) {
        return names.get(number);
    }

    /** The number of each declaration of a file; -1 for those without. */
    int[] of(FileFacts facts) {
        Declarations declarations = facts.declarations();
        int[] parameters = ErasedParameters.of(facts, names);
        int[] found = new int[declarations.count()];
        Map<Row, Integer> ordinals = new HashMap<>();
        int[] first = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            int parent = declarations.parent(i);
            boolean hidden = Modifiers.has(declarations.modifiers(i), Modifiers.LOCAL)
                    || declarations.kind(i) == SymbolKind.INITIALIZER
                    || parent >= 0 && found[parent] < 0;
            if (hidden) {
                found[i] = -1;
                continue;
            }
            Row row = new Row(
                    parent < 0 ? ~names.intern(facts.packageName()) : first[parent],
                    declarations.kind(i),
                    names.intern(facts.name(i)),
                    parameters[i],
                    0);
            int ordinal = ordinals.merge(row, 1, Integer::sum) - 1;
            first[i] = add(row);
            found[i] = ordinal == 0
                    ? first[i]
                    : add(new Row(row.parent(), row.kind(), row.name(), row.parameters(), ordinal));
        }
        return found;
    }
}
