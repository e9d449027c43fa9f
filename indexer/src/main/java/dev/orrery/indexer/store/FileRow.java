package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows about one file.
 *
 * @param path relative to the repository's root, with slashes
 * @param stamp the file's state when it was read
 * @param hash of its bytes
 * @param language the language whose facts it has, or should have had; {@code text} where there is none
 * @param extractor version of the extractor that made the facts, or took too long; 0 where there is none
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

    /** Whether making its facts took so long that it was given up. */
    public boolean isTooSlow() {
        return treatment == Treatment.TEXT && extractor != 0;
    }

    /** The same file, of which an extractor took too long to make facts. */
    public FileRow tooSlow(String itsLanguage, int itsExtractor) {
        return new FileRow(path, stamp, hash, itsLanguage, itsExtractor, Treatment.TEXT, problem);
    }

    /** The key of the facts that it has or should have had. */
    public ContentHash factsKey() {
        return hash.factsKey(language, extractor);
    }

    public FileRow with(FileStamp newStamp) {
        return new FileRow(path, newStamp, hash, language, extractor, treatment, problem);
    }
}
