package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has got and read what in one dialog, PROTOCOL.md 8.3. Receipts may come before the turns they list, and more than
 * once. READ implies ACCEPT; it never implies the turns before it.
 */
final class Receipts {
    private final Ranges readByThem = new Ranges();
    private final Ranges acceptedByUs = new Ranges();
    private final Ranges readByUs = new Ranges();
    /** What the person has seen on this machine, whether or not a receipt could be sent. */
    private final Ranges marked = new Ranges();

    private final Ranges unaccepted = new Ranges();
    private final Ranges unread = new Ranges();
    private final Ranges unseen = new Ranges();
    private final Ranges refusedByUs = new Ranges();
    private final Ranges unrefused = new Ranges();

    void othersTurn(long sequence) {
        if (!acceptedByUs.contains(sequence)) {
            unaccepted.add(sequence, sequence);
        }
        if (!readByUs.contains(sequence)) {
            unread.add(sequence, sequence);
        }
        if (!isSeen(sequence)) {
            unseen.add(sequence, sequence);
        }
    }

    /** What somebody else said there cannot be shown here. */
    void unshowable(long sequence) {
        if (!refusedByUs.contains(sequence)) {
            unrefused.add(sequence, sequence);
        }
    }

    /** The sequences that the other side has read now and had not before. */
    Set<Long> take(Receipt receipt) {
        if (receipt.who().self()) {
            ours(receipt);
            return Set.of();
        }
        if (receipt.status() != ReceiptStatus.READ || !answers(receipt.who().role())) {
            return Set.of();
        }
        Set<Long> fresh = new HashSet<>();
        for (long sequence : receipt.sequences()) {
            if (readByThem.add(sequence, sequence)) {
                fresh.add(sequence);
            }
        }
        return fresh;
    }

    private void ours(Receipt receipt) {
        if (receipt.status() == ReceiptStatus.NACK) {
            for (Long sequence : receipt.sequences()) {
                refusedByUs.add(sequence, sequence);
                unrefused.remove(sequence);
            }
            return;
        }
        boolean read = receipt.status() == ReceiptStatus.READ;
        if (!read && receipt.status() != ReceiptStatus.ACCEPT) {
            return;
        }
        for (Long sequence : receipt.sequences()) {
            acceptedByUs.add(sequence, sequence);
            unaccepted.remove(sequence);
            if (read) {
                readByUs.add(sequence, sequence);
                unread.remove(sequence);
                unseen.remove(sequence);
            }
        }
    }

    /** Whether somebody in this part speaks for the brand: a reader or the routing bot looking on is no answer. */
    private static boolean answers(Role role) {
        return role == Role.ASSIGNED_AGENT || role == Role.BOT || role == Role.MANAGER || role == Role.UNKNOWN;
    }

    /** True when something was not marked before. */
    boolean mark(long from, long to) {
        boolean fresh = marked.add(from, to);
        if (fresh && from <= to) {
            unseen.remove(from, to);
        }
        return fresh;
    }

    boolean isReadByThem(long sequence) {
        return readByThem.contains(sequence);
    }

    boolean isSeen(long sequence) {
        return readByUs.contains(sequence) || marked.contains(sequence);
    }

    List<Long> unaccepted() {
        return unaccepted.upTo(Long.MAX_VALUE);
    }

    List<Long> unrefused() {
        return unrefused.upTo(Long.MAX_VALUE);
    }

    List<Long> unread(long upTo) {
        return unread.upTo(upTo);
    }

    boolean hasUnread(long upTo) {
        return !unread.isEmpty() && unread.first() <= upTo;
    }

    /** How many turns of others neither a READ of ours nor a mark covers. */
    int unseen() {
        return (int) Math.min(Integer.MAX_VALUE, unseen.count());
    }

    Optional<Long> firstUnseen() {
        return unseen.isEmpty() ? Optional.empty() : Optional.of(unseen.first());
    }
}
