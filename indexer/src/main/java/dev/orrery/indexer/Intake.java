package dev.orrery.indexer;

import dev.orrery.api.Document;
import dev.orrery.api.Language;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Reason;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.FileRow.Treatment;
import dev.orrery.indexer.store.FileStamp;
import dev.orrery.indexer.text.UnsavedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one file after another into the index: reads it once, hashes it, gets its facts, hands its text on. */
final class Intake {
    private final Path root;
    private final FactsSource facts;
    private final TextSink text;
    private final ByteBudget budget;

    /** Where the bytes of text files go. */
    @FunctionalInterface
    interface TextSink {
        /** @return whether the bytes are text, so that searching finds them */
        boolean put(String path, byte[] bytes) throws IOException;
    }

    Intake(Path root, FactsSource facts, TextSink text, ByteBudget budget) {
        this.root = root;
        this.facts = facts;
        this.text = text;
        this.budget = budget;
    }

    /**
     * A file to look at.
     *
     * @param path relative to the root
     * @param stamp its state when it was found
     * @param before what the index has of it, or null
     * @param redo whether its text is to be brought in again, whatever the content
     */
    record Candidate(String path, FileStamp stamp, @Nullable FileRow before, boolean redo) {}

    /** @throws IOException where the text index cannot be written */
    Taken take(Candidate candidate) throws IOException, InterruptedException {
        try (var held = budget.hold(candidate.stamp().size())) {
            assert held != null;
            return switch (ReadFile.of(root, candidate.path())) {
                case ReadFile.Gone gone -> new Taken.Gone(candidate.path());
                case ReadFile.Unreadable(UserMessage why) -> new Taken.Unreadable(candidate.path(), why);
                case ReadFile.Content(byte[] bytes) -> take(candidate, bytes);
            };
        }
    }

    private Taken take(Candidate candidate, byte[] bytes) throws IOException {
        ContentHash hash = ContentHash.of(bytes);
        Optional<SourceLanguage> language = Languages.standard().of(candidate.path(), bytes);
        int version = language.map(FactsSource::version).orElse(0);
        FileRow before = candidate.before();
        if (before != null && before.hash().equals(hash) && treatedLikeNow(before, language, version)) {
            if (candidate.redo()) {
                text.put(candidate.path(), bytes);
            }
            return new Taken.Same(before.with(candidate.stamp()));
        }
        boolean isText = text.put(candidate.path(), bytes);
        if (language.isEmpty()) {
            return new Taken.Changed(plain(candidate, hash, isText, null), null, false);
        }
        FactsSource.Answer answer = facts.facts(language.get(), version, hash, bytes);
        if (answer.facts() == null) {
            FileRow row = plain(candidate, hash, isText, problem(candidate.path(), answer.why()));
            if (answer.why() != null && answer.why().reason() == Reason.TIMED_OUT) {
                row = row.tooSlow(language.get().language().id(), version);
            }
            boolean lasting = answer.why() == null || answer.why().reason().lasting() || row.isTooSlow();
            return new Taken.Changed(lasting ? row : row.with(row.stamp().unproven()), null, false);
        }
        FileRow row = new FileRow(
                candidate.path(),
                candidate.stamp(),
                hash,
                language.get().language().id(),
                version,
                Treatment.PARSED,
                null);
        return new Taken.Changed(row, answer.facts(), answer.parsed());
    }

    /** What a buffer would bring if it were saved; nothing of it is stored. */
    BufferLayer.Entry unsaved(Document buffer, boolean tooSlow) {
        byte[] bytes = buffer.text().getBytes(StandardCharsets.UTF_8);
        ContentHash hash = ContentHash.of(bytes);
        UnsavedText searched = UnsavedText.of(bytes);
        Optional<SourceLanguage> language = Languages.standard().of(buffer.path(), bytes);
        if (tooSlow || language.isEmpty()) {
            return new BufferLayer.Entry(buffer, hash, null, tooSlow, searched);
        }
        FactsSource.Answer answer = facts.passing(language.get(), FactsSource.version(language.get()), hash, bytes);
        boolean slow = answer.why() != null && answer.why().reason() == Reason.TIMED_OUT;
        return new BufferLayer.Entry(buffer, hash, answer.facts(), slow, searched);
    }

    /** Files of a language that have no facts are tried again whenever they are looked at, unless it takes too long. */
    private static boolean treatedLikeNow(FileRow before, Optional<SourceLanguage> language, int version) {
        return before.hasFacts() || before.isTooSlow()
                ? before.extractor() == version
                        && language.filter(now -> now.language().id().equals(before.language()))
                                .isPresent()
                : language.isEmpty();
    }

    private static FileRow plain(Candidate candidate, ContentHash hash, boolean isText, @Nullable UserMessage problem) {
        Treatment treatment = isText ? Treatment.TEXT : Treatment.BINARY;
        return new FileRow(candidate.path(), candidate.stamp(), hash, Language.TEXT.id(), 0, treatment, problem);
    }

    private static @Nullable UserMessage problem(String path, @Nullable NotParsed why) {
        if (why == null) {
            return null;
        }
        return switch (why.reason()) {
            case NO_LANGUAGE -> null;
            case BINARY -> UserMessage.of("indexer.file.binary", path);
            case TOO_LARGE -> UserMessage.of("indexer.file.large", path);
            case TOO_COMPLEX -> UserMessage.of("indexer.file.complex", path);
            case TIMED_OUT -> UserMessage.of("indexer.file.slow", path);
            case NO_PARSER -> UserMessage.of("indexer.file.noparser", path);
        };
    }
}
