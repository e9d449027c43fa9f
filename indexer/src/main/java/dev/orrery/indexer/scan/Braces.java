package dev.orrery.indexer.scan;

import dev.orrery.base.GlobClass;
import java.util.ArrayList;
import java.util.List;

/** Writes out the {@code {a,b}} alternatives that ripgrep's own ignore files and globs may use; git knows none. */
final class Braces {
    /** A line with more alternatives is left as it is written. */
    private static final int MOST = 256;

    private Braces() {}

    static List<String> expand(String pattern) {
        List<String> open = new ArrayList<>(List.of(pattern));
        List<String> done = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.removeLast();
            List<String> alternatives = expandFirst(next);
            if (alternatives.isEmpty()) {
                done.add(next);
            } else {
                open.addAll(alternatives.reversed());
            }
            if (open.size() + done.size() > MOST) {
                return List.of(pattern);
            }
        }
        return done;
    }

    /** The pattern with its first group replaced by each alternative; empty where it has no closed group. */
    private static List<String> expandFirst(String pattern) {
        int start = -1;
        int depth = 0;
        List<Integer> cuts = new ArrayList<>();
        for (int at = 0; at < pattern.length(); at++) {
            char value = pattern.charAt(at);
            if (value == '\\') {
                at++;
            } else if (value == '[') {
                GlobClass set = GlobClass.parse(pattern, at);
                at = set == null ? at : set.end();
            } else if (value == '{' && depth++ == 0) {
                start = at;
                cuts.add(at);
            } else if (value == ',' && depth == 1) {
                cuts.add(at);
            } else if (value == '}' && depth > 0 && --depth == 0) {
                cuts.add(at);
                List<String> alternatives = new ArrayList<>();
                for (int i = 0; i + 1 < cuts.size(); i++) {
                    alternatives.add(pattern.substring(0, start)
                            + pattern.substring(cuts.get(i) + 1, cuts.get(i + 1))
                            + pattern.substring(at + 1));
                }
                return alternatives;
            }
        }
        return List.of();
    }
}
