package dev.orrery.indexer;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.indexer.share.Conversation;
import dev.orrery.indexer.share.Message;
import dev.orrery.indexer.share.OwnerSocket;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** The owner's answers to processes that attached: {@code refresh} once, or {@code watch} and hear of every commit. */
final class AttachedFaces implements OwnerSocket.Handler {
    private static final long PROGRESS_PAUSE_NANOS = 50_000_000;

    private final OwnerRole owner;
    private final Set<LinkedBlockingQueue<Long>> watching = ConcurrentHashMap.newKeySet();

    AttachedFaces(OwnerRole owner) {
        this.owner = owner;
    }

    boolean isEmpty() {
        return watching.isEmpty();
    }

    /** Tells all who watch that a generation is on disk. */
    void published(long generation) {
        watching.forEach(queue -> {
            queue.clear();
            queue.add(generation);
        });
    }

    @Override
    public void talk(Conversation conversation) throws IOException {
        for (Message asked = conversation.receive(); asked != null; asked = conversation.receive()) {
            switch (asked.verb()) {
                case "refresh" -> refresh(conversation);
                case "meaning" -> meaning(conversation);
                case "watch" -> watch(conversation);
                default -> conversation.send(Message.of("unknown"));
            }
        }
    }

    private void refresh(Conversation conversation) throws IOException {
        CancelSource left = new CancelSource();
        try {
            IndexReport report = refreshed(conversation, left);
            for (UserMessage problem : owner.problems()) {
                conversation.send(UserMessages.encode("problem", problem));
            }
            conversation.send(Reports.encode(report));
        } catch (OrreryException failed) {
            conversation.send(UserMessages.encode("failed", failed.userMessage()));
        } catch (CancellationException cancelled) {
            conversation.send(Message.of("cancelled"));
        }
    }

    private void meaning(Conversation conversation) throws IOException {
        CancelSource left = new CancelSource();
        try {
            MeaningReport report = owner.refreshMeaning(progress(conversation, left), left);
            conversation.send(Message.of(
                    "report", report.declarations(), Math.round(report.seconds() * 1e9), report.bytesOnDisk()));
        } catch (CancellationException cancelled) {
            conversation.send(Message.of("cancelled"));
        }
    }

    private IndexReport refreshed(Conversation conversation, CancelSource left) throws OrreryException {
        try {
            return owner.refresh(progress(conversation, left), left);
        } catch (IOException disk) {
            throw new OrreryException(UserMessage.of("indexer.disk.failed", String.valueOf(disk.getMessage())), disk);
        }
    }

    private static Progress progress(Conversation conversation, CancelSource left) {
        long[] told = {System.nanoTime()};
        return (stage, done, total) -> {
            synchronized (told) {
                if (System.nanoTime() - told[0] < PROGRESS_PAUSE_NANOS) {
                    return;
                }
                told[0] = System.nanoTime();
            }
            try {
                conversation.send(Message.of("progress", stage, done, total));
            } catch (IOException gone) {
                left.cancel();
            }
        };
    }

    private void watch(Conversation conversation) throws IOException {
        LinkedBlockingQueue<Long> generations = new LinkedBlockingQueue<>();
        watching.add(generations);
        try {
            owner.watch();
            conversation.send(Message.of("watching"));
            while (true) {
                conversation.send(Message.of("published", generations.take()));
            }
        } catch (OrreryException failed) {
            conversation.send(UserMessages.encode("failed", failed.userMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            watching.remove(generations);
        }
    }
}
