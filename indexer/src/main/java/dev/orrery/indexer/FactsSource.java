package dev.orrery.indexer;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.parse.FactsCodec;
import dev.orrery.indexer.parse.FactsMemory;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome;
import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.ParseOutcome.Reason;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.FactsStore;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.NeededFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of contents: from the store where they are known, parsed otherwise. What took too long once is not parsed again.
 * The store is opened when first needed; where it cannot be, or its disk is full, facts are made and not kept. Safe from any
 * thread.
 */
final class FactsSource {
    private static final int SHARE_OF_HEAP = 10;

    private final Path folder;
    private final Consumer<UserMessage> onTrouble;
    private final Parsing parsing = new Parsing();
    private final Parse parse;
    private final Set<ContentHash> slow = ConcurrentHashMap.newKeySet();
    private final FactsMemory memory = new FactsMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private @Nullable FactsStore store;
    private boolean given;

    /** @param onTrouble hears where facts cannot be kept or were damaged; they are made again */
    FactsSource(Path folder, Consumer<UserMessage> onTrouble) {
        this.folder = folder;
        this.onTrouble = onTrouble;
        this.parse = parsing::parse;
    }

    FactsSource(Path folder, Parse parse, Consumer<UserMessage> onTrouble) {
        this.folder = folder;
        this.onTrouble = onTrouble;
        this.parse = parse;
    }

    /** How facts are made. */
    @FunctionalInterface
    interface Parse {
        ParseOutcome of(SourceLanguage language, byte[] bytes);
    }

    /** Facts, or why there are none. */
    record Answer(@Nullable KeptFacts facts, @Nullable NotParsed why, boolean parsed) {}

    /** Which version of facts a language's extractor makes now; -1 where it cannot run here. */
    static int version(SourceLanguage language) {
        try {
            return language.extractor().version() * 1000 + FactsCodec.VERSION;
        } catch (OrreryException absent) {
            return -1;
        }
    }

    Answer facts(SourceLanguage language, int version, ContentHash hash, byte[] bytes) {
        return facts(language, version, hash, bytes, this::keep);
    }

    /** As {@link #facts}, of a text that will soon be another one: what has to be made is not stored. */
    Answer passing(SourceLanguage language, int version, ContentHash hash, byte[] bytes) {
        return facts(language, version, hash, bytes, (key, made) -> {});
    }

    private Answer facts(
            SourceLanguage language,
            int version,
            ContentHash hash,
            byte[] bytes,
            BiConsumer<ContentHash, FileFacts> keeping) {
        ContentHash key = hash.factsKey(language.language().id(), version);
        KeptFacts known = known(key);
        if (known != null) {
            return new Answer(known, null, false);
        }
        if (slow.contains(key)) {
            return new Answer(null, new NotParsed(Reason.TIMED_OUT), false);
        }
        return switch (parse.of(language, bytes)) {
            case Parsed parsed -> {
                keeping.accept(key, parsed.facts());
                yield new Answer(memory.keep(parsed.facts()), null, true);
            }
            case NotParsed not -> {
                if (not.reason() == Reason.TIMED_OUT) {
                    slow.add(key);
                }
                yield new Answer(null, not, false);
            }
        };
    }

    /** Remembers what took too long to parse before; it is not tried again. */
    void rememberSlow(ContentHash key) {
        slow.add(key);
    }

    /** Stored facts, or null where there are none that can be read. */
    @Nullable
    KeptFacts known(ContentHash key) {
        FactsStore open = store();
        try {
            FileFacts stored = open == null ? null : open.get(key);
            return stored == null ? null : memory.keep(stored);
        } catch (IOException unusable) {
            return null;
        }
    }

    private void keep(ContentHash key, FileFacts facts) {
        FactsStore open = store();
        if (open != null) {
            try {
                open.put(key, facts);
            } catch (IOException full) {
                giveUp(full);
            }
        }
    }

    /** Brings what was made so far to disk. */
    void flush() {
        FactsStore open = opened();
        if (open != null) {
            try {
                open.flush();
            } catch (IOException full) {
                giveUp(full);
            }
        }
    }

    private synchronized @Nullable FactsStore opened() {
        return store;
    }

    private synchronized @Nullable FactsStore store() {
        if (store == null && !given) {
            given = true;
            try {
                store = FactsStore.open(folder, onTrouble);
            } catch (IOException unusable) {
                giveUp(unusable);
            }
        }
        return store;
    }

    private synchronized void giveUp(IOException why) {
        onTrouble.accept(UserMessage.of("indexer.facts.notkept", String.valueOf(why.getMessage())));
        FactsStore open = store;
        store = null;
        if (open != null) {
            open.abandon();
        }
    }

    /** @param index whose facts these are; what neither it nor another index needs may go */
    synchronized void close(IndexFolder index) {
        parsing.close();
        FactsStore open = store;
        store = null;
        if (open != null) {
            try (open) {
                NeededFacts.keepOnly(index, open);
            } catch (IOException full) {
                onTrouble.accept(UserMessage.of("indexer.facts.notkept", String.valueOf(full.getMessage())));
            }
        }
    }
}
