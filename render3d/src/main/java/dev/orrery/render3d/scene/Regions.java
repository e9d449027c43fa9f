package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The named, coloured parts of a repository: a handful of packages or folders that together hold every file. A region is
 * a prefix of the tree; a file belongs to the region with the longest prefix. The partition and its hues survive a
 * changed graph through {@link #following}, so that nothing changes its colour because a file was saved.
 */
public final class Regions {
    private final List<Region> regions;
    private final Map<String, Integer> byPlace;
    private final int[] ofFile;
    private final int[] files;

    private Regions(List<Region> regions, CodeGraph graph) {
        this.regions = List.copyOf(regions);
        this.byPlace = new HashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            for (String place : regions.get(i).places()) {
                byPlace.put(place, i);
            }
        }
        this.ofFile = new int[graph.fileCount()];
        this.files = new int[regions.size()];
        for (int file = 0; file < ofFile.length; file++) {
            ofFile[file] = longestPrefix(Place.of(graph, file));
            files[ofFile[file]]++;
        }
    }

    /** Divides a graph anew. */
    public static Regions of(CodeGraph graph) {
        return new Regions(RegionPartition.divide(graph), graph);
    }

    /** The same division for a later graph; files in places never seen before open one new region for each root. */
    public Regions following(CodeGraph next) {
        List<Region> kept = new ArrayList<>(regions);
        Map<String, Integer> known = new HashMap<>(byPlace);
        for (int file = 0; file < next.fileCount(); file++) {
            String place = Place.of(next, file);
            if (find(known, place) < 0) {
                String root = Place.root(place);
                known.put(root, kept.size());
                kept.add(new Region(RegionNames.unused(root, kept), List.of(root), kept.size()));
            }
        }
        return new Regions(kept, next);
    }

    public int count() {
        return regions.size();
    }

    /** The short name, unique in this division. */
    public String name(int region) {
        return regions.get(region).name();
    }

    /** The package or folder, segments joined by {@code /}. */
    public String place(int region) {
        return regions.get(region).places().getFirst();
    }

    /** The number of the hue; {@link Palette#region} makes it a colour. */
    public int hue(int region) {
        return regions.get(region).hue();
    }

    /** How many files lie in a region; none where the last one was deleted. */
    public int files(int region) {
        return files[region];
    }

    public int ofFile(int file) {
        return ofFile[file];
    }

    public int ofSymbol(CodeGraph graph, int symbol) {
        return ofFile[graph.file(symbol)];
    }

    /** The region that most files below a folder belong to, or -1 where the folder holds none. */
    public int ofFolder(CodeGraph graph, String folder) {
        int[] votes = new int[count()];
        int best = -1;
        for (int file = 0; file < ofFile.length; file++) {
            String path = graph.path(file);
            if (folder.isEmpty()
                    || (path.startsWith(folder)
                            && path.length() > folder.length()
                            && path.charAt(folder.length()) == '/')) {
                int region = ofFile[file];
                if (++votes[region] > (best < 0 ? 0 : votes[best])) {
                    best = region;
                }
            }
        }
        return best;
    }

    private int longestPrefix(String place) {
        int region = find(byPlace, place);
        return Math.max(region, 0);
    }

    private static int find(Map<String, Integer> byPlace, String place) {
        String prefix = place;
        while (true) {
            Integer region = byPlace.get(prefix);
            if (region != null) {
                return region;
            }
            if (prefix.isEmpty()) {
                return -1;
            }
            int slash = prefix.lastIndexOf('/');
            prefix = slash < 0 ? "" : prefix.substring(0, slash);
        }
    }

    /**
     * One part of the tree.
     *
     * @param name the short name
     * @param places the prefixes of the tree that it covers, the one that gave the name first
     * @param hue the number of its hue
     */
    record Region(String name, List<String> places, int hue) {}
}
