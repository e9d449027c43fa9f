package dev.orrery.indexer.parse;

/** What became of a file: its facts, or why it has none. */
public sealed interface ParseOutcome {
    /** The file was parsed; a file with errors in it has facts too. */
    record Parsed(FileFacts facts) implements ParseOutcome {}

    /** The file has no facts. */
    record NotParsed(Reason reason) implements ParseOutcome {}

    /** Why a file has no facts. */
    enum Reason {
        /** No grammar knows such files. */
        NO_LANGUAGE,
        /** The file is not text. */
        BINARY,
        /** More bytes than {@link FlatParser#MAX_BYTES}. */
        TOO_LARGE,
        /** The text would cost more work than its size justifies; it always would. */
        TOO_COMPLEX,
        /** It took too long; on a less busy machine it may succeed. */
        TIMED_OUT,
        /** This machine lacks the native parser or the grammar; see {@link NativeCore}. */
        NO_PARSER;

        /** Whether the same bytes always end the same way, so that the outcome may be remembered. */
        public boolean lasting() {
            return switch (this) {
                case NO_LANGUAGE, BINARY, TOO_LARGE, TOO_COMPLEX -> true;
                case TIMED_OUT, NO_PARSER -> false;
            };
        }
    }
}
