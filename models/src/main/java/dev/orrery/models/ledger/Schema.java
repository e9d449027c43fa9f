package dev.orrery.models.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as the steps that made them: a file's {@code user_version} says how many of the steps it has seen, and opening it does
 * the others. A step that was ever published is never changed. Times are milliseconds since 1970, money is millionths of a US dollar,
 * messages are JSON (see {@link MessageJson}), enums their names.
 */
final class Schema {
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    CREATE TABLE requests(
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        asked INTEGER NOT NULL,
                        owner TEXT NOT NULL,
                        task TEXT NOT NULL,
                        workspace TEXT NOT NULL,
                        urgency TEXT NOT NULL,
                        risk TEXT NOT NULL,
                        outcome TEXT NOT NULL,
                        failure TEXT NOT NULL DEFAULT '',
                        model TEXT NOT NULL DEFAULT '',
                        engine TEXT NOT NULL DEFAULT '',
                        reason TEXT NOT NULL DEFAULT '',
                        passed_over TEXT NOT NULL DEFAULT '',
                        notes TEXT NOT NULL DEFAULT '',
                        suspicious INTEGER NOT NULL DEFAULT 0,
                        prompt_tokens INTEGER NOT NULL DEFAULT 0,
                        reused_tokens INTEGER NOT NULL DEFAULT 0,
                        tokens INTEGER NOT NULL DEFAULT 0,
                        first_millis INTEGER NOT NULL DEFAULT 0,
                        total_millis INTEGER NOT NULL DEFAULT 0,
                        micro_dollars INTEGER NOT NULL DEFAULT 0,
                        verdict TEXT)""",
                    "CREATE INDEX requests_asked ON requests(asked)",
                    "CREATE INDEX requests_paid ON requests(asked, micro_dollars) WHERE micro_dollars > 0",
                    "CREATE INDEX requests_open ON requests(owner) WHERE outcome = 'UNDER_WAY'",
                    """
                    CREATE TABLE departures(
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        request INTEGER NOT NULL,
                        at INTEGER NOT NULL,
                        model TEXT NOT NULL,
                        address TEXT NOT NULL,
                        headers TEXT NOT NULL,
                        bytes INTEGER NOT NULL,
                        body BLOB)""",
                    "CREATE INDEX departures_at ON departures(at)",
                    "CREATE INDEX departures_request ON departures(request)",
                    """
                    CREATE TABLE reservations(
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        expires INTEGER NOT NULL,
                        micro_dollars INTEGER NOT NULL)"""),
            List.of("""
                    CREATE TABLE alerts(
                        kind TEXT NOT NULL,
                        period TEXT NOT NULL,
                        threshold INTEGER NOT NULL,
                        PRIMARY KEY(kind, period))"""));

    private Schema() {}

    /** A file of a later version of the application. */
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1;
    }

    static void bringUpToDate(Connection connection) throws SQLException, Newer {
        bringTo(connection, STEPS.size());
    }

    /** Does the steps up to {@code version} in one transaction. */
    static void bringTo(Connection connection, int version) throws SQLException, Newer {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                int seen = version(statement);
                if (seen > version) {
                    throw new Newer();
                }
                for (List<String> step : STEPS.subList(seen, version)) {
                    for (String sql : step) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + version);
                statement.execute("COMMIT");
            } catch (SQLException | Newer failed) {
                statement.execute("ROLLBACK");
                throw failed;
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getInt(1);
        }
    }
}
