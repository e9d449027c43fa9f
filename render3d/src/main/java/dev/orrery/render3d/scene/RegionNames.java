package dev.orrery.render3d.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds short names for places: the last segment, with as many segments before it as make it telling and unique. */
final class RegionNames {
    private static final Set<String> VAGUE = Set.of(
            "src",
            "main",
            "java",
            "lib",
            "libs",
            "source",
            "sources",
            "include",
            "internal",
            "impl",
            "packages",
            "com",
            "org",
            "net",
            "io",
            "test",
            "tests",
            "kotlin",
            "resources",
            "pkg",
            "cmd",
            "app");

    private RegionNames() {}

    /** One name for each place, in order. */
    static List<String> of(List<String> places) {
        int[] segments = new int[places.size()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = telling(places.get(i));
        }
        List<String> names = named(places, segments);
        for (int round = 0; round < 8 && lengthen(places, names, segments); round++) {
            names = named(places, segments);
        }
        return names;
    }

    private static boolean lengthen(List<String> places, List<String> names, int[] segments) {
        Map<String, Integer> uses = new HashMap<>();
        names.forEach(name -> uses.merge(name, 1, Integer::sum));
        boolean changed = false;
        for (int i = 0; i < segments.length; i++) {
            if (uses.getOrDefault(names.get(i), 0) > 1
                    && segments[i] < places.get(i).split("/").length) {
                segments[i]++;
                changed = true;
            }
        }
        return changed;
    }

    private static List<String> named(List<String> places, int[] segments) {
        List<String> names = new ArrayList<>(segments.length);
        for (int i = 0; i < segments.length; i++) {
            names.add(name(places.get(i), segments[i]));
        }
        return names;
    }

    private static int telling(String place) {
        String[] parts = place.split("/");
        int count = 1;
        while (count < parts.length && count < 3 && VAGUE.contains(parts[parts.length - count])) {
            count++;
        }
        return count;
    }

    private static String name(String place, int segments) {
        if (place.isEmpty()) {
            return "root";
        }
        String[] parts = place.split("/");
        int from = Math.max(0, parts.length - segments);
        String joined = String.join("/", List.of(parts).subList(from, parts.length));
        return joined;
    }

    /** A name for a place that joins later. */
    static String unused(String place, List<Regions.Region> taken) {
        String base = name(place, 1);
        String name = base;
        for (int i = 2; isTaken(name, taken); i++) {
            name = base + " " + i;
        }
        return name;
    }

    private static boolean isTaken(String name, List<Regions.Region> taken) {
        return taken.stream().anyMatch(region -> region.name().equals(name));
    }
}
