package dev.orrery.api;

import java.util.List;

/**
 * Answers what a text looks like to its language's grammar. Questions about the next version of a document that was asked about
 * lately cost about as much as what changed, whatever its length. Safe from any thread.
 */
public interface SyntaxProbe {
    /** Whether there is a grammar for files with this path. */
    boolean knows(String path);

    /** Coloured spans of the text between two UTF-16 offsets, sorted, not overlapping; empty where no grammar is known. */
    List<TokenSpan> tokens(Document document, int start, int end);

    /** How many errors the parser found and repaired. */
    int errors(Document document);

    /**
     * Where and what they are, sorted, no two at one place; a bounded number, and empty where no grammar is known. One mistake may
     * be several errors, and a place is where the parser noticed, not always where the mistake was made.
     */
    List<SyntaxProblem> problems(Document document);
}
