package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.PathGlobs;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks a {@link TextIndex} which files may match, and finds the matches in the files as they are now. */
final class DiskTextScanner implements TextScanner {
    private final Path root;
    private final TextReaders readers;

    DiskTextScanner(Path root, TextReaders readers) {
        this.root = root;
        this.readers = readers;
    }

    @Override
    public boolean scan(TextQuery query, Consumer<TextHit> sink, Cancellation cancellation) throws OrreryException {
        TextPattern pattern = TextPattern.of(query);
        PathGlobs globs = PathGlobs.of(query.paths());
        List<String> files;
        try (TextSnapshot snapshot = readers.snapshot()) {
            files = snapshot.candidates(pattern.requirement()).stream()
                    .filter(globs::wants)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new OrreryException(
                    UserMessage.of("indexer.text.unreadable", String.valueOf(failure.getMessage())), failure);
        }
        try {
            Search search = new Search(root, pattern, cancellation);
            if (query.limit() < Integer.MAX_VALUE) {
                return search.best(files, query.limit(), new HitRanking(query.pattern()), sink);
            }
            search.all(files, sink);
            return true;
        } catch (WorkLimit.TooMuchWorkException tooMuch) {
            throw new OrreryException(UserMessage.of("indexer.regex.costly", query.pattern()), tooMuch);
        }
    }
}
