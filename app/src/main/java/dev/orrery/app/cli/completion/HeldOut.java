package dev.orrery.app.cli.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of a repository are tested, drawn by chance, and which are left out with them: their tests, by name, and files with the same
 * content (pure).
 *
 * @param files to be tested, in the order in which they were drawn
 * @param leftOut all that must be in no index, the tested files among them, and the hash of each
 */
record HeldOut(List<String> files, Map<String, String> leftOut) {
    /** One file of so many is tested. */
    private static final int SHARE = 20;

    private static final int MOST = 100;

    HeldOut {
        files = List.copyOf(files);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Draws.
     *
     * @param sources files that can be tested
     * @param hashes of the contents of all files, by path
     */
    static HeldOut draw(Set<String> sources, Map<String, String> hashes, long seed) {
        List<String> drawn = new ArrayList<>(new TreeSet<>(sources));
        Collections.shuffle(drawn, new Random(seed));
        List<String> files = drawn.subList(0, Math.min(drawn.size(), Math.clamp(drawn.size() / SHARE, 1, MOST)));
        Set<String> names = new HashSet<>();
        Set<String> contents = new HashSet<>();
        for (String file : files) {
            names.add(TestNames.name(file));
            contents.add(hashes.get(file));
        }
        Map<String, String> leftOut = new HashMap<>();
        hashes.forEach((path, hash) -> {
            boolean isTest = sources.contains(path) && !Collections.disjoint(names, TestNames.subjects(path));
            if (isTest || contents.contains(hash)) {
                leftOut.put(path, hash);
            }
        });
        return new HeldOut(files, leftOut);
    }
}
