package dev.parley.store;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.Place;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One a conversation: the consumer's number in the place is another in another run. */
final class DiskDrafts implements Drafts {
    private static final String OF = "account = ? AND consumer = ?";

    private final Shelf<Mine> shelf;
    private final Owner owner;
    private final Drafts memory;
    private final Consumer<String> warnings;

    DiskDrafts(Shelf<Mine> shelf, Owner owner, Drafts memory, Consumer<String> warnings) {
        this.shelf = shelf;
        this.owner = owner;
        this.memory = memory;
        this.warnings = warnings;
    }

    @Override
    public CompletionStage<Void> save(Place place, String text) {
        return shelf.write(
                mine -> {
                    forget(mine, owner, place);
                    if (!text.isEmpty()) {
                        mine.append(
                                Layout.DRAFTS,
                                Arrays.asList(
                                        owner.account(),
                                        owner.consumerId(),
                                        (long) place.consumer().number(),
                                        place.conversationId(),
                                        text));
                    }
                },
                () -> memory.save(place, text));
    }

    static void forget(Mine mine, Owner owner, Place place) throws SQLException, IOException {
        mine.delete(Layout.DRAFTS, OF + " AND place IS ?", owner.account(), owner.consumerId(), place.conversationId());
    }

    @Override
    public CompletionStage<Map<Place, String>> all() {
        return shelf.read(
                mine -> {
                    Map<Place, String> all = new LinkedHashMap<>();
                    for (Row row : mine.rows(Layout.DRAFTS, OF, owner.account(), owner.consumerId())) {
                        try {
                            all.put(OutgoingRows.place(row, 2), row.text(4));
                        } catch (Damaged unreadable) {
                            warnings.accept("A draft cannot be read; it stays in mine.db.");
                        }
                    }
                    return Map.copyOf(all);
                },
                memory::all);
    }
}
