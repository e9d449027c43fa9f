package dev.orrery.models.hub;

/**
 * A repository of models.
 *
 * @param id such as {@code Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF}
 * @param commit of its newest state; empty in the results of a search that does not tell
 * @param licence as its owner says; empty where nobody said
 * @param access whether the hub asks for an account that accepted terms on its pages
 * @param downloads as the hub counts
 */
public record HubRepository(String id, String commit, String licence, Access access, long downloads) {
    /** Who may download. */
    public enum Access {
        OPEN,
        GATED
    }
}
