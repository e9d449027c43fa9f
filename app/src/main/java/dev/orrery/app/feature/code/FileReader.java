package dev.orrery.app.feature.code;

import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.DiskText;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.session.Threads;
import dev.orrery.indexer.CodeIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private final CodeIndex index;
    private final Threads threads;

    FileReader(CodeIndex index, Threads threads) {
        this.index = index;
        this.threads = threads;
    }

    Path root() {
        return index.root();
    }

    /** What is on disk, and how it is shown. */
    record Read(DiskText disk, Content content) {}

    /** @param line the line that is looked at first, 1-based */
    void read(String path, int line, Consumer<Read> answer) {
        threads.background().execute(() -> {
            DiskText disk = DiskText.read(index.root(), path);
            Read read = new Read(disk, content(path, disk, line));
            threads.ui().execute(() -> answer.accept(read));
        });
    }

    /** Only what is on disk now. */
    void look(String path, Consumer<DiskText> answer) {
        threads.background().execute(() -> {
            DiskText disk = DiskText.read(index.root(), path);
            threads.ui().execute(() -> answer.accept(disk));
        });
    }

    /** A text that is shown as a draft of its own; any thread. */
    Content.Shown shown(String path, String text, Optional<UserMessage> readOnly, int line) {
        Draft draft = new Draft(path, text);
        Highlights highlights = new Highlights(draft, index.syntax(), threads);
        prepare(highlights, line - 1);
        return new Content.Shown(draft, highlights, readOnly);
    }

    private Content content(String path, DiskText disk, int line) {
        return switch (disk) {
            case DiskText.Text text -> shown(path, text.text(), text.readOnly(), line);
            case DiskText.Gone gone -> new Content.Unreadable(UserMessage.of("app.code.vanished", path));
            case DiskText.Unusable unusable -> new Content.Unreadable(unusable.why());
        };
    }

    /** Waits a little for the colours, so that text does not change its look before the reader's eyes; not for long. */
    private void prepare(Highlights highlights, int line) {
        CompletableFuture<List<Highlights.Block>> colours =
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
}
