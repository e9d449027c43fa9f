package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import dev.orrery.models.policy.Policy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What left the machine. It is written down before it is sent. The bytes are what was sent after secrets were replaced and without
 * the key; they can be switched off and cleared, and only the newest are kept: {@value #MOST_BYTES} bytes in all, of one request
 * {@value #MOST_BYTES_EACH}.
 */
public final class Departures {
    static final long MOST_BYTES = 64 << 20;
    static final int MOST_BYTES_EACH = 8 << 20;

    private final Database database;
    private final InstantSource clock;

    Departures(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes down what is about to leave.
     *
     * @param headers without the key
     * @throws OrreryException where that failed; then it must not leave
     */
    public void add(
            long request, String model, URI address, Map<String, String> headers, byte[] body, Policy.Departures kept)
            throws OrreryException {
        boolean keep = kept == Policy.Departures.KEPT && body.length <= MOST_BYTES_EACH;
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO departures(request, at, model, address, headers, bytes, body)
                    VALUES(?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setLong(1, request);
                insert.setLong(2, clock.millis());
                insert.setString(3, model);
                insert.setString(4, address.toString());
                insert.setString(5, keep ? text(headers) : "");
                insert.setLong(6, body.length);
                insert.setBytes(7, keep ? body : null);
                insert.executeUpdate();
            }
            dropOldest(connection);
            return true;
        });
    }

    private static String text(Map<String, String> headers) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static void dropOldest(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE departures SET body = NULL, headers = '' WHERE body IS NOT NULL AND id <= (
                    SELECT id FROM (
                        SELECT id, SUM(bytes) OVER (ORDER BY id DESC) AS newer FROM departures WHERE body IS NOT NULL)
                    WHERE newer > ? ORDER BY id DESC LIMIT 1)""")) {
            update.setLong(1, MOST_BYTES);
            update.executeUpdate();
        }
    }

    /** The newest first, without their bytes. */
    public List<Departure> list(Period period, int limit) throws OrreryException {
        return select(
                "WHERE at >= ? ORDER BY id DESC LIMIT ?",
                clock.instant().minus(period.length()).toEpochMilli(),
                limit);
    }

    /** All of one request, oldest first. */
    public List<Departure> of(long request) throws OrreryException {
        return select("WHERE request = ? ORDER BY id LIMIT ?", request, Integer.MAX_VALUE);
    }

    private List<Departure> select(String which, long value, int limit) throws OrreryException {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, request, at, model, address, bytes, body IS NOT NULL FROM departures " + which)) {
                select.setLong(1, value);
                select.setInt(2, limit);
                List<Departure> departures = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        departures.add(new Departure(
                                row.getLong(1),
                                row.getLong(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getBoolean(7)));
                    }
                }
                return departures;
            }
        });
    }

    /**
     * What was sent, as it was: the headers, a line each, an empty line, the body.
     *
     * @return empty where it was not kept
     */
    public Optional<byte[]> body(long departure) throws OrreryException {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT headers, body FROM departures WHERE id = ?")) {
                select.setLong(1, departure);
                try (var row = select.executeQuery()) {
                    byte[] body = row.next() ? row.getBytes(2) : null;
                    return body == null ? Optional.empty() : Optional.of(joined(row.getString(1), body));
                }
            }
        });
    }

    private static byte[] joined(String headers, byte[] body) {
        byte[] head = (headers + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** Forgets the bytes of all; that something left, when, where to and how much stays known. */
    public void clear() throws OrreryException {
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE departures SET body = NULL, headers = ''")) {
                return update.executeUpdate();
            }
        });
        database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
