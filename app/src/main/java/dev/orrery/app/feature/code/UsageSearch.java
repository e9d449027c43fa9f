package dev.orrery.app.feature.code;

/** Whose usages are listed, and whether they are still being looked for. */
public record UsageSearch(String name, Stage stage) {
    /** How far a search is. */
    public enum Stage {
        RUNNING,
        DONE
    }
}
