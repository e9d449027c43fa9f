package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import java.util.HashMap;
import java.util.Map;

/** Which region of the map each file lies in, and the number of the region's hue. */
public final class RegionColours {
    /** The hue of what belongs to no one region. */
    public static final int NONE = -1;

    private final String[] names;
    private final int[] hues;

    private RegionColours(String[] names, int[] hues) {
        this.names = names;
        this.hues = hues;
    }

    public static RegionColours of(CodeGraph graph) {
        String[] names = new String[graph.fileCount()];
        int[] hues = new int[names.length];
        Map<String, Integer> order = new HashMap<>();
        for (int file = 0; file < names.length; file++) {
            String path = graph.path(file);
            int slash = path.lastIndexOf('/');
            String folder = slash < 0 ? "" : path.substring(0, slash);
            names[file] = folder.substring(folder.lastIndexOf('/') + 1);
            int number = order.computeIfAbsent(folder, key -> order.size());
            hues[file] = number;
        }
        return new RegionColours(names, hues);
    }

    /** The region's name as the map shows it. */
    public String name(int file) {
        return names[file];
    }

    /** The number of the region's hue. */
    public int hue(int file) {
        return hues[file];
    }
}
