package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** True when {@code outgoing} is news. */
    boolean put(Outgoing outgoing, Predicate<Outgoing> inTimeline) {
        String cid = outgoing.cid();
        if (settled.contains(cid)) {
            return false;
        }
        Outgoing before = byCid.get(cid);
        if (inTimeline.test(outgoing)) {
            settle(cid);
            return true;
        }
        if (outgoing.equals(before) || isLate(before, outgoing)) {
            return false;
        }
        byCid.put(cid, outgoing);
        return true;
    }

    /** An answer is never taken back. */
    private static boolean isLate(@Nullable Outgoing before, Outgoing now) {
        return before != null && before.delivery() == Delivery.ACKED && now.delivery() != Delivery.ACKED;
    }

    /** The message is gone for good; where it stood. */
    Optional<Place> settle(String cid) {
        settled.add(cid);
        return Optional.ofNullable(byCid.remove(cid)).map(Outgoing::place);
    }

    /** An own turn has come; the places that it empties a row of. */
    List<Place> arrived(Place place, String dialogId, Turn turn) {
        List<String> cids = byCid.values().stream()
                .filter(outgoing -> isAnsweredBy(outgoing, place, dialogId, turn))
                .map(Outgoing::cid)
                .toList();
        turn.externalId().filter(cid -> !byCid.containsKey(cid)).ifPresent(settled::add);
        return cids.stream().map(this::settle).flatMap(Optional::stream).toList();
    }

    private static boolean isAnsweredBy(Outgoing outgoing, Place place, String dialogId, Turn turn) {
        return turn.externalId().filter(outgoing.cid()::equals).isPresent()
                || outgoing.place().equals(place) && isAckedAs(outgoing, dialogId, turn);
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

    Optional<Place> placeOf(String cid) {
        return Optional.ofNullable(byCid.get(cid)).map(Outgoing::place);
    }

    /** True when something moved. */
    boolean move(Place from, Place to) {
        List<Outgoing> moving = in(from);
        moving.forEach(outgoing -> byCid.put(outgoing.cid(), outgoing.in(to)));
        return !moving.isEmpty();
    }
}
