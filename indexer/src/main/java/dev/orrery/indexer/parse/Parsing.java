package dev.orrery.indexer.parse;

import dev.orrery.api.OrreryException;
import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.ParseOutcome.Reason;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Bytes to facts, for any number of threads at once. Parsers are reused; closing frees them, and parsing must have ended by
 * then.
 */
public final class Parsing implements AutoCloseable {
    private final Languages languages;
    private final ConcurrentLinkedDeque<FlatParser> idle = new ConcurrentLinkedDeque<>();

    public Parsing() {
        this(Languages.standard());
    }

    Parsing(Languages languages) {
        this.languages = languages;
    }

    /** The facts of a file: a pure function of its path's language and its bytes. */
    public ParseOutcome parse(String path, byte[] bytes) {
        Optional<SourceLanguage> language = languages.of(path, bytes);
        return language.isEmpty() ? new NotParsed(Reason.NO_LANGUAGE) : parse(language.get(), bytes);
    }

    /** The facts of bytes in a known language. Cached facts may take the call's place if language and version agree. */
    public ParseOutcome parse(SourceLanguage language, byte[] bytes) {
        if (bytes.length > FlatParser.MAX_BYTES) {
            return new NotParsed(Reason.TOO_LARGE);
        }
        Optional<byte[]> utf8 = SourceBytes.utf8(bytes);
        return utf8.isEmpty() ? new NotParsed(Reason.BINARY) : facts(language, utf8.get());
    }

    /**
     * All that a text says about itself, for as long as it is being edited; empty where it cannot be parsed.
     *
     * @param caretName the name of the call that marks a caret; empty for none
     */
    public Optional<LiveFacts> live(SourceLanguage language, byte[] utf8, String caretName) {
        try {
            FactExtractor extractor = language.extractor();
            return Optional.of(extractor.live(tree(language.grammar(), language.masked(utf8)), utf8, caretName));
        } catch (OrreryException | StackOverflowError | ParseStopped unreadable) {
            return Optional.empty();
        }
    }

    /** The tree of a text in UTF-8; empty where it cannot be parsed. */
    public Optional<FlatTree> tree(SourceLanguage language, byte[] utf8) {
        try {
            return Optional.of(tree(language.grammar(), language.masked(utf8)));
        } catch (OrreryException | ParseStopped unreadable) {
            return Optional.empty();
        }
    }

    /** What of a file's bytes its declarations need; empty where the file is too large, no text, or cannot be parsed here. */
    public Optional<Skeleton> skeleton(SourceLanguage language, byte[] bytes) {
        if (bytes.length > FlatParser.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            FactExtractor extractor = language.extractor();
            return SourceBytes.utf8(bytes).map(extractor::skeleton);
        } catch (OrreryException missing) {
            return Optional.empty();
        }
    }

    /** The facts of a skeleton: everything that is declared outside of bodies, at the lines of the skeleton. */
    public ParseOutcome declarations(SourceLanguage language, Skeleton skeleton) {
        return facts(language, skeleton.text());
    }

    private ParseOutcome facts(SourceLanguage language, byte[] utf8) {
        try {
            FactExtractor extractor = language.extractor();
            return new Parsed(extractor.extract(tree(language.grammar(), language.masked(utf8)), utf8));
        } catch (OrreryException missing) {
            return new NotParsed(Reason.NO_PARSER);
        } catch (StackOverflowError tooDeep) {
            return new NotParsed(Reason.TOO_COMPLEX);
        } catch (ParseStopped stopped) {
            return new NotParsed(
                    switch (stopped.reason()) {
                        case TOO_LARGE -> Reason.TOO_LARGE;
                        case TOO_COMPLEX -> Reason.TOO_COMPLEX;
                        case TIMED_OUT -> Reason.TIMED_OUT;
                    });
        }
    }

    private FlatTree tree(Grammar grammar, byte[] utf8) throws ParseStopped {
        FlatParser borrowed = idle.pollFirst();
        FlatParser parser = borrowed == null ? new FlatParser() : borrowed;
        try {
            return parser.parse(grammar, utf8);
        } finally {
            idle.addFirst(parser);
        }
    }

    @Override
    public void close() {
        for (FlatParser parser = idle.poll(); parser != null; parser = idle.poll()) {
            parser.close();
        }
    }
}
