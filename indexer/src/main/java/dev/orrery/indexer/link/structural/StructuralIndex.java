package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.link.unit.UnitChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All declarations and files of one family by name. Written by one thread, then read by many; lists are sorted by path, so
 * that what is found does not depend on the order in which files came.
 */
final class StructuralIndex {
    private final Names names;
    private final Map<Integer, List<Symbol>> symbols = new HashMap<>();
    private final Map<Integer, List<SourceUnit>> files = new HashMap<>();
    private final Set<SourceUnit> units = new HashSet<>();
    private final Map<String, SourceUnit> byPath = new HashMap<>();

    StructuralIndex(Names names) {
        this.names = names;
    }

    Set<SourceUnit> units() {
        return units;
    }

    Names names() {
        return names;
    }

    /** Everything declared under that name. */
    List<Symbol> symbols(int name) {
        return symbols.getOrDefault(name, List.of());
    }

    /** The files of that name without extension, and those in folders of that name. */
    List<SourceUnit> files(int name) {
        return files.getOrDefault(name, List.of());
    }

    @Nullable
    SourceUnit file(String path) {
        return byPath.get(path);
    }

    /** Takes note of changes and returns the names that mean something else now. */
    BitSet apply(List<UnitChange> changes) {
        BitSet changed = new BitSet();
        Set<Integer> touched = new HashSet<>();
        for (UnitChange change : changes) {
            SourceUnit before = change.before();
            SourceUnit after = change.after();
            UnitShape shapeBefore = before == null ? UnitShape.ABSENT : UnitShape.of(before);
            UnitShape shapeAfter = after == null ? UnitShape.ABSENT : UnitShape.of(after);
            changed.or(shapeBefore.differences(shapeAfter));
            if (before != null) {
                remove(before);
                if (after == null) {
                    markFileNames(before, changed);
                }
            }
            if (after != null) {
                add(after, touched);
                if (before == null) {
                    markFileNames(after, changed);
                }
            }
        }
        for (int name : touched) {
            Collections.sort(symbols.getOrDefault(name, new ArrayList<>()));
        }
        return changed;
    }

    private void markFileNames(SourceUnit unit, BitSet into) {
        for (String part : fileNames(unit)) {
            into.set(names.intern(part));
        }
    }

    private void remove(SourceUnit unit) {
        units.remove(unit);
        byPath.remove(unit.path(), unit);
        for (int row = 0; row < unit.facts().declarations().count(); row++) {
            int name = unit.name(unit.facts().declarations().name(row));
            List<Symbol> list = symbols.get(name);
            if (list != null) {
                list.removeIf(symbol -> symbol.unit() == unit);
            }
        }
        for (String part : fileNames(unit)) {
            files.getOrDefault(names.intern(part), new ArrayList<>()).remove(unit);
        }
    }

    private void add(SourceUnit unit, Set<Integer> touched) {
        units.add(unit);
        byPath.put(unit.path(), unit);
        for (int row = 0; row < unit.facts().declarations().count(); row++) {
            int name = unit.name(unit.facts().declarations().name(row));
            symbols.computeIfAbsent(name, key -> new ArrayList<>()).add(new Symbol(unit, row));
            touched.add(name);
        }
        for (String part : fileNames(unit)) {
            List<SourceUnit> list = files.computeIfAbsent(names.intern(part), key -> new ArrayList<>());
            list.add(unit);
            list.sort((a, b) -> a.path().compareTo(b.path()));
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
