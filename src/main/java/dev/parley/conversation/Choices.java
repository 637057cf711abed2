package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * What of a dialog's turns was chosen, as the history tells it: the receipt of a click, and the own words that follow it
 * (PROTOCOL.md 10.4). A click that says nothing leaves no trace of which one it was.
 */
final class Choices {
    /** How far behind the click the words may stand: receipts and words of others can come between. */
    private static final int NEAR = 8;

    /** The turn that was clicked, by the sequence of the receipt that says so; and the other way round. */
    private final TreeMap<Long, Long> cards = new TreeMap<>();

    private final Map<Long, List<Long>> clicks = new HashMap<>();
    private final Map<Long, Set<Integer>> made = new HashMap<>();

    /** Numbers of the {@link Targets} of a turn that were chosen, ascending. */
    Set<Integer> of(long sequence) {
        return made.getOrDefault(sequence, Set.of());
    }

    /**
     * An event has come, and stands among {@code events}.
     *
     * @return the sequence of the turn of which more is known to be chosen now
     */
    Optional<Long> take(TimelineEvent event, LongFunction<Optional<TimelineEvent>> events) {
        if (event instanceof Receipt receipt) {
            return click(receipt) ? settle(receipt.sequence(), events) : Optional.empty();
        }
        if (event instanceof Turn turn && turn.who().self()) {
            Long click = cards.lowerKey(turn.sequence());
            return click == null ? Optional.empty() : settle(click, events);
        }
        Optional<Long> found = Optional.empty();
        // A card that comes after what was chosen on it.
        for (long click : clicks.getOrDefault(event.sequence(), List.of())) {
            Optional<Long> more = settle(click, events);
            found = more.isPresent() ? more : found;
        }
        return found;
    }

    private boolean click(Receipt receipt) {
        boolean ours = receipt.who().self()
                && receipt.status() == ReceiptStatus.ACTION
                && !receipt.sequences().isEmpty();
        if (ours) {
            long card = receipt.sequences().get(0);
            cards.put(receipt.sequence(), card);
            clicks.computeIfAbsent(card, none -> new ArrayList<>()).add(receipt.sequence());
        }
        return ours;
    }

    private Optional<Long> settle(long click, LongFunction<Optional<TimelineEvent>> events) {
        Long card = cards.get(click);
        if (card == null || !(events.apply(card).orElse(null) instanceof Turn offer)) {
            return Optional.empty();
        }
        for (int away = 1; away <= NEAR; away++) {
            if (events.apply(click + away).orElse(null) instanceof Turn turn
                    && turn.who().self()) {
                Set<Integer> all = new TreeSet<>(of(card));
                boolean more = all.addAll(
                        Picked.made(Targets.of(offer.content()), turn.content().words()));
                made.put(card, all);
                return more ? Optional.of(card) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
