package dev.orrery.api;

/** Says what can be named at a caret. Safe from any thread; blocks for a few milliseconds, longer where nothing is warm. */
public interface ScopeAt {
    /**
     * What stands around the caret and which names may be written there, by types where the language is linked by types. The text
     * may be half written; a document that the index does not know is answered from its text and its imports.
     *
     * @param document the buffer as the user sees it, saved or not
     * @param offset where the caret stands, in UTF-16 units
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    Scope at(Document document, int offset, Cancellation cancellation);

    /** Prepares for carets in files of a language, so that the first question does not wait. Blocks meanwhile. */
    void warm(Cancellation cancellation);
}
