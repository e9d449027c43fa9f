package dev.orrery.indexer.scan;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the tasks of one walk share. */
final class Walk {
    final IgnoreRules rules;
    final Cancellation cancellation;
    final Queue<List<ScannedFile>> files = new ConcurrentLinkedQueue<>();
    final Queue<String> folders = new ConcurrentLinkedQueue<>();
    final Queue<UserMessage> problems = new ConcurrentLinkedQueue<>();

    Walk(IgnoreRules rules, Cancellation cancellation) {
        this.rules = rules;
        this.cancellation = cancellation;
    }

    /** Notes why {@code path} could not be read; that it is gone is no problem. */
    void failed(String path, IOException failure) {
        switch (failure) {
            case NoSuchFileException gone -> {}
            case NotDirectoryException replaced -> {}
            case AccessDeniedException denied -> problems.add(UserMessage.of("indexer.scan.denied", path));
            default -> problems.add(UserMessage.of("indexer.scan.failed", path, String.valueOf(failure.getMessage())));
        }
    }
}
