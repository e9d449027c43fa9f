package dev.orrery.models.ledger;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The rows of requests. */
final class Requests {
    private static final UserMessage NO_WORDS = new UserMessage("", List.of());

    private final Database database;
    private final String owner = owner(ProcessHandle.current());

    Requests(Database database) {
        this.database = database;
    }

    /** A process's number alone is given again to another one. */
    private static String owner(ProcessHandle process) {
        return process.pid() + "@"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Marks what processes left behind that are no more. */
    void closeLost() throws OrreryException {
        database.write(connection -> {
            try (Statement statement = connection.createStatement();
                    var owners =
                            statement.executeQuery("SELECT DISTINCT owner FROM requests WHERE outcome = 'UNDER_WAY'");
                    PreparedStatement update = connection.prepareStatement(
                            "UPDATE requests SET outcome = 'LOST' WHERE outcome = 'UNDER_WAY' AND owner = ?")) {
                while (owners.next()) {
                    if (!isAlive(owners.getString(1))) {
                        update.setString(1, owners.getString(1));
                        update.addBatch();
                    }
                }
                return update.executeBatch().length;
            }
        });
    }

    private static boolean isAlive(String owner) {
        long process = Long.parseLong(owner.substring(0, owner.indexOf('@')));
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(alive -> owner(alive).equals(owner))
                .orElse(false);
    }

    void forgetBefore(Instant oldest) throws OrreryException {
        database.write(connection -> {
            for (String sql : new String[] {
                "DELETE FROM departures WHERE at < ?", "DELETE FROM requests WHERE asked < ? AND outcome <> 'UNDER_WAY'"
            }) {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setLong(1, oldest.toEpochMilli());
                    delete.executeUpdate();
                }
            }
            return true;
        });
    }

    long begin(Asked asked, Instant at) throws OrreryException {
        return database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO requests(asked, owner, task, workspace, urgency, risk, outcome)
                    VALUES(?, ?, ?, ?, ?, ?, 'UNDER_WAY') RETURNING id""")) {
                insert.setLong(1, at.toEpochMilli());
                insert.setString(2, owner);
                insert.setString(3, asked.task().name());
                insert.setString(4, asked.workspace());
                insert.setString(5, asked.urgency().name());
                insert.setString(6, asked.risk().name());
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    void end(long id, Ended ended) throws OrreryException {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE requests SET outcome = ?, failure = ?, model = ?, engine = ?, reason = ?, passed_over = ?,
                        notes = ?, suspicious = ?, prompt_tokens = ?, reused_tokens = ?, tokens = ?, first_millis = ?,
                        total_millis = ? WHERE id = ?""")) {
                Usage usage = ended.usage();
                update.setString(1, ended.outcome().name());
                update.setString(2, ended.failure());
                update.setString(3, ended.model());
                update.setString(4, ended.engine());
                update.setString(5, MessageJson.write(List.of(ended.reason())));
                update.setString(6, MessageJson.write(ended.passedOver()));
                update.setString(7, MessageJson.write(ended.notes()));
                update.setInt(8, ended.suspicious());
                update.setInt(9, usage.promptTokens());
                update.setInt(10, usage.reusedTokens());
                update.setInt(11, usage.tokens());
                update.setLong(12, usage.firstToken().toMillis());
                update.setLong(13, usage.total().toMillis());
                update.setLong(14, id);
                return update.executeUpdate();
            }
        });
    }

    void settle(long id, Verdict verdict) throws OrreryException {
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE requests SET verdict = ? WHERE id = ?")) {
                update.setString(1, verdict.name());
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    /**
     * Tells the rows between two moments, newest first.
     *
     * @param before only rows that come after the one with this number; {@link Long#MAX_VALUE} for all
     * @param limit at most this many
     */
    void read(Instant from, Instant to, long before, long limit, Consumer<LedgerEntry> rows) throws OrreryException {
        database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT r.*, (SELECT COALESCE(SUM(d.bytes), 0) FROM departures d WHERE d.request = r.id) AS departed
                    FROM requests r WHERE asked >= ?1 AND asked <= ?2
                        AND (asked, id) < (COALESCE((SELECT asked FROM requests WHERE id = ?3), 9223372036854775807), ?3)
                    ORDER BY asked DESC, id DESC LIMIT ?4""")) {
                select.setLong(1, from.toEpochMilli());
                select.setLong(2, to.toEpochMilli());
                select.setLong(3, before);
                select.setLong(4, limit);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        rows.accept(entry(result));
                    }
                }
            }
            return true;
        });
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        Asked asked = new Asked(
                ModelTask.valueOf(row.getString("task")),
                row.getString("workspace"),
                Urgency.valueOf(row.getString("urgency")),
                Risk.valueOf(row.getString("risk")));
        Usage usage = new Usage(
                row.getInt("prompt_tokens"),
                row.getInt("reused_tokens"),
                row.getInt("tokens"),
                Duration.ofMillis(row.getLong("first_millis")),
                Duration.ofMillis(row.getLong("total_millis")),
                row.getLong("micro_dollars"));
        Ended ended = new Ended(
                Outcome.valueOf(row.getString("outcome")),
                row.getString("failure"),
                row.getString("model"),
                row.getString("engine"),
                MessageJson.read(row.getString("reason")).stream().findFirst().orElse(NO_WORDS),
                MessageJson.read(row.getString("passed_over")),
                MessageJson.read(row.getString("notes")),
                row.getInt("suspicious"),
                usage);
        return new LedgerEntry(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("asked")),
                asked,
                ended,
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                row.getLong("departed"));
    }

    /** When the first one was asked. */
    static OptionalLong first(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MIN(asked) FROM requests")) {
            row.next();
            long first = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(first);
        }
    }
}
