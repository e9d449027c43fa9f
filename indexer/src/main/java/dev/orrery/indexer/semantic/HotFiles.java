package dev.orrery.indexer.semantic;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hot tier: what was read and computed of the declarations of the files that were looked at last, until the files change or
 * others take their room. Safe from any thread.
 */
final class HotFiles {
    private static final int MOST_DECLARATIONS = 8192;

    private final LinkedHashMap<String, Hot> files = new LinkedHashMap<>(64, 0.75f, true);
    private int declarations;

    /** One declaration, ready to be ranked. */
    record Ready(Reading reading, float[] vector) {}

    private record Hot(long content, String space, Map<Integer, Ready> declarations) {}

    /** What is known of the {@code ordinal}-th symbol of a file with this content; null where nothing is. */
    synchronized @Nullable Ready get(String path, long content, String space, int ordinal) {
        Hot hot = files.get(path);
        return hot == null || hot.content() != content || !hot.space().equals(space)
                ? null
                : hot.declarations().get(ordinal);
    }

    synchronized void put(String path, long content, String space, int ordinal, Ready ready) {
        Hot hot = files.get(path);
        if (hot == null || hot.content() != content || !hot.space().equals(space)) {
            forget(hot);
            hot = new Hot(content, space, new HashMap<>());
            files.put(path, hot);
        }
        if (hot.declarations().put(ordinal, ready) == null) {
            declarations++;
        }
        Iterator<Map.Entry<String, Hot>> oldest = files.entrySet().iterator();
        while (declarations > MOST_DECLARATIONS && oldest.hasNext()) {
            Map.Entry<String, Hot> left = oldest.next();
            if (!left.getKey().equals(path)) {
                oldest.remove();
                forget(left.getValue());
            }
        }
    }

    private void forget(@Nullable Hot hot) {
        declarations -= hot == null ? 0 : hot.declarations().size();
    }
}
