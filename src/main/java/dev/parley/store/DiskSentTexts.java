package dev.parley.store;

import dev.parley.conversation.SentTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

final class DiskSentTexts implements SentTexts {
    private final Shelf<Mine> shelf;
    private final SentTexts memory;

    DiskSentTexts(Shelf<Mine> shelf, SentTexts memory) {
        this.shelf = shelf;
        this.memory = memory;
    }

    @Override
    public CompletionStage<Void> add(String text) {
        return shelf.write(
                mine -> {
                    mine.append(Layout.SENT, List.of(text));
                    mine.delete(Layout.SENT, "n <= (SELECT max(n) FROM sent) - ?", (long) MemorySentTexts.MOST);
                },
                () -> memory.add(text));
    }

    @Override
    public CompletionStage<List<String>> all() {
        return shelf.read(
                mine -> {
                    List<String> all = new ArrayList<>();
                    for (Row row : mine.rows(Layout.SENT, "1")) {
                        try {
                            all.add(row.text(0));
                        } catch (Damaged unreadable) {
                            continue;
                        }
                    }
                    return List.copyOf(all);
                },
                memory::all);
    }
}
