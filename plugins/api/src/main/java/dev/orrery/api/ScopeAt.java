package dev.orrery.api;

import java.util.List;

/** Answers what can be named at a place in a text. Safe from any thread. */
public interface ScopeAt {
    /** Symbols visible at a UTF-16 offset, nearest first. */
    List<SymbolKey> visible(Document document, int offset);

    /** Members of the type of the expression that ends at a UTF-16 offset. */
    List<SymbolKey> members(Document document, int offset);
}
