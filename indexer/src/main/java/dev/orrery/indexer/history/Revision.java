package dev.orrery.indexer.history;

/**
 * Something that the working tree can be compared with.
 *
 * @param name what git's {@code rev-parse} takes: a branch, a tag, or the beginning of a commit's number
 * @param kind what it is
 * @param seconds when its commit was made, since 1970
 * @param subject the first line of its commit's message
 */
public record Revision(String name, Kind kind, long seconds, String subject) {
    /** What a revision is. */
    public enum Kind {
        BRANCH,
        REMOTE_BRANCH,
        TAG,
        COMMIT
    }
}
