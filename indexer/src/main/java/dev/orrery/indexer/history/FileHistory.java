package dev.orrery.indexer.history;

import dev.orrery.indexer.store.CommitTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the files of a repository came to be, as seen from one head: commits with one parent, newest first, renames without
 * another change followed. Immutable.
 */
public final class FileHistory {
    /** Outside a repository, and before the first commit. */
    public static final FileHistory EMPTY =
            new FileHistory(CommitTable.EMPTY, new CommitWalk.Reached(new int[0], false), "");

    /** A commit that touches more files than this couples none of them. */
    private static final int MOST_TOGETHER = 50;

    private final CommitTable table;
    private final int[] commits;
    private final boolean cutOff;
    private final Map<String, int[]> commitsOf = new HashMap<>();
    private final String[][] pathsOf;

    /**
     * @param reached the commits that count
     * @param prefix of the paths that count, relative to the working tree's top; it is cut off
     */
    FileHistory(CommitTable table, CommitWalk.Reached reached, String prefix) {
        this.table = table;
        this.commits = reached.commits();
        this.cutOff = reached.cutOff();
        this.pathsOf = new String[commits.length][];
        Map<String, String> today = new HashMap<>();
        Map<String, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < commits.length; i++) {
            int end = table.firstChange()[commits[i] + 1];
            List<String> paths = new ArrayList<>();
            for (int change = table.firstChange()[commits[i]]; change < end; change++) {
                if (table.before()[change] >= 0) {
                    String now = table.names().get(table.paths()[change]);
                    today.putIfAbsent(table.names().get(table.before()[change]), today.getOrDefault(now, now));
                }
            }
            for (int change = table.firstChange()[commits[i]]; change < end; change++) {
                String then = table.names().get(table.paths()[change]);
                String now = today.getOrDefault(then, then);
                if (now.startsWith(prefix)) {
                    paths.add(now.substring(prefix.length()));
                }
            }
            pathsOf[i] = paths.stream().distinct().toArray(String[]::new);
            for (String path : pathsOf[i]) {
                found.computeIfAbsent(path, absent -> new ArrayList<>()).add(i);
            }
        }
        found.forEach((path, at) ->
                commitsOf.put(path, at.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** How its commits moved files. */
    Renames renames() {
        return new Renames(table);
    }

    /** Commits that were looked at. */
    public int commitCount() {
        return commits.length;
    }

    /** Whether the repository has more commits than are looked at; the oldest are left out. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** How many commits changed a file; 0 where none is known. */
    public int changes(String path) {
        int[] at = commitsOf.get(path);
        return at == null ? 0 : at.length;
    }

    /** When a file was changed, in seconds since 1970, newest first. */
    public long[] times(String path) {
        int[] at = commitsOf.getOrDefault(path, new int[0]);
        return Arrays.stream(at)
                .mapToLong(i -> Integer.toUnsignedLong(table.seconds()[commits[i]]))
                .toArray();
    }

    /**
     * Someone's part in a file.
     *
     * @param changes commits by this author
     */
    public record Part(String author, int changes) {}

    /** Who changed a file, the most active first. */
    public List<Part> authors(String path) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i : commitsOf.getOrDefault(path, new int[0])) {
            counts.merge(table.names().get(table.authors()[commits[i]]), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Part::changes).reversed().thenComparing(Part::author))
                .toList();
    }

    /** Who changed a file after one time and until another, in seconds since 1970, the last first. */
    public List<String> authors(String path, long after, long until) {
        return Arrays.stream(commitsOf.getOrDefault(path, new int[0]))
                .filter(i -> {
                    long time = Integer.toUnsignedLong(table.seconds()[commits[i]]);
                    return time > after && time <= until;
                })
                .mapToObj(i -> table.names().get(table.authors()[commits[i]]))
                .distinct()
                .toList();
    }

    /**
     * A file that changes with another one.
     *
     * @param together commits that changed both
     * @param share of the commits of the file that was asked about, 0 to 1
     */
    public record Coupling(String path, int together, double share) {}

    /** The files that were changed in the same commits at least twice, most often first. */
    public List<Coupling> coupled(String path, int limit) {
        int[] at = commitsOf.getOrDefault(path, new int[0]);
        Map<String, Integer> counts = new HashMap<>();
        for (int i : at) {
            if (pathsOf[i].length <= MOST_TOGETHER) {
                for (String other : pathsOf[i]) {
                    if (!other.equals(path)) {
                        counts.merge(other, 1, Integer::sum);
                    }
                }
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> new Coupling(entry.getKey(), entry.getValue(), (double) entry.getValue() / at.length))
                .sorted(Comparator.comparingInt(Coupling::together).reversed().thenComparing(Coupling::path))
                .limit(limit)
                .toList();
    }
}
