package dev.orrery.models;

import dev.orrery.api.OrreryException;
import dev.orrery.models.metrics.Metrics;
import dev.orrery.models.metrics.MetricsServer;
import org.jspecify.annotations.Nullable;

/** The figures for Prometheus, and whether they are told on the loop-back address. Safe from any thread. */
final class MetricsSwitch implements AutoCloseable {
    private final Metrics metrics = new Metrics();
    private @Nullable MetricsServer server;
    private int told;

    Metrics metrics() {
        return metrics;
    }

    /**
     * Tells at a port what was counted, or at none.
     *
     * @param port 0 for off
     * @throws OrreryException where the port is taken; nothing is told then
     */
    synchronized void follow(int port) throws OrreryException {
        if (told == port) {
            return;
        }
        close();
        if (port > 0) {
            server = MetricsServer.start(port, metrics);
            told = port;
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        server = null;
        told = 0;
    }
}
