package dev.parley.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of {@code mine.db}: a number, columns of no fixed type, the checksum. No index but the number: the tables are
 * small, and what is not there cannot be damaged.
 *
 * @param listed whether the inventory names each of its rows, not only how many there are
 */
record Table(String name, boolean listed, List<String> columns) {
    static Table of(String name, boolean listed, String... columns) {
        return new Table(name, listed, List.of(columns));
    }

    String create() {
        return "CREATE TABLE " + name + "(n INTEGER PRIMARY KEY, " + String.join(", ", columns) + ", crc)";
    }

    String insert() {
        String places = Stream.generate(() -> "?").limit(columns.size() + 2).collect(Collectors.joining(", "));
        return "INSERT OR REPLACE INTO " + name + " VALUES(" + places + ")";
    }

    String select() {
        return "SELECT * FROM " + name;
    }

    int column(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(name + " has no " + column);
        }
        return index;
    }
}
