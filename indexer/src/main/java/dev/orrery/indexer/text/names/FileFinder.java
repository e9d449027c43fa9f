package dev.orrery.indexer.text.names;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextQuery.CaseRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Finds files by what one remembers of their names and folders. The last word, or what stands after the last slash, is
 * compared with the file's name as {@link NameFinder} compares symbols; the words before it must stand in the path.
 */
public final class FileFinder {
    private static final int PATH_PIECE = 100;

    private final Supplier<List<String>> paths;

    /** @param paths gives the paths to search, with slashes */
    public FileFinder(Supplier<List<String>> paths) {
        this.paths = paths;
    }

    /**
     * A file that a query found.
     *
     * @param path the file
     * @param score greater is better; comparable within one answer only
     */
    public record FileHit(String path, double score) {}

    /** The best {@code limit} files for {@code query}, best first. */
    public List<FileHit> find(String query, int limit, Cancellation cancellation) {
        List<String> all = paths.get();
        String lower = query.strip().toLowerCase(Locale.ROOT);
        String[] words = query.strip().split("[\\s/]+");
        NamePattern pattern = new NamePattern(words[words.length - 1], CaseRule.SMART);
        Best best = new Best(limit);
        for (int file = 0; file < all.size(); file++) {
            if (file % 4096 == 0) {
                cancellation.throwIfRequested();
            }
            String path = all.get(file);
            double score = score(pattern, words, lower, path);
            if (score > 0) {
                best.add(file, score - 0.05 * Math.min(400, path.length()));
            }
        }
        return best.ranked().stream()
                .map(entry -> new FileHit(all.get(entry.number()), entry.score()))
                .toList();
    }

    private static double score(NamePattern pattern, String[] words, String query, String path) {
        String lowerPath = path.toLowerCase(Locale.ROOT);
        int at = -1;
        for (int word = 0; word < words.length - 1; word++) {
            at = lowerPath.indexOf(words[word].toLowerCase(Locale.ROOT), at + 1);
            if (at < 0) {
                return NamePattern.NONE;
            }
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        int score = pattern.score(name, NamePattern.letters(name));
        if (dot > 0) {
            String stem = name.substring(0, dot);
            score = Math.max(score, pattern.score(stem, NamePattern.letters(stem)) - 1);
        }
        return score > 0 ? score : lowerPath.contains(query) ? PATH_PIECE : NamePattern.NONE;
    }
}
