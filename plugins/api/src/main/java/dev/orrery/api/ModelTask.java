package dev.orrery.api;

/** What a model is asked to do. */
public enum ModelTask {
    /** Continue or fill in code at a caret. */
    COMPLETION,
    /** Answer a conversation. */
    CHAT,
    /** Turn texts into vectors. */
    EMBEDDING
}
