package dev.orrery.app.feature.explore;

import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Place;
import dev.orrery.indexer.history.FileHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the file of a symbol came to be, as the inspector tells it.
 *
 * @param changes commits that changed it
 * @param recent those of the last ninety days
 * @param daysAgo when the last one was
 * @param authors who changed it, the most active first, no more than a few
 * @param others how many more there are
 * @param together files that change with it, most often first
 * @param newest how many commits were looked at, where there are more of them; otherwise 0
 * @param symbol the story of the symbol itself
 */
public record FileStory(
        int changes,
        int recent,
        int daysAgo,
        List<FileHistory.Part> authors,
        int others,
        List<SymbolCard.Related> together,
        int newest,
        SymbolStory symbol) {
    private static final long DAY = 86_400;
    private static final int RECENT_DAYS = 90;
    private static final int MOST_AUTHORS = 3;
    private static final int MOST_TOGETHER = 12;

    /** For a file that no commit is known of. */
    public static final FileStory NONE = new FileStory(0, 0, 0, List.of(), 0, List.of(), 0, SymbolStory.NONE);

    public FileStory {
        authors = List.copyOf(authors);
        together = List.copyOf(together);
    }

    /** @param now seconds since 1970 */
    static FileStory of(GraphView view, String path, FileHistory history, SymbolStory symbol, long now) {
        long[] times = history.times(path);
        if (times.length == 0) {
            return NONE;
        }
        int recent = (int) Arrays.stream(times)
                .filter(time -> now - time <= RECENT_DAYS * DAY)
                .count();
        long last = Arrays.stream(times).max().getAsLong();
        List<FileHistory.Part> authors = history.authors(path);
        List<FileHistory.Part> shown = authors.subList(0, Math.min(MOST_AUTHORS, authors.size()));
        return new FileStory(
                times.length,
                recent,
                (int) Math.max(0, (now - last) / DAY),
                shown,
                authors.size() - shown.size(),
                together(view, path, history),
                history.isCutOff() ? history.commitCount() : 0,
                symbol);
    }

    private static List<SymbolCard.Related> together(GraphView view, String path, FileHistory history) {
        List<SymbolCard.Related> rows = new ArrayList<>();
        for (FileHistory.Coupling coupling : history.coupled(path, MOST_TOGETHER)) {
            int file = view.graph().findFile(coupling.path());
            if (file >= 0) {
                rows.add(new SymbolCard.Related(
                        null,
                        coupling.path().substring(coupling.path().lastIndexOf('/') + 1),
                        view.regionName(file),
                        view.hue(file),
                        "app.note.together",
                        (int) Math.round(100 * coupling.share()),
                        new Place(coupling.path(), 1, 1),
                        coupling.path()));
            }
        }
        return rows;
    }
}
