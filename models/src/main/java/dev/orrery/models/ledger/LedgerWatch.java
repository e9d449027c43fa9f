package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners that the ledger has changed, whichever process changed it: as long as anybody listens, SQLite is asked five times
 * a second for the counter that it keeps of other connections' commits.
 */
final class LedgerWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LedgerWatch.class.getName());
    private static final long MILLIS = 200;

    private final Database database;
    private final Alerts alerts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Alert.State>> alerted = new CopyOnWriteArrayList<>();
    private final Set<Alert> told = new HashSet<>();
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Future<?> looking;
    private long seen = -1;

    LedgerWatch(Database database, Alerts alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    Registration onChange(Runnable listener) {
        return add(listeners, listener);
    }

    Registration onAlert(Consumer<Alert.State> listener) {
        return add(alerted, listener);
    }

    private synchronized <T> Registration add(List<T> list, T listener) {
        list.add(listener);
        if (timer == null) {
            seen = -1;
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ledger-watch").factory());
            looking = timer.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
        }
        return () -> {
            list.remove(listener);
            stopIfAlone();
        };
    }

    private synchronized void stopIfAlone() {
        if (timer != null && looking != null && listeners.isEmpty() && alerted.isEmpty()) {
            looking.cancel(false);
            timer.shutdownNow();
            timer = null;
        }
    }

    private void look() {
        try {
            long version = version();
            if (version != seen) {
                boolean changed = seen != -1;
                seen = version;
                if (changed) {
                    listeners.forEach(Runnable::run);
                }
                tellAlerts();
            }
        } catch (OrreryException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "ledger: cannot be watched", failed);
        }
    }

    private long version() throws OrreryException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA data_version")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Each once, until it has been below its limit again. */
    private void tellAlerts() throws OrreryException {
        if (alerted.isEmpty()) {
            return;
        }
        for (Alert.State state : alerts.states()) {
            if (!state.over()) {
                told.remove(state.alert());
            } else if (told.add(state.alert())) {
                alerted.forEach(listener -> listener.accept(state));
            }
        }
    }

    @Override
    public synchronized void close() {
        listeners.clear();
        alerted.clear();
        stopIfAlone();
    }
}
