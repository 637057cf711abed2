package dev.parley.store;

import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class DiskOutbox implements Outbox {
    private static final String ONE = "account = ? AND consumer = ? AND cid = ?";

    private final Shelf<Mine> shelf;
    private final Owner owner;
    private final Outbox memory;
    private final Consumer<String> warnings;

    DiskOutbox(Shelf<Mine> shelf, Owner owner, Outbox memory, Consumer<String> warnings) {
        this.shelf = shelf;
        this.owner = owner;
        this.memory = memory;
        this.warnings = warnings;
    }

    @Override
    public CompletionStage<Void> accept(Outgoing outgoing) {
        return shelf.write(
                mine -> {
                    List<@Nullable Object> values = OutgoingRows.values(owner, outgoing);
                    Row before = find(mine, outgoing.cid());
                    if (before == null) {
                        mine.append(Layout.OUTBOX, values);
                    } else {
                        mine.put(Layout.OUTBOX, new Row(before.number(), values));
                    }
                    DiskDrafts.forget(mine, owner, outgoing.place());
                },
                () -> memory.accept(outgoing));
    }

    /** What was removed stays so: the removal may have overtaken the news. */
    @Override
    public CompletionStage<Void> update(Outgoing outgoing) {
        return shelf.write(
                mine -> {
                    Row before = find(mine, outgoing.cid());
                    if (before != null) {
                        mine.put(Layout.OUTBOX, new Row(before.number(), OutgoingRows.values(owner, outgoing)));
                    }
                },
                () -> memory.update(outgoing));
    }

    private @Nullable Row find(Mine mine, String cid) throws SQLException, IOException {
        List<Row> rows = mine.rows(Layout.OUTBOX, ONE, owner.account(), owner.consumerId(), cid);
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public CompletionStage<Void> remove(String cid) {
        return shelf.write(
                mine -> mine.delete(Layout.OUTBOX, ONE, owner.account(), owner.consumerId(), cid),
                () -> memory.remove(cid));
    }

    @Override
    public CompletionStage<List<Outgoing>> all() {
        return shelf.read(
                mine -> {
                    List<Outgoing> all = new ArrayList<>();
                    for (Row row : mine.rows(
                            Layout.OUTBOX, "account = ? AND consumer = ?", owner.account(), owner.consumerId())) {
                        try {
                            all.add(OutgoingRows.message(row));
                        } catch (Damaged unreadable) {
                            warnings.accept("A message that was not sent yet cannot be read; it stays in mine.db.");
                        }
                    }
                    return List.copyOf(all);
                },
                memory::all);
    }
}
