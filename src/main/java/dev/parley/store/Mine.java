package dev.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of an opened {@code mine.db}, each with its checksum, and the inventory of them. Worker thread only. */
final class Mine {
    /** A row's number and its checksum. */
    record Listed(long number, long crc) {}

    private final Sql sql;
    private final Layout layout;
    private final Set<Integer> changed = new TreeSet<>();

    Mine(Sql sql, Layout layout) {
        this.sql = sql;
        this.layout = layout;
    }

    Sql sql() {
        return sql;
    }

    /** Stands behind all there are. */
    void append(Table table, List<@Nullable Object> values) throws SQLException, IOException {
        long last = sql.number("SELECT coalesce(max(n), 0) FROM " + table.name());
        put(table, new Row(last + 1, values));
    }

    void put(Table table, Row row) throws SQLException, IOException {
        changed(table);
        write(table, row);
    }

    private void write(Table table, Row given) throws SQLException, IOException {
        Row row = new Row(given.number(), Mine.stored(given.values()));
        @Nullable Object[] all = new @Nullable Object[table.columns().size() + 2];
        all[0] = row.number();
        for (int i = 0; i < row.values().size(); i++) {
            all[i + 1] = row.values().get(i);
        }
        all[all.length - 1] = row.crc(table.name());
        sql.update(table.insert(), all);
    }

    private static List<@Nullable Object> stored(List<@Nullable Object> values) {
        List<@Nullable Object> stored = new ArrayList<>();
        values.forEach(value -> stored.add(value instanceof String string ? Raw.stored(string) : value));
        return stored;
    }

    /** @param where as SQL, its values after it */
    void delete(Table table, String where, @Nullable Object... values) throws SQLException, IOException {
        if (sql.update("DELETE FROM " + table.name() + " WHERE " + where, values) > 0) {
            changed(table);
        }
    }

    /** In order of their numbers; what does not agree with its checksum is left out. */
    List<Row> rows(Table table, String where, @Nullable Object... values) throws SQLException, IOException {
        List<Row> rows = new ArrayList<>();
        sql.each(
                table.select() + " WHERE " + where + " ORDER BY n",
                all -> whole(table, all).ifPresent(rows::add),
                values);
        return rows;
    }

    /** The row that these columns make, or nothing when it is not what was written. */
    static Optional<Row> whole(Table table, List<@Nullable Object> all) {
        int last = all.size() - 1;
        if (all.size() != table.columns().size() + 2
                || !(all.get(0) instanceof Long number)
                || !(all.get(last) instanceof Long crc)) {
            return Optional.empty();
        }
        for (Object value : all) {
            if (value instanceof Double) {
                return Optional.empty();
            }
        }
        Row row = new Row(number, all.subList(1, last));
        return row.crc(table.name()) == crc ? Optional.of(row) : Optional.empty();
    }

    private void changed(Table table) {
        changed.add(layout.tables().indexOf(table));
    }

    /** Part of each transaction that changed something: what is missing after a damage is told by it. */
    void takeStock() throws SQLException, IOException {
        for (int index : changed) {
            Table table = layout.tables().get(index);
            long count = sql.number("SELECT count(*) FROM " + table.name());
            List<@Nullable Object> values = new ArrayList<>();
            values.add(table.name());
            values.add(count);
            values.add(table.listed() ? list(table) : null);
            write(Layout.INVENTORY, new Row(index, values));
        }
        changed.clear();
    }

    /** After a rollback. */
    void forgetChanges() {
        changed.clear();
    }

    /** So that the inventory has a row for each table from the start. */
    void takeStockOfAll() throws SQLException, IOException {
        layout.own().forEach(this::changed);
        takeStock();
    }

    private byte[] list(Table table) throws SQLException, IOException {
        List<List<@Nullable Object>> rows = sql.rows("SELECT n, crc FROM " + table.name() + " ORDER BY n");
        ByteBuffer list = ByteBuffer.allocate(rows.size() * 2 * Long.BYTES);
        for (List<@Nullable Object> row : rows) {
            list.putLong(row.get(0) instanceof Long number ? number : 0);
            list.putLong(row.get(1) instanceof Long crc ? crc : 0);
        }
        return list.array();
    }

    /** What an inventory's row lists. */
    static Set<Listed> listed(Row inventory) {
        Set<Listed> listed = new LinkedHashSet<>();
        if (inventory.values().get(2) instanceof byte[] bytes) {
            ByteBuffer list = ByteBuffer.wrap(bytes);
            while (list.remaining() >= 2 * Long.BYTES) {
                listed.add(new Listed(list.getLong(), list.getLong()));
            }
        }
        return listed;
    }
}
