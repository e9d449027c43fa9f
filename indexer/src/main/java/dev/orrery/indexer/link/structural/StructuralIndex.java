package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All declarations and files of one family by name. Written by one thread, then read by many; lists are sorted by path, so
 * that what is found does not depend on the order in which files came.
 */
final class StructuralIndex {
    private final Names names;
    private final DeclaredNames symbols = new DeclaredNames();
    private final Map<Integer, TreeMap<String, SourceUnit>> files = new HashMap<>();
    private final Map<Integer, List<SourceUnit>> fileLists = new ConcurrentHashMap<>();
    private final Map<Integer, SourceUnit> units = new HashMap<>();
    private final Map<String, SourceUnit> byPath = new HashMap<>();
    private final Includes includes = new Includes(this);

    StructuralIndex(Names names) {
        this.names = names;
    }

    Iterable<SourceUnit> units() {
        return units.values();
    }

    /** The file in a slot. */
    @Nullable
    SourceUnit unit(int slot) {
        return units.get(slot);
    }

    Names names() {
        return names;
    }

    /** Everything declared, by the number of its name. */
    DeclaredNames symbols() {
        return symbols;
    }

    Includes includes() {
        return includes;
    }

    /** The files of that name without extension, and those in folders of that name. */
    List<SourceUnit> files(int name) {
        TreeMap<String, SourceUnit> named = files.get(name);
        return named == null ? List.of() : fileLists.computeIfAbsent(name, key -> List.copyOf(named.values()));
    }

    @Nullable
    SourceUnit file(String path) {
        return byPath.get(path);
    }

    /** Takes note of changes and returns the names that mean something else now. */
    BitSet apply(List<UnitChange> changes) {
        BitSet changed = new BitSet();
        BitSet touched = new BitSet();
        for (UnitChange change : changes) {
            SourceUnit before = change.before();
            SourceUnit after = change.after();
            if (before != null && after != null) {
                UnitShape.of(before).differences(UnitShape.of(after), changed);
            }
            if (before != null) {
                remove(before);
                if (after == null) {
                    markNames(before, changed);
                }
            }
            if (after != null) {
                add(after, touched);
                if (before == null) {
                    markNames(after, changed);
                }
            }
        }
        symbols.sort(touched);
        return changed;
    }

    /** What a file declares and is called came or went. */
    private void markNames(SourceUnit unit, BitSet into) {
        for (int row = 0; row < unit.heads().count(); row++) {
            into.set(unit.declared(row));
        }
        for (String part : fileNames(unit)) {
            into.set(names.intern(part));
        }
    }

    private void remove(SourceUnit unit) {
        units.remove(unit.slot(), unit);
        byPath.remove(unit.path(), unit);
        symbols.remove(unit);
        for (String part : fileNames(unit)) {
            int name = names.intern(part);
            TreeMap<String, SourceUnit> named = files.get(name);
            if (named != null) {
                named.remove(unit.path(), unit);
                fileLists.remove(name);
            }
        }
    }

    private void add(SourceUnit unit, BitSet touched) {
        units.put(unit.slot(), unit);
        byPath.put(unit.path(), unit);
        symbols.add(unit, touched);
        for (String part : fileNames(unit)) {
            int name = names.intern(part);
            files.computeIfAbsent(name, key -> new TreeMap<>()).put(unit.path(), unit);
            fileLists.remove(name);
        }
    }

    /** A file's name without extension. */
    static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** The file's name without extension, and its folder's, which names it where it is a package's main file. */
    private static List<String> fileNames(SourceUnit unit) {
        String path = unit.path();
        int slash = path.lastIndexOf('/');
        List<String> parts = new ArrayList<>();
        parts.add(stem(path));
        if (slash > 0) {
            String folder = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
            if (!folder.equals(parts.getFirst())) {
                parts.add(folder);
            }
        }
        return parts;
    }
}
