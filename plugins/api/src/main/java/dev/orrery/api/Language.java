package dev.orrery.api;

/**
 * A programming language, named by a stable lower-case id such as {@code java} or {@code typescript}.
 *
 * @param id the id that appears on disk, in keys and in resources
 */
public record Language(String id) implements Comparable<Language> {
    /** Files that belong to no known language: searched as text, never parsed. */
    public static final Language TEXT = new Language("text");

    @Override
    public int compareTo(Language other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
