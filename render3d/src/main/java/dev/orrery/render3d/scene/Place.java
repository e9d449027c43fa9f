package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import java.util.Set;

/** Where a file stands in the tree of meaning: its package where the language has packages, else its path. */
final class Place {
    private static final Set<String> PACKAGED = Set.of("java", "kotlin", "c_sharp", "csharp", "scala", "groovy");

    private Place() {}

    /** Segments joined by {@code /}; the last one is the file itself. */
    static String of(CodeGraph graph, int file) {
        String path = graph.path(file);
        String packageName = graph.packageName(file);
        if (packageName.isEmpty() || !PACKAGED.contains(graph.language(file).id())) {
            return path;
        }
        return packageName.replace('.', '/') + "/" + path.substring(path.lastIndexOf('/') + 1);
    }

    static String root(String place) {
        int slash = place.indexOf('/');
        return slash < 0 ? "" : place.substring(0, slash);
    }

    static String parent(String place) {
        int slash = place.lastIndexOf('/');
        return slash < 0 ? "" : place.substring(0, slash);
    }

    static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
