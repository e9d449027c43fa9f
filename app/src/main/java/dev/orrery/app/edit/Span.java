package dev.orrery.app.edit;

/**
 * A stretch of lines that was replaced. Lines and columns are 0-based; those of the removed text are as they were before the edit.
 *
 * @param startLine where it begins
 * @param startColumn where it begins
 * @param endLine where the removed text ended
 * @param endColumn where the removed text ended
 * @param newEndLine where the inserted text ends
 * @param newEndColumn where the inserted text ends
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn, int newEndLine, int newEndColumn) {
    /** How many lines came, without those that went. */
    public int linesAdded() {
        return newEndLine - startLine;
    }

    public int linesRemoved() {
        return endLine - startLine;
    }
}
