package dev.parley.ui.state;

import dev.parley.conversation.Conversation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a place has been read on this screen, ahead of what the service confirms. UI thread only. */
public final class Reading {
    private final Map<String, Long> marked = new HashMap<>();
    private @Nullable String newFrom;

    /** Notes that everything up to {@code sequence} has been read; false when that was known. */
    public boolean mark(String dialogId, long sequence) {
        Long before = marked.get(dialogId);
        if (before != null && before >= sequence) {
            return false;
        }
        marked.put(dialogId, sequence);
        return true;
    }

    /** The key of the item above which {@code new messages} stands. */
    public Optional<String> newFrom() {
        return Optional.ofNullable(newFrom);
    }

    public void newFrom(@Nullable String key) {
        newFrom = key;
    }

    /** Unread turns, but for those whose READ is on its way. */
    public int unread(Conversation conversation) {
        int unread = conversation.unread();
        if (unread == 0 || marked.isEmpty()) {
            return unread;
        }
        return conversation
                .firstUnread()
                .filter(first -> first.turn().sequence() <= marked.getOrDefault(first.dialogId(), -1L))
                .map(first -> beyond(conversation))
                .orElse(unread);
    }

    private int beyond(Conversation conversation) {
        int count = 0;
        for (Map.Entry<String, Long> entry : marked.entrySet()) {
            count += conversation
                    .timeline(entry.getKey())
                    .map(timeline -> timeline.unread(timeline.highest()).stream()
                            .filter(sequence -> sequence > entry.getValue())
                            .count())
                    .orElse(0L)
                    .intValue();
        }
        return Math.min(count, conversation.unread());
    }
}
