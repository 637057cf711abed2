package dev.parley.ui.state;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the list, in order: open conversations as {@link RowOrder} says, among them consumers that have none open,
 * then the closed ones, newest first. UI thread only.
 */
public final class RowList {
    /** More rows than this, and each takes one line. */
    private static final int COSY_ROWS = 12;

    private List<Row> rows = List.of();
    private RowOrder order = RowOrder.LAST;
    private @Nullable Supplier<Comparator<Row>> board;

    public List<Row> all() {
        return rows;
    }

    public int size() {
        return rows.size();
    }

    public RowOrder order() {
        return order;
    }

    /** Counts from the next {@link #refresh} on. */
    public void order(RowOrder now) {
        order = now;
    }

    /**
     * The board's order, within the open and within the closed ones; null for the list's own. From the next refresh on.
     *
     * @param by asked for the order anew at each refresh
     */
    public void sorted(@Nullable Supplier<Comparator<Row>> by) {
        board = by;
    }

    public boolean compact() {
        return rows.size() > COSY_ROWS;
    }

    /** -1 when it has no row. */
    public int indexOf(Place place) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).place().equals(place)) {
                return i;
            }
        }
        return -1;
    }

    public Optional<Place> at(int index) {
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index).place()) : Optional.empty();
    }

    /** Takes in what the inbox holds now. While {@code frozen}, rows that are there keep their order. */
    public void refresh(Inbox inbox, boolean frozen) {
        List<Row> sorted = sorted(inbox);
        List<Row> now = frozen ? inOldOrder(sorted) : sorted;
        rows = now.equals(rows) ? rows : now;
    }

    /** An unopened place has become a conversation: its row stays where it is. */
    public void rename(Place from, Place to) {
        if (indexOf(from) < 0) {
            return;
        }
        List<Row> renamed = new ArrayList<>();
        for (Row row : rows) {
            if (!row.place().equals(to)) {
                renamed.add(row.place().equals(from) ? new Row(to, row.open()) : row);
            }
        }
        rows = List.copyOf(renamed);
    }

    private List<Row> inOldOrder(List<Row> sorted) {
        Map<Place, Row> left = new HashMap<>();
        sorted.forEach(row -> left.put(row.place(), row));
        List<Row> open = new ArrayList<>();
        List<Row> closed = new ArrayList<>();
        for (Row row : rows) {
            if (left.remove(row.place()) != null) {
                (row.open() ? open : closed).add(row);
            }
        }
        for (Row row : sorted) {
            if (left.containsKey(row.place())) {
                (row.open() ? open : closed).add(row);
            }
        }
        open.addAll(closed);
        return List.copyOf(open);
    }

    private record Dated(Row row, Instant at, Optional<Conversation> conversation) {}

    private List<Row> sorted(Inbox inbox) {
        List<Dated> open = new ArrayList<>();
        List<Dated> closed = new ArrayList<>();
        for (Consumer consumer : inbox.consumers()) {
            boolean anyOpen = false;
            for (Conversation conversation : consumer.conversations()) {
                anyOpen |= conversation.isOpen();
                (conversation.isOpen() ? open : closed)
                        .add(new Dated(
                                new Row(conversation.place(), conversation.isOpen()),
                                lastOf(conversation),
                                Optional.of(conversation)));
            }
            if (!anyOpen || !consumer.unopened().isEmpty()) {
                open.add(new Dated(
                        new Row(Place.unopened(consumer.key()), true), lastOf(consumer.unopened()), Optional.empty()));
            }
        }
        // Stable: what has no message yet stays in the order of the consumers.
        Comparator<Dated> newestFirst = Comparator.comparing(Dated::at).reversed();
        open.sort(newestFirst);
        open.sort(Comparator.comparing(
                dated -> dated.conversation().map(order::before).orElse(Instant.MAX)));
        closed.sort(newestFirst);
        List<Row> rows = new ArrayList<>();
        open.forEach(dated -> rows.add(dated.row()));
        closed.forEach(dated -> rows.add(dated.row()));
        Supplier<Comparator<Row>> by = board;
        if (by != null) {
            rows.sort(Comparator.comparing(Row::open).reversed().thenComparing(by.get()));
        }
        return List.copyOf(rows);
    }

    private static Instant lastOf(Conversation conversation) {
        return conversation.lastHeard().orElse(Instant.EPOCH);
    }

    private static Instant lastOf(List<Outgoing> outgoing) {
        return outgoing.isEmpty()
                ? Instant.EPOCH
                : outgoing.get(outgoing.size() - 1).at();
    }
}
