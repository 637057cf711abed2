package dev.parley.sandbox.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a ledger no longer matter to {@link State}: plans that were carried out or whose conversation is over,
 * notes, profiles and files that others have replaced. What was said, by whom and when is never among them.
 */
final class Compaction {
    /** Below this it is not worth the writing. */
    private static final int LEAST_DEAD = 500;

    private final BitSet dead = new BitSet();
    private final Map<Long, Integer> plans = new HashMap<>();
    private final Map<String, List<Long>> plansOf = new HashMap<>();
    private final Map<String, Integer> notes = new HashMap<>();
    private final Map<String, Integer> profiles = new HashMap<>();
    private final Map<String, Integer> offers = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private int count;

    void count(List<LedgerEntry> batch) {
        batch.forEach(this::count);
    }

    private void count(LedgerEntry entry) {
        int index = count++;
        if (entry instanceof LedgerEntry.Planned planned) {
            plans.put(planned.id(), index);
            plansOf.computeIfAbsent(planned.conversationId(), id -> new ArrayList<>())
                    .add(planned.id());
        } else if (entry instanceof LedgerEntry.Done done) {
            dead.set(index);
            replaced(plans.remove(done.planId()));
        } else if (entry instanceof LedgerEntry.Closed closed) {
            plansAreOver(closed.conversationId());
        } else if (entry instanceof LedgerEntry.DialogClosed closed) {
            // Only MAIN's id is a conversation's.
            plansAreOver(closed.dialogId());
        } else if (entry instanceof LedgerEntry.FileOffered offer) {
            offers.put(offer.path(), index);
        } else if (entry instanceof LedgerEntry.FileStored file) {
            replaced(offers.remove(file.path()));
            replaced(files.put(file.path(), index));
        } else if (entry instanceof LedgerEntry.Noted noted) {
            replaced(notes.put(noted.conversationId(), index));
        } else if (entry instanceof LedgerEntry.ProfileSet set) {
            replaced(profiles.put(set.consumerId(), index));
        }
    }

    private void plansAreOver(String conversationId) {
        Optional.ofNullable(plansOf.remove(conversationId))
                .ifPresent(ids -> ids.forEach(id -> replaced(plans.remove(id))));
    }

    private void replaced(@Nullable Integer index) {
        if (index != null) {
            dead.set(index);
        }
    }

    /** Whether what is dead outweighs what lives. */
    boolean isWorthIt() {
        return dead.cardinality() >= LEAST_DEAD && dead.cardinality() > count / 2;
    }

    /** Reads the same ledger again, without what is dead where that is worth it; what stood together stays together. */
    void living(Path path, LedgerRecords.Sink sink) throws IOException {
        boolean drop = isWorthIt();
        int[] index = {0};
        LedgerRecords.read(path, batch -> {
            List<LedgerEntry> living = new ArrayList<>();
            for (LedgerEntry entry : batch) {
                if (!dead.get(index[0]++) || !drop) {
                    living.add(entry);
                }
            }
            if (!living.isEmpty()) {
                sink.take(living);
            }
        });
    }
}
