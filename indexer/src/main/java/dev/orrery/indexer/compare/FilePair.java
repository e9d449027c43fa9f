package dev.orrery.indexer.compare;

import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.parse.FileFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two versions of one file. Immutable.
 *
 * @param path of the file
 * @param changed declarations of both versions whose texts differ
 * @param gone declarations that only the older version has
 * @param come declarations that only the newer version has
 * @param presence which of the two versions there are
 */
public record FilePair(String path, List<Pair> changed, List<Declared> gone, List<Declared> come, Presence presence) {
    /** Whether a file is there before and after. */
    public enum Presence {
        BOTH,
        ONLY_BEFORE,
        ONLY_AFTER
    }

    /** One version of a file. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Version(FileFacts facts, byte[] bytes) {}

    /** The same declaration in both states. */
    record Pair(Declared before, Declared after) {}

    public static FilePair gone(String path, Version before) {
        List<Declared> all = FileVersion.of(path, before.facts(), before.bytes());
        return new FilePair(path, List.of(), all, List.of(), Presence.ONLY_BEFORE);
    }

    public static FilePair come(String path, Version after) {
        List<Declared> all = FileVersion.of(path, after.facts(), after.bytes());
        return new FilePair(path, List.of(), List.of(), all, Presence.ONLY_AFTER);
    }

    public static FilePair of(String path, Version before, Version after) {
        Map<SymbolKey, Declared> old = new HashMap<>();
        List<Declared> was = FileVersion.of(path, before.facts(), before.bytes());
        was.forEach(declared -> old.put(declared.key(), declared));
        List<Pair> changed = new ArrayList<>();
        List<Declared> come = new ArrayList<>();
        for (Declared declared : FileVersion.of(path, after.facts(), after.bytes())) {
            Declared same = old.remove(declared.key());
            if (same == null) {
                come.add(declared);
            } else if (!declared.hasTextOf(same)) {
                changed.add(new Pair(same, declared));
            }
        }
        List<Declared> gone =
                was.stream().filter(declared -> old.containsKey(declared.key())).toList();
        return new FilePair(path, changed, gone, come, Presence.BOTH);
    }
}
