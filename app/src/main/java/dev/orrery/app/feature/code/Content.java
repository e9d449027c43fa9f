package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.UserMessage;

/** What a tab has to show. */
public sealed interface Content {
    /** The file is being read. */
    record Loading() implements Content {}

    /** The file's text, and its coloured spans as far as they are known. */
    record Shown(Document document, TextLines lines, Highlights highlights) implements Content {}

    /** Nothing to show, and why: the file vanished, is too large, or is not text. */
    record Unreadable(UserMessage why) implements Content {}
}
