package dev.orrery.models.ngram;

/**
 * A place in a file where something is to be proposed.
 *
 * @param path of the file, relative to the repository's root as it was learned; what was learned of it is left out, for its text is here
 * @param context code from elsewhere that may help; empty for none
 * @param prefix the file before the caret
 * @param suffix the file behind it
 */
public record Caret(String path, String context, String prefix, String suffix) {
    /** A caret without code from elsewhere. */
    public static Caret of(String path, String prefix, String suffix) {
        return new Caret(path, "", prefix, suffix);
    }
}
