package dev.orrery.api;

import java.util.List;

/** Answers what a text looks like to its language's grammar. Safe from any thread. */
public interface SyntaxProbe {
    /** Whether there is a grammar for files with this path. */
    boolean knows(String path);

    /** Coloured spans of the text between two UTF-16 offsets, sorted, not overlapping; empty where no grammar is known. */
    List<TokenSpan> tokens(Document document, int start, int end);

    /** How many errors the parser found and repaired. */
    int errors(Document document);
}
