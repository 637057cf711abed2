package dev.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/** A SQLite file, opened. Values are null, Long, String or byte[]. Worker thread only. */
final class Sql implements AutoCloseable {
    /** Takes one row. */
    interface Taker {
        void take(List<@Nullable Object> values) throws SQLException, IOException;
    }

    /** How long another process, e.g. one that takes a snapshot, may hold the file. */
    private static final int PATIENCE_MILLIS = 3_000;

    private final Connection connection;
    private final Calls calls;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Sql(Connection connection, Calls calls) {
        this.connection = connection;
        this.calls = calls;
    }

    /** Opens a file that is there: making one is not left to SQLite, since ours are private from the start. */
    static Sql open(Path file, Calls calls) throws SQLException, IOException {
        calls.before("open " + file.getFileName());
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Sql sql = new Sql(connect(uri(file), config), calls);
        try {
            // What is deleted is overwritten: nothing that was taken back is read again, by Salvage or by others.
            sql.run("PRAGMA secure_delete=ON");
            sql.run("PRAGMA temp_store=MEMORY");
            sql.run("PRAGMA trusted_schema=OFF");
            sql.run("PRAGMA cell_size_check=ON");
            return sql;
        } catch (SQLException | IOException failed) {
            sql.close();
            throw failed;
        }
    }

    /** A copy of {@code file} in memory as it is between two transactions of whoever writes it; nothing is written. */
    static Sql snapshot(Path file, Calls calls) throws SQLException, IOException {
        calls.before("snapshot " + file.getFileName());
        Sql sql = new Sql(connect(":memory:", new SQLiteConfig()), calls);
        try {
            int code = ((SQLiteConnection) sql.connection)
                    .getDatabase()
                    .restore("main", uri(file), (remaining, pages) -> {}, PATIENCE_MILLIS / 100, 100, -1);
            if (code != 0) {
                throw new SQLException("cannot be copied", "", code);
            }
            return sql;
        } catch (SQLException failed) {
            sql.close();
            throw failed;
        }
    }

    private static Connection connect(String where, SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(PATIENCE_MILLIS);
        // Nobody asks for them, and each costs a query more.
        config.setGetGeneratedKeys(false);
        Properties properties = config.toProperties();
        return JDBC.createConnection(JDBC.PREFIX + where, properties);
    }

    /** The driver takes what follows a question mark in a plain path for settings. */
    private static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    /** Rollback journal, not WAL, which needs shared memory and so fails on network file systems. */
    void journal(String synchronous) throws SQLException, IOException {
        run("PRAGMA journal_mode=TRUNCATE");
        run("PRAGMA synchronous=" + synchronous);
    }

    void run(String statement) throws SQLException, IOException {
        calls.before(statement);
        try (Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    /** @return how many rows it changed */
    int update(String statement, @Nullable Object... values) throws SQLException, IOException {
        PreparedStatement ready = ready(statement, values);
        return ready.executeUpdate();
    }

    List<List<@Nullable Object>> rows(String query, @Nullable Object... values) throws SQLException, IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        each(query, rows::add, values);
        return rows;
    }

    void each(String query, Taker taker, @Nullable Object... values) throws SQLException, IOException {
        try (ResultSet result = ready(query, values).executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                @Nullable Object[] row = new @Nullable Object[columns];
                for (int i = 0; i < columns; i++) {
                    Object value = result.getObject(i + 1);
                    row[i] = value instanceof Integer small ? Long.valueOf(small) : value;
                }
                taker.take(Arrays.asList(row));
            }
        }
    }

    /** The first value of the first row; it must be a number. */
    long number(String query, @Nullable Object... values) throws SQLException, IOException {
        List<List<@Nullable Object>> rows = rows(query, values);
        if (rows.isEmpty() || !(rows.get(0).get(0) instanceof Long number)) {
            throw new SQLException("no number: " + query);
        }
        return number;
    }

    private PreparedStatement ready(String statement, @Nullable Object... values) throws SQLException, IOException {
        calls.before(statement);
        PreparedStatement ready = prepared.get(statement);
        if (ready == null) {
            ready = connection.prepareStatement(statement);
            prepared.put(statement, ready);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof String string ? Raw.stored(string) : values[i];
            if (value instanceof byte[] bytes) {
                ready.setBytes(i + 1, bytes);
            } else {
                ready.setObject(i + 1, value);
            }
        }
        return ready;
    }

    void begin(boolean toWrite) throws SQLException, IOException {
        run(toWrite ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    void commit() throws SQLException, IOException {
        run("COMMIT");
    }

    /** @return whether the file may be used further */
    boolean rollback() {
        try {
            run("ROLLBACK");
            return true;
        } catch (SQLException | IOException failed) {
            return false;
        }
    }

    /** Never fails: what was promised is on disk already. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            return;
        }
    }
}
