package dev.orrery.models.policy;

/** Whether what a workspace holds may leave the machine. */
public enum Privacy {
    /** Nothing leaves. */
    LOCAL_ONLY,
    /** It leaves when the user has seen it and said yes. */
    ASK,
    /** It leaves without asking. */
    ALLOWED
}
