package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the user wants to hear of; kept in the ledger's file. One alert a kind and period. */
public final class Alerts {
    private static final int ENOUGH = 5;

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;

    Alerts(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /** Sets it, in place of the one of the same kind and period. */
    public void set(Alert alert) throws OrreryException {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO alerts(kind, period, threshold) VALUES(?, ?, ?)")) {
                insert.setString(1, alert.kind().name());
                insert.setString(2, alert.period().name());
                insert.setLong(3, alert.limit());
                return insert.executeUpdate();
            }
        });
    }

    public void remove(Alert alert) throws OrreryException {
        database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM alerts WHERE kind = ? AND period = ?")) {
                delete.setString(1, alert.kind().name());
                delete.setString(2, alert.period().name());
                return delete.executeUpdate();
            }
        });
    }

    public List<Alert> list() throws OrreryException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT kind, period, threshold FROM alerts ORDER BY kind, period")) {
                List<Alert> alerts = new ArrayList<>();
                while (rows.next()) {
                    alerts.add(new Alert(
                            Alert.Kind.valueOf(rows.getString(1)), Period.valueOf(rows.getString(2)), rows.getLong(3)));
                }
                return alerts;
            }
        });
    }

    /** How each of them stands now. */
    public List<Alert.State> states() throws OrreryException {
        Map<Period, Summary> summaries = new EnumMap<>(Period.class);
        List<Alert.State> states = new ArrayList<>();
        for (Alert alert : list()) {
            if (!summaries.containsKey(alert.period())) {
                summaries.put(alert.period(), summary(alert.period()));
            }
            states.add(state(alert, summaries.get(alert.period())));
        }
        return states;
    }

    private Summary summary(Period period) throws OrreryException {
        return database.read(connection -> ActivityReader.read(connection, period, clock.instant(), zone))
                .all();
    }

    private static Alert.State state(Alert alert, Summary summary) {
        long tried = summary.answered() + summary.failed();
        return switch (alert.kind()) {
            case SPENDING -> state(alert, summary.microDollars(), Long.MAX_VALUE);
            case FAILURES -> state(alert, tried == 0 ? 0 : 100 * summary.failed() / tried, tried);
            case LATENCY -> state(alert, summary.latency().p95(), summary.answered());
        };
    }

    private static Alert.State state(Alert alert, long value, long counted) {
        return new Alert.State(alert, value, counted >= ENOUGH && value > alert.limit());
    }
}
