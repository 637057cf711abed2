package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Own turns of one dialog that say for the second time what was sent once: the first try was taken in after all, when it
 * had been given up (RELIABILITY.md 1.2). They are marked, not hidden.
 */
final class Copies {
    /** A card's button gives each click on it the same id: only with the same words it is the same message. */
    private record Message(String externalId, Content content) {}

    /** The lowest sequence of each. */
    private final Map<Message, Long> first = new HashMap<>();

    private final Set<Long> copies = new HashSet<>();

    boolean has(long sequence) {
        return copies.contains(sequence);
    }

    /** True when that was not known. */
    boolean know(long sequence) {
        return sequence >= 0 && copies.add(sequence);
    }

    /** Takes a turn in, in whatever order they come. The sequence that is a copy by that; empty for none. */
    Optional<Long> said(Turn turn) {
        if (!turn.who().self() || turn.externalId().isEmpty()) {
            return Optional.empty();
        }
        Message message = new Message(turn.externalId().get(), turn.content());
        Long other = first.get(message);
        first.merge(message, turn.sequence(), Math::min);
        return Optional.ofNullable(other)
                .map(sequence -> Math.max(sequence, turn.sequence()))
                .filter(this::know);
    }
}
