package dev.orrery.indexer.link.unit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives declarations their handles. A declaration that is found again after its file changed keeps its handle, wherever
 * it moved, so that what other units resolved to it stays true.
 */
public final class Handles {
    private record Key(int parent, int kind, int name, int parameters, int ordinal) {}

    private int next;

    public void assign(@Nullable SourceUnit before, SourceUnit after) {
        Map<Key, Integer> known = before == null ? Map.of() : keys(before, before.handles());
        int[] handles = new int[after.heads().count()];
        Map<Key, Integer> ordinals = new HashMap<>();
        for (int row = 0; row < handles.length; row++) {
            Key key = key(after, row, handles, ordinals);
            Integer handle = known.get(key);
            handles[row] = handle == null ? next++ : handle;
        }
        after.handles(handles);
    }

    /** One more than the largest handle in use. */
    public int limit() {
        return next;
    }

    private static Map<Key, Integer> keys(SourceUnit unit, int[] handles) {
        Map<Key, Integer> keys = new HashMap<>();
        Map<Key, Integer> ordinals = new HashMap<>();
        for (int row = 0; row < handles.length; row++) {
            keys.put(key(unit, row, handles, ordinals), handles[row]);
        }
        return keys;
    }

    private static Key key(SourceUnit unit, int row, int[] handles, Map<Key, Integer> ordinals) {
        int parent = unit.heads().parent(row);
        Key first = new Key(
                parent < 0 ? -1 : handles[parent],
                unit.heads().kind(row).ordinal(),
                unit.declared(row),
                unit.parameters(row),
                0);
        int ordinal = ordinals.merge(first, 1, Integer::sum) - 1;
        return ordinal == 0 ? first : new Key(first.parent(), first.kind(), first.name(), first.parameters(), ordinal);
    }
}
