package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.store.FileRow;
import org.jspecify.annotations.Nullable;

/** What became of one file that was looked at. */
sealed interface Taken {
    /** The file. */
    String path();

    /** It is not there any longer. */
    record Gone(String path) implements Taken {}

    /** It is there, but nothing of it can be in the index. */
    record Unreadable(String path, UserMessage why) implements Taken {}

    /** Its content is what the index already has. */
    record Same(FileRow row) implements Taken {
        @Override
        public String path() {
            return row.path();
        }
    }

    /**
     * Its content is new to the index.
     *
     * @param facts null where the file has none
     * @param parsed whether the facts had to be made
     */
    record Changed(FileRow row, @Nullable KeptFacts facts, boolean parsed) implements Taken {
        @Override
        public String path() {
            return row.path();
        }
    }
}
