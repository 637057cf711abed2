package dev.parley.store;

import dev.parley.store.Mine.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be had of a damaged {@code mine.db}: every row whose checksum holds. Where the inventory is whole it says which
 * rows of the outbox and the drafts are the present ones; else those count that their page lists.
 */
final class Salvage {
    private static final class Finds {
        final Map<Listed, Row> listed = new LinkedHashMap<>();
        final Map<Listed, Row> loose = new LinkedHashMap<>();
    }

    private final Layout layout;
    private final Map<Table, Finds> finds = new LinkedHashMap<>();

    /** @param files the damaged one first; what only a later one has is taken as well */
    Salvage(Layout layout, List<Path> files) throws IOException {
        this.layout = layout;
        layout.tables().forEach(table -> finds.put(table, new Finds()));
        for (Path file : files) {
            Pages.of(file).search(this::found);
        }
    }

    private void found(List<@Nullable Object> values, boolean listed) {
        for (Table table : layout.tables()) {
            Optional<Row> row = Mine.whole(table, values);
            if (row.isPresent()) {
                Finds of = find(table);
                Listed key = new Listed(row.get().number(), row.get().crc(table.name()));
                (listed ? of.listed : of.loose).putIfAbsent(key, row.get());
            }
        }
    }

    private Finds find(Table table) {
        Finds of = finds.get(table);
        return of == null ? new Finds() : of;
    }

    /** In order of their numbers, each number once. */
    List<Row> rows(Table table) {
        Finds of = find(table);
        Row inventory = inventory(table);
        Map<Listed, Row> all = new LinkedHashMap<>(of.listed);
        of.loose.forEach(all::putIfAbsent);
        Map<Long, Row> byNumber = new TreeMap<>();
        if (table.listed() && inventory != null) {
            Mine.listed(inventory)
                    .forEach(
                            key -> Optional.ofNullable(all.get(key)).ifPresent(row -> byNumber.put(row.number(), row)));
        } else {
            of.listed.values().forEach(row -> byNumber.putIfAbsent(row.number(), row));
            Long count = Inspection.count(inventory);
            if (!table.listed() && (count == null || byNumber.size() < count)) {
                of.loose.values().stream()
                        .filter(row -> !listed(of, row))
                        .forEach(row -> byNumber.merge(row.number(), row, Salvage::later));
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static boolean listed(Finds of, Row row) {
        return of.listed.values().stream().anyMatch(each -> each.number() == row.number());
    }

    /** Of two remnants of a read mark the higher: a mark never goes down. */
    private static Row later(Row one, Row other) {
        int last = one.values().size() - 1;
        return one.values().get(last) instanceof Long a && other.values().get(last) instanceof Long b && a < b
                ? other
                : one;
    }

    /** How many rows in all. */
    int size() {
        return layout.own().stream().mapToInt(table -> rows(table).size()).sum();
    }

    /** Of a table; null when it was damaged itself. Never a remnant, which would speak of an earlier time. */
    private @Nullable Row inventory(Table table) {
        Set<Row> found = new LinkedHashSet<>();
        for (Row row : find(Layout.INVENTORY).listed.values()) {
            if (row.number() == layout.tables().indexOf(table)) {
                found.add(row);
            }
        }
        return found.isEmpty() ? null : found.iterator().next();
    }

    /** How many rows of each table are missing, where some are; -1 where that cannot be told. */
    Map<Table, Long> losses() {
        Map<Table, Long> losses = new LinkedHashMap<>();
        for (Table table : layout.own()) {
            Long count = Inspection.count(inventory(table));
            long missing = count == null ? -1 : Math.max(0, count - rows(table).size());
            if (missing != 0) {
                losses.put(table, missing);
            }
        }
        return losses;
    }
}
