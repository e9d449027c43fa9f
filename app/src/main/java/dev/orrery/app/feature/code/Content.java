package dev.orrery.app.feature.code;

import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.Draft;
import java.util.Optional;

/** What a tab has to show. */
public sealed interface Content {
    /** The file is being read. */
    record Loading() implements Content {}

    /**
     * The file's text as it is being worked on, and its coloured spans as far as they are known.
     *
     * @param readOnly why it cannot be edited, where that is so
     */
    record Shown(Draft draft, Highlights highlights, Optional<UserMessage> readOnly) implements Content {}

    /** Nothing to show, and why: the file vanished, is too large, or is not text. */
    record Unreadable(UserMessage why) implements Content {}
}
