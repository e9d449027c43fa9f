package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TokenSpan;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Failures;
import dev.orrery.app.session.Threads;
import dev.orrery.indexer.CodeIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file for its tab in the background, with the colours of the lines that will be seen first. */
final class FileReader {
    private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);
    private static final long PATIENCE_MILLIS = 150;
    private static final long LIMIT = 16L << 20;

    private final CodeIndex index;
    private final Threads threads;

    FileReader(CodeIndex index, Threads threads) {
        this.index = index;
        this.threads = threads;
    }

    /** @param line the line that is looked at first, 1-based */
    void read(String path, int line, Consumer<Content> answer) {
        threads.background().execute(() -> {
            Content content = content(path, line);
            threads.ui().execute(() -> answer.accept(content));
        });
    }

    /** Waits a little for the colours, so that text does not change its look before the reader's eyes; not for long. */
    private void prepare(Highlights highlights, int line) {
        CompletableFuture<Map<Integer, List<TokenSpan>>> colours =
                CompletableFuture.supplyAsync(() -> highlights.around(line), threads.background());
        try {
            highlights.accept(colours.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            LOG.debug("colours come later");
        } catch (ExecutionException failed) {
            LOG.error("no colours", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Content content(String path, int line) {
        try {
            Path file = index.root().resolve(path);
            long size = Files.size(file);
            if (size > LIMIT) {
                throw new OrreryException(UserMessage.of("app.code.tooLarge", path, size >> 20));
            }
            Document document = new Document(path, 0, index.read(path));
            TextLines lines = TextLines.of(document.text());
            Highlights highlights = new Highlights(document, lines, index.syntax(), threads);
            prepare(highlights, line - 1);
            return new Content.Shown(document, lines, highlights);
        } catch (IOException vanished) {
            return new Content.Unreadable(UserMessage.of("app.code.vanished", path));
        } catch (OrreryException | RuntimeException failed) {
            return new Content.Unreadable(Failures.message(failed));
        }
    }
}
