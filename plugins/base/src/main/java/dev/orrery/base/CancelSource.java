package dev.orrery.base;

import dev.orrery.api.Cancellation;

/** A cancellation that can be requested once, from any thread, and never taken back. */
public final class CancelSource implements Cancellation {
    private volatile boolean requested;

    public void cancel() {
        requested = true;
    }

    @Override
    public boolean isRequested() {
        return requested;
    }
}
