package dev.orrery.api;

/** Undoes a subscription when closed. Closing twice does nothing. */
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
