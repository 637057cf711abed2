package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.Missing;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a conversation has to look like, said as plainly as possible and worked out anew each time: a sorted list of
 * distinct events, and the own messages that none of them is.
 */
final class PlainModel {
    private record Copy(String dialogId, Turn turn) {}

    private final Map<String, TreeMap<Long, TimelineEvent>> events = new LinkedHashMap<>();
    private final Map<String, Set<Long>> known = new LinkedHashMap<>();
    private final List<Copy> ownCopies = new ArrayList<>();
    private final Set<Copy> clashing = new HashSet<>();
    private final Map<String, Outgoing> outgoing = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();

    void apply(Update update) {
        if (update instanceof Update.Events batch) {
            TreeMap<Long, TimelineEvent> dialog = dialog(batch.dialogId());
            for (TimelineEvent event : batch.events()) {
                TimelineEvent first = dialog.putIfAbsent(event.sequence(), event);
                if (first instanceof Turn turn && isOther(turn, event)) {
                    clashing.add(new Copy(batch.dialogId(), turn));
                }
                if (event instanceof Turn turn && turn.who().self()) {
                    ownCopies.add(new Copy(batch.dialogId(), turn));
                }
            }
        } else if (update instanceof Update.HoleKnown hole) {
            for (long sequence = hole.from(); sequence <= hole.to(); sequence++) {
                known.computeIfAbsent(hole.dialogId(), id -> new HashSet<>()).add(sequence);
            }
            dialog(hole.dialogId());
        } else if (update instanceof Update.OutgoingChanged changed) {
            outgoing.merge(
                    changed.outgoing().cid(),
                    changed.outgoing(),
                    (before, now) ->
                            before.delivery() == Delivery.ACKED && now.delivery() != Delivery.ACKED ? before : now);
        } else if (update instanceof Update.OutgoingRemoved gone) {
            removed.add(gone.cid());
        } else if (update instanceof Update.PlaceOpened opened) {
            Place place = new Place(opened.consumer(), opened.conversationId());
            outgoing.replaceAll((cid, message) -> message.place().isUnopened() ? message.in(place) : message);
        }
    }

    private TreeMap<Long, TimelineEvent> dialog(String dialogId) {
        return events.computeIfAbsent(dialogId, id -> new TreeMap<>());
    }

    List<TimelineItem> items(Place place) {
        List<TimelineItem> items = new ArrayList<>();
        String main = String.valueOf(place.conversationId());
        rows(main, items);
        events.keySet().stream()
                .filter(dialogId -> !dialogId.equals(main) && !dialog(dialogId).isEmpty())
                .forEach(dialogId -> {
                    items.add(new DialogStart(dialogId, ""));
                    rows(dialogId, items);
                });
        outgoing(place).forEach(message -> items.add(new Own(message)));
        return items;
    }

    private void rows(String dialogId, List<TimelineItem> items) {
        TreeMap<Long, TimelineEvent> dialog = dialog(dialogId);
        long last = dialog.isEmpty() ? -1 : dialog.lastKey();
        long gapFrom = -1;
        for (long sequence = 0; sequence <= last; sequence++) {
            TimelineEvent event = dialog.get(sequence);
            if (event == null) {
                gapFrom = gapFrom < 0 ? sequence : gapFrom;
                boolean isKnown = isKnown(dialogId, sequence);
                if (dialog.containsKey(sequence + 1) || isKnown(dialogId, sequence + 1) != isKnown) {
                    items.add(new Missing(dialogId, gapFrom, sequence, isKnown));
                    gapFrom = -1;
                }
            } else if (event instanceof Turn turn) {
                items.add(new Said(
                        dialogId,
                        turn,
                        tick(dialogId, turn),
                        isCopy(dialogId, turn),
                        clashing.contains(new Copy(dialogId, turn)),
                        List.of()));
            }
        }
    }

    private static boolean isOther(Turn first, TimelineEvent again) {
        return !(again instanceof Turn turn)
                || !turn.who().id().equals(first.who().id())
                || !turn.content().equals(first.content());
    }

    private boolean isCopy(String dialogId, Turn turn) {
        return turn.who().self()
                && turn.externalId().isPresent()
                && dialog(dialogId).headMap(turn.sequence()).values().stream()
                        .anyMatch(event -> event instanceof Turn earlier
                                && earlier.who().self()
                                && earlier.externalId().equals(turn.externalId())
                                && earlier.content().equals(turn.content()));
    }

    private boolean isKnown(String dialogId, long sequence) {
        return known.getOrDefault(dialogId, Set.of()).contains(sequence);
    }

    private Tick tick(String dialogId, Turn turn) {
        if (!turn.who().self()) {
            return Tick.NONE;
        }
        boolean read = reads(dialogId)
                .filter(receipt -> !receipt.who().self())
                .anyMatch(receipt -> receipt.sequences().contains(turn.sequence()));
        return read ? Tick.READ : Tick.ACCEPTED;
    }

    private Stream<Receipt> reads(String dialogId) {
        return dialog(dialogId).values().stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .filter(receipt -> receipt.status() == ReceiptStatus.READ);
    }

    List<Outgoing> outgoing(Place place) {
        return outgoing.values().stream()
                .filter(message -> message.place().equals(place))
                .filter(message -> !removed.contains(message.cid()))
                .filter(message -> ownCopies.stream().noneMatch(copy -> isIt(message, copy)))
                .toList();
    }

    private boolean isIt(Outgoing message, Copy copy) {
        boolean kept = dialog(copy.dialogId()).get(copy.turn().sequence()) instanceof Turn first
                && first.who().self()
                && first.content().equals(copy.turn().content());
        boolean byId = copy.turn().externalId().filter(message.cid()::equals).isPresent();
        boolean byAnswer = message.delivery() == Delivery.ACKED
                && message.sequence() == copy.turn().sequence()
                && message.dialogId().equals(copy.dialogId());
        return kept && (byId || byAnswer);
    }

    int unread() {
        int unread = 0;
        for (Map.Entry<String, TreeMap<Long, TimelineEvent>> dialog : events.entrySet()) {
            Set<Long> read = new HashSet<>();
            reads(dialog.getKey())
                    .filter(receipt -> receipt.who().self())
                    .forEach(receipt -> read.addAll(receipt.sequences()));
            for (TimelineEvent event : dialog.getValue().values()) {
                unread += event instanceof Turn turn && !turn.who().self() && !read.contains(event.sequence()) ? 1 : 0;
            }
        }
        return unread;
    }

    long highest(String dialogId) {
        return dialog(dialogId).isEmpty() ? -1 : dialog(dialogId).lastKey();
    }

    long contiguous(String dialogId) {
        long sequence = 0;
        while (sequence <= highest(dialogId)
                && (dialog(dialogId).containsKey(sequence) || isKnown(dialogId, sequence))) {
            sequence++;
        }
        return sequence - 1;
    }
}
