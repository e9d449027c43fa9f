package dev.orrery.app.feature.code;

import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.DiskText;
import java.time.Instant;

/** What the user should know about an open file, and can decide. */
public sealed interface FileNotice {
    FileNotice NONE = new None();

    /** Nothing. */
    record None() implements FileNotice {}

    /** Somebody else changed the file while its text was being edited. */
    record Conflict(DiskText disk) implements FileNotice {}

    /** Unsaved text from an earlier time was brought back. */
    record Recovered(Instant at) implements FileNotice {}

    /** Something failed, or cannot be; nothing is lost. */
    record Said(UserMessage what) implements FileNotice {}
}
