package dev.orrery.indexer.text;

import dev.orrery.api.TextHit;
import dev.orrery.indexer.scan.TextBlocks;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a search reads: unsaved ones, those of files that were read before, and those on disk. Safe from any thread.
 *
 * @param root of the repository
 * @param memory what earlier searches read
 * @param unsaved texts that stand in place of files
 */
record Texts(Path root, TextMemory memory, Map<String, UnsavedText> unsaved) {

    /**
     * Looks through one file.
     *
     * @param blocks reads it where it must be read
     * @param looks begins a look from the file's beginning; used more than once where a remembered text is out of date
     */
    List<TextHit> hits(String path, TextBlocks blocks, Supplier<FileHits> looks) {
        UnsavedText buffer = unsaved.get(path);
        if (buffer != null) {
            FileHits hits = looks.get();
            buffer.blocks().forEach(hits::search);
            return hits.hits();
        }
        KeptText kept = memory.get(path);
        if (kept != null) {
            FileHits hits = looks.get();
            kept.blocks().forEach(hits::search);
            if (hits.hits().isEmpty() || kept.isCurrent(root.resolve(path))) {
                return hits.hits();
            }
            memory.forget(path);
        }
        return read(path, blocks, looks.get());
    }

    private List<TextHit> read(String path, TextBlocks blocks, FileHits hits) {
        Path file = root.resolve(path);
        try {
            long ticket = memory.ticket();
            KeptText.Stamp stamp = KeptText.Stamp.of(file);
            Keeping keeping = new Keeping();
            blocks.read(file, (bytes, end) -> {
                TextBlock block = TextBlock.of(bytes, end);
                keeping.add(block);
                hits.search(block);
            });
            if (keeping.blocks != null && stamp.isTelling()) {
                memory.keep(path, new KeptText(keeping.blocks, stamp), ticket);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        } catch (IOException unreadable) {
            System.getLogger(Search.class.getName())
                    .log(System.Logger.Level.WARNING, "a file could not be searched: {0}", unreadable.toString());
        }
        return hits.hits();
    }

    /** Collects the blocks of a file as long as they are worth keeping. */
    private static final class Keeping {
        private static final int LARGEST = 1 << 20;

        private @Nullable List<TextBlock> blocks = new ArrayList<>();
        private int bytes;

        void add(TextBlock block) {
            bytes += block.bytes().length();
            if (bytes > LARGEST) {
                blocks = null;
            } else if (blocks != null) {
                blocks.add(block);
            }
        }
    }
}
