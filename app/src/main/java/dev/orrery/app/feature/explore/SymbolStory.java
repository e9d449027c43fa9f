package dev.orrery.app.feature.explore;

import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the selected symbol itself came to be, as the inspector tells it.
 *
 * @param first when the sample was committed that shows it first, in seconds since 1970
 * @param last when the sample was committed that shows its last change
 * @param changes samples in which its text changed
 * @param samples how many commits were looked at since it was there, itself included
 * @param authors who changed its file between the last change's sample and the one before
 * @param over how many changes lie in each of equal parts of the samples, oldest first
 */
public record SymbolStory(long first, long last, int changes, int samples, List<String> authors, List<Integer> over) {
    private static final int PARTS = 24;

    /** For a symbol that no sampled commit shows. */
    public static final SymbolStory NONE = new SymbolStory(0, 0, 0, 0, List.of(), List.of());

    public SymbolStory {
        authors = List.copyOf(authors);
        over = List.copyOf(over);
    }

    static SymbolStory of(SymbolKey key, SymbolHistory symbols, FileHistory files) {
        return symbols.story(key).map(story -> of(key, story, symbols, files)).orElse(NONE);
    }

    private static SymbolStory of(SymbolKey key, SymbolHistory.Story story, SymbolHistory symbols, FileHistory files) {
        int count = symbols.samples();
        int parts = Math.min(PARTS, count);
        List<Integer> over = new ArrayList<>(Collections.nCopies(parts, 0));
        for (int sample : story.changed()) {
            over.set(sample * parts / count, over.get(sample * parts / count) + 1);
        }
        int last = story.last();
        return new SymbolStory(
                symbols.time(story.first()),
                symbols.time(last),
                story.changed().size(),
                count - story.first(),
                files.authors(key.path(), last == 0 ? 0 : symbols.time(last - 1), symbols.time(last)),
                over);
    }
}
