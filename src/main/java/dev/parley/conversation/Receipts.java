package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who has got and read what in one dialog, PROTOCOL.md 8.3. Receipts may come before the turns they list, and more than
 * once. READ implies ACCEPT; it never implies the turns before it.
 */
final class Receipts {
    private final Set<Long> readByThem = new HashSet<>();
    private final Set<Long> acceptedByUs = new HashSet<>();
    private final Set<Long> readByUs = new HashSet<>();
    /** What the person has seen on this machine, whether or not a receipt could be sent. */
    private final Ranges marked = new Ranges();

    private final NavigableSet<Long> unaccepted = new TreeSet<>();
    private final NavigableSet<Long> unread = new TreeSet<>();
    private final NavigableSet<Long> unseen = new TreeSet<>();

    void othersTurn(long sequence) {
        if (!acceptedByUs.contains(sequence)) {
            unaccepted.add(sequence);
        }
        if (!readByUs.contains(sequence)) {
            unread.add(sequence);
        }
        if (!isSeen(sequence)) {
            unseen.add(sequence);
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
        Set<Long> fresh = new HashSet<>(receipt.sequences());
        fresh.removeAll(readByThem);
        readByThem.addAll(fresh);
        return fresh;
    }

    private void ours(Receipt receipt) {
        boolean read = receipt.status() == ReceiptStatus.READ;
        if (!read && receipt.status() != ReceiptStatus.ACCEPT) {
            return;
        }
        for (Long sequence : receipt.sequences()) {
            acceptedByUs.add(sequence);
            unaccepted.remove(sequence);
            if (read) {
                readByUs.add(sequence);
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
            unseen.subSet(from, true, to, true).clear();
        }
        return fresh;
    }

    boolean isReadByThem(long sequence) {
        return readByThem.contains(sequence);
    }

    boolean isSeen(long sequence) {
        return readByUs.contains(sequence) || marked.contains(sequence);
    }

    NavigableSet<Long> unaccepted() {
        return Collections.unmodifiableNavigableSet(unaccepted);
    }

    NavigableSet<Long> unread() {
        return Collections.unmodifiableNavigableSet(unread);
    }

    /** Others' turns that neither a READ of ours nor a mark covers. */
    NavigableSet<Long> unseen() {
        return Collections.unmodifiableNavigableSet(unseen);
    }
}
