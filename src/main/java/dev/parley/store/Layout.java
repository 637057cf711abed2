package dev.parley.store;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a version of {@code mine.db} looks like.
 *
 * @param version 1..255
 * @param upgrade what a row of a table of the version before becomes in this one
 */
record Layout(int version, List<Table> tables, BiFunction<Table, Row, Stream<Kept>> upgrade) {
    /** "PRL", the version in the last byte: said a second time, so that one flipped bit does not make a file a newer one. */
    static final int APPLICATION = 0x50524C00;

    static final Table OUTBOX = Table.of(
            "outbox",
            true,
            "account",
            "consumer",
            "cid",
            "number",
            "place",
            "text",
            "at",
            "delivery",
            "reason",
            "sequence",
            "dialog",
            "click_sequence",
            "click_metadata",
            "attempt_dialog",
            "attempt_tries",
            "attempt_first",
            "attempt_before");
    static final Table DRAFTS = Table.of("drafts", true, "account", "consumer", "number", "place", "text");
    static final Table MARKS = Table.of("marks", false, "account", "consumer", "conversation", "dialog", "upto");
    static final Table SENT = Table.of("sent", false, "text");

    /** Of each other table (in their order, from 1): how many rows there are, and of the listed ones which. */
    static final Table INVENTORY = Table.of("inventory", false, "kept", "count", "list");

    /** All versions there have been, oldest first; the last is written. */
    static final List<Layout> ALL = List.of(new Layout(
            1, List.of(INVENTORY, OUTBOX, DRAFTS, MARKS, SENT), (table, row) -> Stream.of(new Kept(table, row))));

    /** A row, and the table it stands in. */
    record Kept(Table table, Row row) {}

    int application() {
        return APPLICATION | version;
    }

    /** What holds the person's own: all but the inventory, which follows from them. */
    List<Table> own() {
        return tables.stream().filter(table -> !table.equals(INVENTORY)).toList();
    }
}
