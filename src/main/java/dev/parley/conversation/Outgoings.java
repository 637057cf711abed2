package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's own messages on their way, in order of Enter, and which of them have arrived: a message stands here or in
 * a timeline, never in both, in whichever order answer and echo come (RELIABILITY.md 1.2).
 */
final class Outgoings {
    private final Map<String, Outgoing> byCid = new LinkedHashMap<>();
    /** Arrived or taken back: whatever is still said about these is late. */
    private final Set<String> settled = new HashSet<>();

    private long revision;

    /** Grows with every change. */
    long revision() {
        return revision;
    }

    void put(Outgoing outgoing, Predicate<Outgoing> inTimeline) {
        String cid = outgoing.cid();
        Outgoing before = byCid.get(cid);
        if (settled.contains(cid) || outgoing.equals(before) || isLate(before, outgoing)) {
            return;
        }
        if (inTimeline.test(outgoing)) {
            settle(cid);
            return;
        }
        byCid.put(cid, outgoing);
        revision++;
    }

    /** An answer is never taken back. */
    private static boolean isLate(@Nullable Outgoing before, Outgoing now) {
        return before != null && before.delivery() == Delivery.ACKED && now.delivery() != Delivery.ACKED;
    }

    /** The message has arrived, or is taken back: no row is left of it, and none comes again. */
    void settle(String cid) {
        settled.add(cid);
        if (byCid.remove(cid) != null) {
            revision++;
        }
    }

    /** An own turn stands in the timeline. */
    void arrived(Place place, String dialogId, Turn turn) {
        turn.externalId().ifPresent(this::settle);
        byCid.values().stream()
                .filter(outgoing -> outgoing.place().equals(place) && isAckedAs(outgoing, dialogId, turn))
                .map(Outgoing::cid)
                .toList()
                .forEach(this::settle);
    }

    /** Whether the service's answer to {@code outgoing} means this turn of the same conversation. */
    static boolean isAckedAs(Outgoing outgoing, String dialogId, Turn turn) {
        if (outgoing.delivery() != Delivery.ACKED || outgoing.sequence() != turn.sequence()) {
            return false;
        }
        // Without the dialog the sequence alone could mean another dialog's turn, so the words must agree.
        return outgoing.dialogId().isEmpty()
                ? turn.content() instanceof Content.Text said && said.text().equals(outgoing.text())
                : outgoing.dialogId().equals(dialogId);
    }

    List<Outgoing> in(Place place) {
        return byCid.values().stream()
                .filter(outgoing -> outgoing.place().equals(place))
                .toList();
    }

    List<Outgoing> all() {
        return List.copyOf(byCid.values());
    }

    void move(Place from, Place to) {
        for (Outgoing outgoing : in(from)) {
            byCid.put(outgoing.cid(), outgoing.in(to));
            revision++;
        }
    }
}
