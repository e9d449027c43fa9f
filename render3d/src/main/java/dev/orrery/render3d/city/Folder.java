package dev.orrery.render3d.city;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.scene.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder with what is in it; folders that hold nothing but one folder are joined with it.
 *
 * @param key what it is known by in every snapshot
 * @param name what it is called
 * @param region the region it is or lies in; -1 for the whole
 * @param folders its folders by key
 * @param files its files by path, with their rows
 */
record Folder(String key, String name, int region, TreeMap<String, Folder> folders, TreeMap<String, Integer> files) {
    static Folder named(String key, String name, int region) {
        return new Folder(key, name, region, new TreeMap<>(), new TreeMap<>());
    }

    /** The whole of a graph: regions, in them folders. */
    static Folder of(CodeGraph graph, Regions regions) {
        Folder[] roots = new Folder[regions.count()];
        for (int file = 0; file < graph.fileCount(); file++) {
            int region = regions.ofFile(file);
            Folder root = roots[region];
            if (root == null) {
                root = named("", regions.name(region), region);
                roots[region] = root;
            }
            root.add(graph.path(file), file);
        }
        Folder whole = named("", "", -1);
        for (int region = 0; region < roots.length; region++) {
            Folder root = roots[region];
            if (root != null) {
                Folder joined = root.joined();
                // The region keeps its own name and key, whatever the folder is that it starts with.
                whole.folders.put(
                        key(region),
                        new Folder(key(region), regions.name(region), region, joined.folders, joined.files));
            }
        }
        return whole;
    }

    /** The key of a region; no path begins like this. */
    static String key(int region) {
        return "/" + region;
    }

    private void add(String path, int file) {
        Folder into = this;
        int from = 0;
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
            String key = path.substring(0, slash);
            Folder next = into.folders.get(key);
            if (next == null) {
                next = named(key, path.substring(from, slash), region);
                into.folders.put(key, next);
            }
            into = next;
            from = slash + 1;
        }
        into.files.put(path, file);
    }

    private Folder joined() {
        Folder end = this;
        StringBuilder path = new StringBuilder(name);
        while (end.files.isEmpty() && end.folders.size() == 1) {
            end = end.folders.firstEntry().getValue();
            path.append(path.isEmpty() ? "" : "/").append(end.name);
        }
        Folder joined = named(end.key, path.toString(), region);
        for (Folder child : end.folders.values()) {
            Folder inner = child.joined();
            joined.folders.put(inner.key, inner);
        }
        joined.files.putAll(end.files);
        return joined;
    }

    /** The folder with this key directly in this one. */
    @Nullable
    Folder child(String childKey) {
        return folders.get(childKey);
    }

    /** Keys of folders and paths of files, in order. */
    List<String> items() {
        List<String> items = new ArrayList<>(folders.keySet());
        items.addAll(files.keySet());
        return items;
    }
}
