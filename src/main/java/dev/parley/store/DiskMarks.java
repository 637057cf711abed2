package dev.parley.store;

import dev.parley.conversation.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

final class DiskMarks implements Marks {
    private static final String OF = "account = ? AND consumer = ?";

    private final Shelf<Mine> shelf;
    private final Owner owner;
    private final Marks memory;
    private final Consumer<String> warnings;

    DiskMarks(Shelf<Mine> shelf, Owner owner, Marks memory, Consumer<String> warnings) {
        this.shelf = shelf;
        this.owner = owner;
        this.memory = memory;
        this.warnings = warnings;
    }

    @Override
    public CompletionStage<Void> mark(String conversationId, String dialogId, long upToSequence) {
        return shelf.write(
                mine -> {
                    List<Object> values =
                            List.of(owner.account(), owner.consumerId(), conversationId, dialogId, upToSequence);
                    List<Row> before = mine.rows(
                            Layout.MARKS,
                            OF + " AND conversation = ? AND dialog = ?",
                            owner.account(),
                            owner.consumerId(),
                            conversationId,
                            dialogId);
                    if (before.isEmpty()) {
                        mine.append(Layout.MARKS, List.copyOf(values));
                    } else if (before.get(0).values().get(4) instanceof Long upTo && upTo < upToSequence) {
                        mine.put(Layout.MARKS, new Row(before.get(0).number(), List.copyOf(values)));
                    }
                },
                () -> memory.mark(conversationId, dialogId, upToSequence));
    }

    @Override
    public CompletionStage<List<Mark>> all() {
        return shelf.read(
                mine -> {
                    List<Mark> all = new ArrayList<>();
                    for (Row row : mine.rows(Layout.MARKS, OF, owner.account(), owner.consumerId())) {
                        try {
                            all.add(new Mark(row.text(2), row.text(3), row.whole(4)));
                        } catch (Damaged unreadable) {
                            warnings.accept("A read mark cannot be read; it stays in mine.db.");
                        }
                    }
                    return List.copyOf(all);
                },
                memory::all);
    }
}
