package dev.orrery.app.feature.search;

/** A row of the result list. */
public sealed interface ResultRow {
    /**
     * The head of a group.
     *
     * @param scope what the group holds
     * @param found how many there are, as far as was looked
     * @param files how many files they lie in; 0 where that does not say more
     * @param completeness whether {@code found} is all there is
     */
    record Head(SearchScope scope, int found, int files, Completeness completeness) implements ResultRow {}

    /** The file that the text hits below lie in. */
    record InFile(String path, int hits) implements ResultRow {}

    /** A result. */
    record Hit(SearchResult result) implements ResultRow {}

    /** Whether a search looked everywhere. */
    enum Completeness {
        COMPLETE,
        STOPPED_AT_LIMIT
    }
}
