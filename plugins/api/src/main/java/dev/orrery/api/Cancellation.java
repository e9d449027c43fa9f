package dev.orrery.api;

/** Asked by long work, often and cheaply, whether its result is still wanted. Safe from any thread. */
@FunctionalInterface
public interface Cancellation {
    /** Work that nobody can cancel. */
    Cancellation NEVER = () -> false;

    /** Whether the work should stop now. */
    boolean isRequested();

    /** Stops the work with a {@link java.util.concurrent.CancellationException} if that was requested. */
    default void throwIfRequested() {
        if (isRequested()) {
            throw new java.util.concurrent.CancellationException();
        }
    }
}
