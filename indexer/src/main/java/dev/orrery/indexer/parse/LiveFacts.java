package dev.orrery.indexer.parse;

import java.util.Optional;

/**
 * Facts of a text that is being edited. Nothing is left out of them, whether calls need it or not.
 *
 * @param positions where expressions and types stand; empty for languages that are linked by structure
 * @param caret what is around the call of the name that marks a caret; empty where the text has no such call
 */
public record LiveFacts(FileFacts facts, Positions positions, Optional<CaretScope> caret) {}
