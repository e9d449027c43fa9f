package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows about one file.
 *
 * @param path relative to the repository's root, with slashes
 * @param stamp the file's state when it was read
 * @param hash of its bytes
 * @param language the language whose facts it has; {@code text} where it has none
 * @param extractor version of the extractor that made the facts, 0 where there are none
 * @param treatment what was done with it
 * @param problem what the user should know about it, or null
 */
public record FileRow(
        String path,
        FileStamp stamp,
        ContentHash hash,
        String language,
        int extractor,
        Treatment treatment,
        @Nullable UserMessage problem) {

    /** What was done with a file. The order is part of the on-disk format. */
    public enum Treatment {
        /** Facts are in the graph, text is searchable. */
        PARSED,
        /** Text is searchable. */
        TEXT,
        /** Nothing: the bytes are not text. */
        BINARY
    }

    public boolean hasFacts() {
        return treatment == Treatment.PARSED;
    }

    public ContentHash factsKey() {
        return hash.factsKey(language, extractor);
    }

    public FileRow with(FileStamp newStamp) {
        return new FileRow(path, newStamp, hash, language, extractor, treatment, problem);
    }
}
